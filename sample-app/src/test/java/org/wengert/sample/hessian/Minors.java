package org.wengert.sample.hessian;

import org.wengert.Differentiable;

/** A determinant by expansion along the first row, of all minors. */
final class Minors {

  private Minors() {}

  @Differentiable(order = 2)
  static double determinant(double[] a, int size) {
    // The columns that are left form a ring of successors; the last entry is its head.
    int[] next = new int[size + 1];
    for (int j = 0; j < size; j++) {
      next[j] = j + 1;
    }
    next[size] = 0;
    return minor(a, size, next, 0);
  }

  private static double minor(double[] a, int size, int[] next, int row) {
    if (row == size - 1) {
      return a[row * size + next[size]];
    }
    double sum = 0;
    double sign = 1;
    int previous = size;
    for (int column = next[size]; column != size; column = next[column]) {
      next[previous] = next[column];
      sum += sign * a[row * size + column] * minor(a, size, next, row + 1);
      next[previous] = column;
      sign = -sign;
      previous = column;
    }
    return sum;
  }

  @Differentiable
  static double[] gradient(double[] a, int size) {
    return MinorsDerivatives.determinantGradient(a, size).a();
  }

  @Differentiable(wrt = "a")
  static double slope(double[] a, double[] v, int size) {
    return MinorsDerivatives.determinantJvp(a, v, size).tangent();
  }

  static Twice of(int size) {
    return new Twice(
        size * size,
        a -> MinorsDerivatives.determinantHessian(a, size),
        MinorsDerivatives.gradient(size),
        v -> MinorsDerivatives.slope(v, size));
  }
}
