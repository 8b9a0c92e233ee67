package org.wengert.sample.benchmark.adjoint;

import java.util.Arrays;

/** The gradient of Rosenbrock's function, by hand. */
public final class RosenbrockAdjoint {

  private RosenbrockAdjoint() {}

  /** Overwrites {@code xBar} with the gradient and returns the value. */
  public static double gradient(double[] x, double[] xBar) {
    Arrays.fill(xBar, 0);
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = 1 - x[i];
      double b = x[i + 1] - x[i] * x[i];
      sum += a * a + 100 * b * b;
      xBar[i] -= 2 * a + 400 * x[i] * b;
      xBar[i + 1] += 200 * b;
    }
    return sum;
  }
}
