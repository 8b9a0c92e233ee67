package org.wengert.sample.gradbench;

import org.wengert.Differentiable;

/** The logarithm of a sum of exponentials that cannot overflow. */
public final class LogSumExp {

  private LogSumExp() {}

  /**
   * The logarithm of the sum of the exponentials of {@code x}.
   *
   * @throws ArrayIndexOutOfBoundsException if {@code x} is empty
   */
  @Differentiable(order = 2)
  public static double logSumExp(double[] x) {
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
}
