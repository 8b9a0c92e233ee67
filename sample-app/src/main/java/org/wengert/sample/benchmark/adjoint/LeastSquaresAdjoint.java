package org.wengert.sample.benchmark.adjoint;

import java.util.Arrays;

/** The gradient of the fit of the sign function, by hand. */
public final class LeastSquaresAdjoint {

  private LeastSquaresAdjoint() {}

  /** Overwrites {@code xBar} with the gradient and returns the value. */
  public static double gradient(double[] x, double[] xBar, int n) {
    Arrays.fill(xBar, 0);
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
      double change = -residual;
      for (int j = 0; j < x.length; j++) {
        xBar[j] += change;
        change *= t;
      }
    }
    return sum / 2;
  }
}
