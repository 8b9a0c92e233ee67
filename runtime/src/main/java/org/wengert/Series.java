package org.wengert;

/**
 * Taylor series of values along a direction, up to some order; for generated code only.
 *
 * <p>The array s stands for {@code s[1] t + s[2] t^2 + ...}: a series without its constant term,
 * which is the value itself and is computed as the method computes it. In place of that term,
 * {@code s[0]} is 0 where the value is a constant on the way that the method has taken, so that it
 * has no part in what is computed from it, beside an infinity either; and 1 elsewhere. No method
 * changes an array that it is given, and what it returns may be one of them; so series can be
 * shared.
 *
 * <p>Each operation takes time in the square of the order, or less, and allocates a series. The
 * recurrences, here and in {@link SeriesExponentials}, {@link SeriesAngles} and {@link
 * SeriesPowers}, are those of Griewank and Walther, Evaluating Derivatives, second edition, tables
 * 13.1 and 13.2; for sums, products, quotients and powers also in Knuth, The Art of Computer
 * Programming, volume 2, section 4.7.
 */
public final class Series {
  private Series() {}

  /**
   * How many coefficients a series has up to an order.
   *
   * @throws IllegalArgumentException if the order is negative, or no array is as long
   */
  public static int terms(int order) {
    if (order < 0 || order == Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "order is "
              + order
              + (order < 0 ? ", but must not be negative" : ", which is more than an array holds"));
    }
    return order + 1;
  }

  /** An input that goes along a direction: {@code x + xDot t}. */
  public static double[] along(double xDot, int terms) {
    double[] series = new double[terms];
    if (xDot != 0) {
      series[0] = 1;
      if (terms > 1) {
        series[1] = xDot;
      }
    }
    return series;
  }

  /** The same for each element of an array; null for null. */
  public static double[][] along(double[] xDot, int terms) {
    if (xDot == null) {
      return null;
    }
    double[][] series = new double[xDot.length][];
    for (int i = 0; i < series.length; i++) {
      series[i] = along(xDot[i], terms);
    }
    return series;
  }

  /** The same for each element of an array; null for null. */
  public static double[][] along(float[] xDot, int terms) {
    if (xDot == null) {
      return null;
    }
    double[][] series = new double[xDot.length][];
    for (int i = 0; i < series.length; i++) {
      series[i] = along(xDot[i], terms);
    }
    return series;
  }

  /** All coefficients of a result, the value first; a new array. */
  public static double[] of(double value, double[] series) {
    double[] coefficients = series.clone();
    coefficients[0] = value;
    return coefficients;
  }

  /** The same, rounded to single precision. */
  public static float[] of(float value, double[] series) {
    float[] coefficients = new float[series.length];
    coefficients[0] = value;
    for (int k = 1; k < series.length; k++) {
      coefficients[k] = (float) series[k];
    }
    return coefficients;
  }

  /** The same for each element of an array; null for null. */
  public static double[][] of(double[] values, double[][] series) {
    if (values == null) {
      return null;
    }
    double[][] coefficients = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      coefficients[i] = of(values[i], series[i]);
    }
    return coefficients;
  }

  /** The same for each element of an array; null for null. */
  public static float[][] of(float[] values, double[][] series) {
    if (values == null) {
      return null;
    }
    float[][] coefficients = new float[values.length][];
    for (int i = 0; i < values.length; i++) {
      coefficients[i] = of(values[i], series[i]);
    }
    return coefficients;
  }

  /** Whether a value is a constant, which has no part in what is computed from it. */
  static boolean isConstant(double[] series) {
    return series[0] == 0;
  }

  /** A series of zeros for a value that is not a constant. */
  static double[] like(double[] series) {
    double[] result = new double[series.length];
    result[0] = 1;
    return result;
  }

  /** {@code x + y}. */
  public static double[] sum(double[] x, double[] y) {
    if (isConstant(x)) {
      return y;
    }
    if (isConstant(y)) {
      return x;
    }
    double[] r = like(x);
    for (int k = 1; k < r.length; k++) {
      r[k] = x[k] + y[k];
    }
    return r;
  }

  /** {@code x - y}. */
  public static double[] difference(double[] x, double[] y) {
    if (isConstant(x)) {
      return negation(y);
    }
    if (isConstant(y)) {
      return x;
    }
    double[] r = like(x);
    for (int k = 1; k < r.length; k++) {
      r[k] = x[k] - y[k];
    }
    return r;
  }

  /** {@code -x}. */
  public static double[] negation(double[] x) {
    if (isConstant(x)) {
      return x;
    }
    double[] r = like(x);
    for (int k = 1; k < r.length; k++) {
      r[k] = -x[k];
    }
    return r;
  }

  /** {@code x * factor} with a constant. */
  public static double[] scaled(double[] x, double factor) {
    if (isConstant(x)) {
      return x;
    }
    double[] r = like(x);
    for (int k = 1; k < r.length; k++) {
      r[k] = x[k] * factor;
    }
    return r;
  }

  /** {@code x / divisor} by a constant. */
  public static double[] over(double[] x, double divisor) {
    if (isConstant(x)) {
      return x;
    }
    double[] r = like(x);
    for (int k = 1; k < r.length; k++) {
      r[k] = x[k] / divisor;
    }
    return r;
  }

  /** {@code Math.scalb(x, exponent)}. */
  public static double[] scalb(double[] x, int exponent) {
    if (isConstant(x)) {
      return x;
    }
    double[] r = like(x);
    for (int k = 1; k < r.length; k++) {
      r[k] = Math.scalb(x[k], exponent);
    }
    return r;
  }

  /**
   * What an operand contributes to a result that is one of the operands, or a mean of them.
   *
   * @param weight 0 where the operand was passed over: then it has no part, whatever its series
   */
  public static double[] part(double[] x, double weight) {
    if (weight == 0) {
      return new double[x.length];
    }
    return weight == 1 ? x : scaled(x, weight);
  }

  /** {@code x * y}, each given by its value and its series. */
  public static double[] product(double x, double[] xs, double y, double[] ys) {
    if (isConstant(xs)) {
      return scaled(ys, x);
    }
    if (isConstant(ys)) {
      return scaled(xs, y);
    }
    double[] r = like(xs);
    for (int k = 1; k < r.length; k++) {
      r[k] = xs[k] * y + x * ys[k] + Convolution.of(xs, ys, k);
    }
    return r;
  }

  /**
   * {@code x / y}.
   *
   * @param quotient its value
   */
  public static double[] quotient(double[] xs, double y, double[] ys, double quotient) {
    if (isConstant(ys)) {
      return over(xs, y);
    }
    if (isConstant(xs)) {
      return quotient(y, ys, quotient);
    }
    double[] r = like(ys);
    for (int k = 1; k < r.length; k++) {
      r[k] = (xs[k] - quotient * ys[k] - Convolution.of(r, ys, k)) / y;
    }
    return r;
  }

  /** The same where the dividend is a constant. */
  public static double[] quotient(double y, double[] ys, double quotient) {
    if (isConstant(ys)) {
      return ys;
    }
    double[] r = like(ys);
    for (int k = 1; k < r.length; k++) {
      r[k] = -(quotient * ys[k] + Convolution.of(r, ys, k)) / y;
    }
    return r;
  }
}
