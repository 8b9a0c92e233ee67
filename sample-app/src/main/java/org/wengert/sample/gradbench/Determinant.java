package org.wengert.sample.gradbench;

import org.wengert.Differentiable;

/** The determinant by expansion along the first row, of all minors. */
public final class Determinant {

  private Determinant() {}

  /**
   * The determinant of a square matrix.
   *
   * @param a its elements, row by row
   * @param size the number of its rows, at least 1
   */
  @Differentiable(order = 2)
  public static double determinant(double[] a, int size) {
    // The columns that are left form a ring of successors; the last entry is its head.
    int[] next = new int[size + 1];
    for (int j = 0; j < size; j++) {
      next[j] = j + 1;
    }
    next[size] = 0;
    return minor(a, size, next, 0);
  }

  /** The determinant of the rows from {@code row} on, and the columns in the ring. */
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
}
