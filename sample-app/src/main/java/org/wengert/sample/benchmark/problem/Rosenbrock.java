package org.wengert.sample.benchmark.problem;

import org.wengert.Differentiable;

/** Rosenbrock's function in any number of dimensions, the chained form. */
final class Rosenbrock {

  private Rosenbrock() {}

  @Differentiable(order = 2)
  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = 1 - x[i];
      double b = x[i + 1] - x[i] * x[i];
      sum += a * a + 100 * b * b;
    }
    return sum;
  }
}
