package org.wengert;

/**
 * A dot product and the sum of its terms' absolute values, to which its rounding error is
 * proportional.
 *
 * @param sum the dot product
 * @param scale the sum of the absolute values of its terms
 */
record DotProduct(double sum, double scale) {

  /** Terms where {@code b} is zero are left out, whatever {@code a} is there. */
  static DotProduct of(double[] a, double[] b) {
    double sum = 0;
    double scale = 0;
    for (int i = 0; i < b.length; i++) {
      if (b[i] != 0) {
        double term = a[i] * b[i];
        sum += term;
        scale += Math.abs(term);
      }
    }
    return new DotProduct(sum, scale);
  }

  double relativeError(DotProduct other) {
    double off = Math.abs(sum - other.sum);
    return off == 0 ? 0 : off / Math.max(scale, other.scale);
  }
}
