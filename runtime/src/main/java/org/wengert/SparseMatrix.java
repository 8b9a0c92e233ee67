package org.wengert;

import java.util.Arrays;

/**
 * A matrix without its zeros, in compressed rows: the entries of row i are those from {@code
 * rowStart[i]} up to, and without, {@code rowStart[i + 1]}, in ascending order of their columns.
 *
 * <p>The arrays are held as they are given, not copied; the matrices that generated methods return
 * have arrays of their own. Two matrices are equal if their numbers are, in the sense of {@link
 * Arrays#equals(double[], double[])}.
 *
 * @param rows the number of rows
 * @param columns the number of columns
 * @param rowStart where each row begins, and, as the last of its {@code rows + 1} elements, the
 *     number of all entries
 * @param columnIndex the column of each entry
 * @param values the value of each entry, which may be zero
 */
public record SparseMatrix(
    int rows, int columns, int[] rowStart, int[] columnIndex, double[] values) {

  /** The number of entries. */
  public int entries() {
    return values.length;
  }

  /** The row of each entry, a new array: with the columns and the values, coordinates. */
  public int[] rowIndex() {
    int[] rowIndex = new int[values.length];
    for (int i = 0; i < rows; i++) {
      Arrays.fill(rowIndex, rowStart[i], rowStart[i + 1], i);
    }
    return rowIndex;
  }

  /** The element in this place; zero where there is no entry. */
  public double get(int row, int column) {
    if (column < 0 || column >= columns) {
      throw new IndexOutOfBoundsException("column " + column + " of " + columns);
    }
    int found = Arrays.binarySearch(columnIndex, rowStart[row], rowStart[row + 1], column);
    return found < 0 ? 0 : values[found];
  }

  /** All rows with their zeros, freshly allocated. */
  public double[][] toDense() {
    double[][] dense = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        dense[i][columnIndex[k]] = values[k];
      }
    }
    return dense;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SparseMatrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(rowStart, that.rowStart)
        && Arrays.equals(columnIndex, that.columnIndex)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(columnIndex) + Arrays.hashCode(values);
  }

  /** The entries, row by row: {@code 2 x 3 [0: 0=1.5, 2=-1.0] [1: 1=4.0]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(rows + " x " + columns);
    for (int i = 0; i < rows; i++) {
      text.append(" [").append(i).append(':');
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        text.append(k > rowStart[i] ? ", " : " ").append(columnIndex[k]).append('=');
        text.append(values[k]);
      }
      text.append(']');
    }
    return text.toString();
  }
}
