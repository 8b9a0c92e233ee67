package org.wengert.sample.rules;

import org.wengert.DerivativeRule;

/** Functions that {@link Math} lacks, with their derivatives in closed form. */
public final class SpecialFunctions {
  /** Bernoulli numbers over {@code 2 k (2 k - 1)}: Abramowitz and Stegun 6.1.41. */
  private static final double[] STIRLING = {
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
  };

  private SpecialFunctions() {}

  /**
   * The error function, to about 1e-15: the series of Abramowitz and Stegun 7.1.6, and the
   * continued fraction 7.1.14 where that converges fast.
   */
  public static double erf(double x) {
    if (Math.abs(x) > 3) {
      double fraction = 0;
      for (int k = 60; k > 0; k--) {
        fraction = k / 2.0 / (Math.abs(x) + fraction);
      }
      double rest = Math.exp(-x * x) / (Math.sqrt(Math.PI) * (Math.abs(x) + fraction));
      return Math.signum(x) * (1 - rest);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /** The derivative of {@link #erf}. */
  @DerivativeRule(method = "erf")
  public static double erfPartial(double x) {
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
  }

  /**
   * The logarithm of the gamma function of a positive number, to about 1e-14: Stirling's series
   * (Abramowitz and Stegun 6.1.41) beyond 10, and recurrence to get there.
   */
  public static double logGamma(double x) {
    double shift = 0;
    double z = x;
    for (; z < 10; z++) {
      shift += Math.log(z);
    }
    double series = 0;
    for (int k = STIRLING.length - 1; k >= 0; k--) {
      series = series / (z * z) + STIRLING[k];
    }
    return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series / z - shift;
  }

  /** The digamma function: Abramowitz and Stegun 6.3.18, and recurrence. */
  @DerivativeRule(method = "logGamma")
  public static double digamma(double x) {
    double shift = 0;
    double z = x;
    for (; z < 10; z++) {
      shift += 1 / z;
    }
    double series = 0;
    for (int k = STIRLING.length - 1; k >= 0; k--) {
      series = series / (z * z) + (2 * k + 1) * STIRLING[k];
    }
    return Math.log(z) - 0.5 / z - series / (z * z) - shift;
  }
}
