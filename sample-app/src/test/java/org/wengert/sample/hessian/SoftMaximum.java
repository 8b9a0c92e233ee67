package org.wengert.sample.hessian;

import org.wengert.Differentiable;

/** The logarithm of a sum of exponentials. */
final class SoftMaximum {

  private SoftMaximum() {}

  @Differentiable(order = 2)
  static double logSumExp(double[] x) {
    double largest = x[0];
    for (int i = 1; i < x.length; i++) {
      largest = Math.max(largest, x[i]);
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.exp(x[i] - largest);
    }
    return largest + Math.log(sum);
  }

  @Differentiable
  static double[] gradient(double[] x) {
    return SoftMaximumDerivatives.logSumExpGradient(x).x();
  }

  @Differentiable(wrt = "x")
  static double slope(double[] x, double[] v) {
    return SoftMaximumDerivatives.logSumExpJvp(x, v).tangent();
  }

  static Twice of(int size) {
    return new Twice(
        size,
        SoftMaximumDerivatives::logSumExpHessian,
        SoftMaximumDerivatives.gradient(),
        SoftMaximumDerivatives::slope);
  }
}
