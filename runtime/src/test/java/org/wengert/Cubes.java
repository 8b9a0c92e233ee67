package org.wengert;

/** {@code f(x) = scale * (x[0]^3 + x[1]^3 + ...)}, written by hand. */
class Cubes implements ScalarFunction {

  private final double scale;

  Cubes(double scale) {
    this.scale = scale;
  }

  @Override
  public double value(double[] x) {
    double sum = 0;
    for (double each : x) {
      sum += each * each * each;
    }
    return scale * sum;
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    for (int i = 0; i < x.length; i++) {
      gradient[i] = scale * 3 * x[i] * x[i];
    }
    return value(x);
  }

  @Override
  public Dual jvp(double[] x, double[] xDot) {
    double tangent = 0;
    for (int i = 0; i < x.length; i++) {
      tangent += scale * 3 * x[i] * x[i] * xDot[i];
    }
    return new Dual(value(x), tangent);
  }
}
