package org.wengert.sample.hessian;

import org.wengert.Differentiable;

/** Rosenbrock's function, chained. */
final class Valley {

  private Valley() {}

  @Differentiable(order = 2)
  static double height(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = 1 - x[i];
      double b = x[i + 1] - x[i] * x[i];
      sum += a * a + 100 * b * b;
    }
    return sum;
  }

  @Differentiable
  static double[] gradient(double[] x) {
    return ValleyDerivatives.heightGradient(x).x();
  }

  @Differentiable(wrt = "x")
  static double slope(double[] x, double[] v) {
    return ValleyDerivatives.heightJvp(x, v).tangent();
  }

  static Twice of(int size) {
    return new Twice(
        size,
        ValleyDerivatives::heightHessian,
        ValleyDerivatives.gradient(),
        ValleyDerivatives::slope);
  }
}
