package org.wengert;

/**
 * Exponentials, logarithms and hyperbolic functions of {@link Series}; for generated code only.
 *
 * <p>Each follows from the differential equation that its comment gives, where a prime is the
 * derivative by t; the coefficient of the highest order stands alone on one side of it. Griewank
 * and Walther, table 13.2; Jorba and Zou, Experimental Mathematics 14 (2005), proposition 2.1.
 */
public final class SeriesExponentials {
  private static final double LOG_OF_TEN = 2.302585092994046;

  private SeriesExponentials() {}

  /**
   * {@code r' = r x'}.
   *
   * @param exp the value
   */
  public static double[] exp(double[] xs, double exp) {
    if (Series.isConstant(xs)) {
      return xs;
    }
    double[] r = Series.like(xs);
    for (int k = 1; k < r.length; k++) {
      r[k] = exp * xs[k] + Convolution.integrated(xs, r, k);
    }
    return r;
  }

  /** {@code x r' = x'}. */
  public static double[] log(double x, double[] xs) {
    if (Series.isConstant(xs)) {
      return xs;
    }
    double[] r = Series.like(xs);
    for (int k = 1; k < r.length; k++) {
      r[k] = (xs[k] - Convolution.integrated(r, xs, k)) / x;
    }
    return r;
  }

  /** The natural logarithm over that of ten. */
  public static double[] log10(double x, double[] xs) {
    return Series.over(log(x, xs), LOG_OF_TEN);
  }

  /** The hyperbolic sine, by both values. */
  public static double[] sinh(double[] xs, double sinh, double cosh) {
    return hyperbolic(xs, sinh, cosh);
  }

  /** The hyperbolic cosine, by both values. */
  public static double[] cosh(double[] xs, double cosh, double sinh) {
    return hyperbolic(xs, cosh, sinh);
  }

  /** {@code r' = s x', s' = r x'}. */
  private static double[] hyperbolic(double[] xs, double value, double slope) {
    if (Series.isConstant(xs)) {
      return xs;
    }
    double[] r = Series.like(xs);
    double[] s = new double[xs.length];
    for (int k = 1; k < r.length; k++) {
      r[k] = slope * xs[k] + Convolution.integrated(xs, s, k);
      s[k] = value * xs[k] + Convolution.integrated(xs, r, k);
    }
    return r;
  }

  /**
   * {@code r' = v x'} with {@code v = 1 - r r}.
   *
   * @param tanh the value
   * @param v that of v, which the difference would not give where the value is all but one
   */
  public static double[] tanh(double[] xs, double tanh, double v) {
    if (Series.isConstant(xs)) {
      return xs;
    }
    double[] r = Series.like(xs);
    double[] vs = new double[xs.length];
    for (int k = 1; k < r.length; k++) {
      r[k] = v * xs[k] + Convolution.integrated(xs, vs, k);
      vs[k] = -(2 * tanh * r[k] + Convolution.of(r, r, k));
    }
    return r;
  }
}
