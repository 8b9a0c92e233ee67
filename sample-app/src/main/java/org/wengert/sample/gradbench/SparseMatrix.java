package org.wengert.sample.gradbench;

/** A matrix by compressed rows, filled from its first element to its last. */
final class SparseMatrix {

  private final int[] rowStarts;
  private final int[] columns;
  private final double[] values;
  private int rows;
  private int size;

  /** An empty matrix with room for so many rows and elements. */
  SparseMatrix(int rows, int elements) {
    rowStarts = new int[rows + 1];
    columns = new int[elements];
    values = new double[elements];
  }

  /** Adds the next element of the row. */
  void append(double value, int column) {
    columns[size] = column;
    values[size] = value;
    size++;
  }

  /** Adds the next {@code count} elements of the row, whose columns follow each other. */
  void append(double[] source, int from, int count, int firstColumn) {
    for (int j = 0; j < count; j++) {
      append(source[from + j], firstColumn + j);
    }
  }

  /** Begins another row. */
  void endRow() {
    rows++;
    rowStarts[rows] = size;
  }

  /** Where each row begins among the elements, and the number of elements. */
  int[] rowStarts() {
    return rowStarts;
  }

  /** The column of each element. */
  int[] columns() {
    return columns;
  }

  double[] values() {
    return values;
  }
}
