package org.wengert;

/**
 * Powers, roots and lengths of {@link Series}; for generated code only.
 *
 * <p>Roots follow from what their powers are, by comparing coefficients; powers from {@code x r' =
 * a r x'}, a recurrence of Euler's (Knuth 4.7, exercise 7; Griewank and Walther, table 13.2).
 */
public final class SeriesPowers {
  /** Whole powers up to this one are products, whatever the order. */
  private static final int FEW_FACTORS = 64;

  private SeriesPowers() {}

  /**
   * {@code r r = x}.
   *
   * @param sqrt the value
   */
  public static double[] sqrt(double[] xs, double sqrt) {
    if (Series.isConstant(xs)) {
      return xs;
    }
    double[] r = Series.like(xs);
    for (int k = 1; k < r.length; k++) {
      r[k] = (xs[k] - Convolution.of(r, r, k)) / (2 * sqrt);
    }
    return r;
  }

  /**
   * {@code 3 s r' = x'} with {@code s = r r}.
   *
   * @param cbrt the value
   */
  public static double[] cbrt(double[] xs, double cbrt) {
    if (Series.isConstant(xs)) {
      return xs;
    }
    double[] r = Series.like(xs);
    double[] ss = new double[xs.length];
    double s = cbrt * cbrt;
    for (int k = 1; k < r.length; k++) {
      r[k] = (xs[k] - 3 * Convolution.integrated(r, ss, k)) / (3 * s);
      ss[k] = 2 * cbrt * r[k] + Convolution.of(r, r, k);
    }
    return r;
  }

  /**
   * {@code r r = x x + y y}, divided by the value, so that the squares stay numbers. Where that is
   * zero, so is the series, as that of {@code Math.abs}.
   *
   * @param hypot the value
   */
  public static double[] hypot(double x, double[] xs, double y, double[] ys, double hypot) {
    if (Series.isConstant(xs)) {
      return hypot(y, ys, hypot);
    }
    if (Series.isConstant(ys)) {
      return hypot(x, xs, hypot);
    }
    double[] r = Series.like(xs);
    if (hypot == 0) {
      return r;
    }
    double[] as = Series.over(xs, hypot);
    double[] bs = Series.over(ys, hypot);
    double[] unit = new double[r.length];
    for (int k = 1; k < r.length; k++) {
      double squares = Convolution.of(as, xs, k) + Convolution.of(bs, ys, k);
      r[k] = x / hypot * xs[k] + y / hypot * ys[k];
      r[k] += (squares - Convolution.of(unit, r, k)) / 2;
      unit[k] = r[k] / hypot;
    }
    return r;
  }

  /** The same where the other operand is a constant. */
  public static double[] hypot(double x, double[] xs, double hypot) {
    if (Series.isConstant(xs)) {
      return xs;
    }
    double[] r = Series.like(xs);
    if (hypot == 0) {
      return r;
    }
    double[] as = Series.over(xs, hypot);
    double[] unit = new double[r.length];
    for (int k = 1; k < r.length; k++) {
      double squares = Convolution.of(as, xs, k) - Convolution.of(unit, r, k);
      r[k] = x / hypot * xs[k] + squares / 2;
      unit[k] = r[k] / hypot;
    }
    return r;
  }

  /**
   * {@code Math.pow(x, a)} with a constant exponent.
   *
   * @param slope its derivative by x
   */
  public static double[] pow(double x, double[] xs, double a, double slope) {
    if (Series.isConstant(xs)) {
      return xs;
    }
    if (a == 0) {
      return Series.like(xs);
    }
    boolean isWhole = a > 0 && a == Math.rint(a);
    if (isWhole && (a <= FEW_FACTORS || a < xs.length)) {
      return product(x, xs, (int) a);
    }
    return x == 0 || Math.abs(x) < 1 && Math.abs(slope) < Double.MIN_NORMAL
        ? powerOfSmall(x, xs, a)
        : power(x, xs, a, slope);
  }

  /** Near a zero of x, the recurrence below would lose all digits beyond the order a. */
  private static double[] product(double x, double[] xs, int factors) {
    double r = x;
    double[] rs = xs;
    for (int bit = Integer.highestOneBit(factors) >> 1; bit > 0; bit >>= 1) {
      rs = Series.product(r, rs, r, rs);
      r = r * r;
      if ((factors & bit) != 0) {
        rs = Series.product(r, rs, x, xs);
        r = r * x;
      }
    }
    return rs;
  }

  private static double[] power(double x, double[] xs, double a, double slope) {
    double[] r = Series.like(xs);
    for (int k = 1; k < r.length; k++) {
      double sum = 0;
      for (int j = 1; j < k; j++) {
        sum += (a * j - (k - j)) * xs[j] * r[k - j];
      }
      r[k] = slope * xs[k] + sum / (k * x);
    }
    return r;
  }

  /**
   * The same with coefficients p of which {@code r[k] = p[k] * Math.pow(x, a - k)}, since the power
   * may be none that a number can hold: at zero they are zero up to the exponent, and infinite
   * beyond it.
   */
  private static double[] powerOfSmall(double x, double[] xs, double a) {
    double[] r = Series.like(xs);
    double[] p = new double[r.length];
    for (int k = 1; k < r.length; k++) {
      p[k] = a * xs[k] * Math.pow(x, k - 1);
      for (int j = 1; j < k; j++) {
        p[k] += (a * j - (k - j)) * xs[j] * Math.pow(x, j - 1) * p[k - j] / k;
      }
      r[k] = p[k] * Math.pow(x, a - k);
    }
    return r;
  }

  /**
   * {@code Math.pow(a, y)} with a constant base.
   *
   * @param log the logarithm of the base
   * @param pow the value
   */
  public static double[] exponential(double a, double[] ys, double log, double pow) {
    return SeriesExponentials.exp(Series.scaled(ys, a == 0 ? 0 : log), pow);
  }

  /**
   * {@code Math.pow(x, y)}: the power with the exponent of this moment, times an exponential of how
   * the exponent moves. Where x is zero, the exponent counts as a constant, and there is no series
   * beyond the order y.
   *
   * @param log the logarithm of x
   * @param slope the derivative by x
   * @param pow the value
   */
  public static double[] pow(
      double x, double[] xs, double y, double[] ys, double log, double slope, double pow) {
    if (Series.isConstant(ys)) {
      return pow(x, xs, y, slope);
    }
    if (Series.isConstant(xs)) {
      return exponential(x, ys, log, pow);
    }
    double[] power = pow(x, xs, y, slope);
    if (x != 0) {
      double[] logs = SeriesExponentials.log(x, xs);
      double[] move = Series.scaled(ys, log);
      for (int k = 2; k < move.length; k++) {
        move[k] += Convolution.of(logs, ys, k);
      }
      return Series.product(pow, power, 1, SeriesExponentials.exp(move, 1));
    }
    double[] r = power.clone();
    for (int k = 2; k < r.length; k++) {
      if (!(k <= y)) {
        r[k] = Double.NaN;
      }
    }
    return r;
  }
}
