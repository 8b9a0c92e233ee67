package org.wengert.processor.proof;

/**
 * A number and its derivatives by all inputs.
 *
 * @param value the number, one of {@code float} exactly
 * @param dot its derivatives; null for a constant
 * @param size the same sums with every term's absolute value: what cancels in {@code dot} shows
 */
record Num(double value, double[] dot, double[] size) {
  static Num constant(double value) {
    return new Num(value, null, null);
  }

  static Num input(double value, int number, int all) {
    double[] dot = new double[all];
    dot[number] = 1;
    return new Num(value, dot, dot);
  }

  boolean isConstant() {
    return dot == null;
  }

  double by(int input) {
    return dot == null ? 0 : dot[input];
  }

  double sizeBy(int input) {
    return size == null ? 0 : size[input];
  }

  /** As a {@code float}; the derivative of rounding is one. */
  Num rounded() {
    return new Num((float) value, dot, size);
  }

  /** {@code value}, where its derivative by this number is {@code partial}. */
  Num then(double value, double partial) {
    return isConstant()
        ? constant(value)
        : new Num(value, scaled(dot, partial), scaled(size, Math.abs(partial)));
  }

  /** A number with the derivatives of both. */
  Num plus(Num other) {
    if (isConstant()) {
      return other;
    }
    return other.isConstant() ? this : new Num(value, sum(dot, other.dot), sum(size, other.size));
  }

  private static double[] scaled(double[] a, double factor) {
    double[] scaled = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      scaled[i] = a[i] == 0 ? 0 : a[i] * factor;
    }
    return scaled;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }
}
