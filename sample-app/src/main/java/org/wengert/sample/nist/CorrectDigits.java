package org.wengert.sample.nist;

/** How many decimal digits of a result agree with the certified ones. */
final class CorrectDigits {

  /** As many as NIST certifies; more cannot be told. */
  static final double CERTIFIED = 11;

  private CorrectDigits() {}

  /**
   * Returns the log relative error of the worst component, at most {@link #CERTIFIED}, at least 0.
   */
  static double of(double[] found, double[] certified) {
    double least = CERTIFIED;
    for (int i = 0; i < certified.length; i++) {
      double relative = Math.abs(found[i] - certified[i]) / Math.abs(certified[i]);
      // Written so that a NaN counts as no digit at all.
      least = relative < 1 ? Math.min(least, -Math.log10(relative)) : 0;
      if (least == 0) {
        return 0;
      }
    }
    return least;
  }
}
