package org.wengert.sample.hessian;

import org.wengert.Differentiable;

/** The fit of the sign function by the hyperbolic tangent of a polynomial. */
final class Polynomial {

  private static final int POINTS = 50;

  private Polynomial() {}

  @Differentiable(wrt = "x", order = 2)
  static double halfSquares(double[] x, int points) {
    double sum = 0;
    for (int i = 0; i < points; i++) {
      double t = -1 + 2.0 * i / (points - 1);
      double value = 0;
      double power = 1;
      for (int j = 0; j < x.length; j++) {
        value += x[j] * power;
        power *= t;
      }
      double residual = Math.signum(t) - Math.tanh(value);
      sum += residual * residual;
    }
    return sum / 2;
  }

  @Differentiable
  static double[] gradient(double[] x) {
    return PolynomialDerivatives.halfSquaresGradient(x, POINTS).x();
  }

  @Differentiable(wrt = "x")
  static double slope(double[] x, double[] v) {
    return PolynomialDerivatives.halfSquaresJvp(x, v, POINTS).tangent();
  }

  static Twice of(int size) {
    return new Twice(
        size,
        x -> PolynomialDerivatives.halfSquaresHessian(x, POINTS),
        PolynomialDerivatives.gradient(),
        PolynomialDerivatives::slope);
  }
}
