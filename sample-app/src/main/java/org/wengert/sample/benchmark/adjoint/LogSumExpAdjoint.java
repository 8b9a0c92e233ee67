package org.wengert.sample.benchmark.adjoint;

/** The gradient of the logarithm of a sum of exponentials, by hand: the softmax. */
public final class LogSumExpAdjoint {

  private LogSumExpAdjoint() {}

  /** Overwrites {@code xBar} with the gradient and returns the value. */
  public static double gradient(double[] x, double[] xBar) {
    double largest = x[0];
    for (int i = 1; i < x.length; i++) {
      largest = Math.max(largest, x[i]);
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      xBar[i] = Math.exp(x[i] - largest);
      sum += xBar[i];
    }
    double factor = 1 / sum;
    for (int i = 0; i < x.length; i++) {
      xBar[i] *= factor;
    }
    return largest + Math.log(sum);
  }
}
