package org.wengert;

/** A scalar function as a vector function with a result of length one. */
record OneOutput(ScalarFunction function) implements VectorFunction {

  @Override
  public double[] value(double[] x) {
    return new double[] {function.value(x)};
  }

  @Override
  public DualArray jvp(double[] x, double[] xDot) {
    Dual dual = function.jvp(x, xDot);
    return new DualArray(new double[] {dual.value()}, new double[] {dual.tangent()});
  }

  @Override
  public double[] vjp(double[] x, double[] resultBar) {
    double[] gradient = function.gradient(x);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= resultBar[0];
    }
    return gradient;
  }
}
