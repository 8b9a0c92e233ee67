package org.wengert.sample.benchmark.problem;

import org.wengert.Differentiable;

/** The logarithm of a sum of exponentials, shifted by the largest so that nothing overflows. */
final class LogSumExp {

  private LogSumExp() {}

  @Differentiable
  static double logSumExp(double[] x) {
    double largest = x[0];
    for (int i = 1; i < x.length; i++) {
      if (x[i] > largest) {
        largest = x[i];
      }
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.exp(x[i] - largest);
    }
    return largest + Math.log(sum);
  }
}
