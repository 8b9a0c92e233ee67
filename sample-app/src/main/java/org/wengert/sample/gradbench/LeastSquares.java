package org.wengert.sample.gradbench;

import org.wengert.Differentiable;

/** The fit of the sign function by a polynomial, as a sum of squares. */
public final class LeastSquares {

  private LeastSquares() {}

  /**
   * Half the squared distance of the polynomial from the sign function, at {@code n} equidistant
   * points of [-1, 1].
   *
   * @param x the coefficients, the constant one first
   */
  @Differentiable(order = 2)
  public static double halfSquares(double[] x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double t = -1 + 2.0 * i / (n - 1);
      double residual = Math.signum(t);
      double power = 1;
      for (int j = 0; j < x.length; j++) {
        residual -= x[j] * power;
        power *= t;
      }
      sum += residual * residual;
    }
    return sum / 2;
  }
}
