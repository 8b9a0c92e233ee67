package org.wengert;

/**
 * The sums that make up a coefficient of a product of two series, without those terms that hold a
 * constant term: what {@link Series} has at 0 is never read.
 */
final class Convolution {
  private Convolution() {}

  /** The sum of {@code a[j] * b[k - j]} over all j from 1 to k - 1. */
  static double of(double[] a, double[] b, int k) {
    double sum = 0;
    for (int j = 1; j < k; j++) {
      sum += a[j] * b[k - j];
    }
    return sum;
  }

  /**
   * The sum of {@code j * a[j] * b[k - j]} over all j from 1 to k - 1, divided by k: what a product
   * with the derivative of a comes to once it is integrated.
   */
  static double integrated(double[] a, double[] b, int k) {
    double sum = 0;
    for (int j = 1; j < k; j++) {
      sum += j * a[j] * b[k - j];
    }
    return sum / k;
  }
}
