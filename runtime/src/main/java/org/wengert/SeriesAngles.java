package org.wengert;

/**
 * Trigonometric functions of {@link Series} and their inverses; for generated code only.
 *
 * <p>Each follows from the differential equation that its comment gives, where a prime is the
 * derivative by t; the coefficient of the highest order stands alone on one side of it. Griewank
 * and Walther, table 13.2; Jorba and Zou, Experimental Mathematics 14 (2005), proposition 2.1.
 */
public final class SeriesAngles {
  private SeriesAngles() {}

  /** The sine, by both values. */
  public static double[] sin(double[] xs, double sin, double cos) {
    return circular(xs, sin, cos);
  }

  /** The cosine, by both values. */
  public static double[] cos(double[] xs, double cos, double sin) {
    return circular(xs, cos, -sin);
  }

  /** {@code r' = s x', s' = -r x'}. */
  private static double[] circular(double[] xs, double value, double slope) {
    if (Series.isConstant(xs)) {
      return xs;
    }
    double[] r = Series.like(xs);
    double[] s = new double[xs.length];
    for (int k = 1; k < r.length; k++) {
      r[k] = slope * xs[k] + Convolution.integrated(xs, s, k);
      s[k] = -(value * xs[k] + Convolution.integrated(xs, r, k));
    }
    return r;
  }

  /**
   * {@code r' = v x'} with {@code v = 1 + r r}.
   *
   * @param tan the value
   */
  public static double[] tan(double[] xs, double tan) {
    if (Series.isConstant(xs)) {
      return xs;
    }
    double[] r = Series.like(xs);
    double[] vs = new double[xs.length];
    double v = 1 + tan * tan;
    for (int k = 1; k < r.length; k++) {
      r[k] = v * xs[k] + Convolution.integrated(xs, vs, k);
      vs[k] = 2 * tan * r[k] + Convolution.of(r, r, k);
    }
    return r;
  }

  /** {@code w r' = x', w' = -x r'} with the cosine {@code w} of r. */
  public static double[] asin(double x, double[] xs) {
    if (Series.isConstant(xs)) {
      return xs;
    }
    double[] r = Series.like(xs);
    double[] ws = new double[xs.length];
    double w = Math.sqrt((1 - x) * (1 + x)); // not 1 - x * x, which cancels near one
    for (int k = 1; k < r.length; k++) {
      r[k] = (xs[k] - Convolution.integrated(r, ws, k)) / w;
      ws[k] = -(x * r[k] + Convolution.integrated(r, xs, k));
    }
    return r;
  }

  /** A constant less {@link #asin}. */
  public static double[] acos(double x, double[] xs) {
    return Series.negation(asin(x, xs));
  }

  /** {@code v r' = x'} with {@code v = 1 + x x}. */
  public static double[] atan(double x, double[] xs) {
    if (Series.isConstant(xs)) {
      return xs;
    }
    double[] r = Series.like(xs);
    double[] vs = new double[xs.length];
    double v = 1 + x * x;
    for (int k = 1; k < r.length; k++) {
      r[k] = (xs[k] - Convolution.integrated(r, vs, k)) / v;
      vs[k] = 2 * x * xs[k] + Convolution.of(xs, xs, k);
    }
    return r;
  }

  /**
   * {@code v r' = x y' - y x'} with {@code v = x x + y y}, both divided by a power of two, which
   * changes nothing, so that the squares stay numbers.
   */
  public static double[] atan2(double y, double[] ys, double x, double[] xs) {
    if (Series.isConstant(xs) && Series.isConstant(ys)) {
      return xs;
    }
    int exponent = -Math.max(Math.getExponent(x), Math.getExponent(y));
    double a = Math.scalb(x, exponent);
    double b = Math.scalb(y, exponent);
    double[] as = Series.scalb(xs, exponent);
    double[] bs = Series.scalb(ys, exponent);
    double[] r = Series.like(xs);
    double[] vs = new double[xs.length];
    double v = a * a + b * b;
    for (int k = 1; k < r.length; k++) {
      double turn = Convolution.integrated(bs, as, k) - Convolution.integrated(as, bs, k);
      turn += times(a, bs, k) - times(b, as, k);
      r[k] = (turn - Convolution.integrated(r, vs, k)) / v;
      vs[k] = 2 * (times(a, as, k) + times(b, bs, k));
      vs[k] += Convolution.of(as, as, k) + Convolution.of(bs, bs, k);
    }
    return r;
  }

  /** Zero for a constant, beside an infinity, too. */
  private static double times(double value, double[] series, int k) {
    return Series.isConstant(series) ? 0 : value * series[k];
  }
}
