package org.wengert;

import java.util.Arrays;

/**
 * The places of a matrix that may hold something else than zero, in compressed rows.
 *
 * @param rowStart where each row begins, and the number of all places
 * @param columnIndex their columns, ascending within a row
 */
record Pattern(int rows, int columns, int[] rowStart, int[] columnIndex) {

  int entries() {
    return columnIndex.length;
  }

  /** The longest row. */
  int longestRow() {
    int longest = 0;
    for (int i = 0; i < rows; i++) {
      longest = Math.max(longest, rowStart[i + 1] - rowStart[i]);
    }
    return longest;
  }

  /** Rows for columns. */
  Pattern transposed() {
    int[] start = new int[columns + 1];
    for (int column : columnIndex) {
      start[column + 1]++;
    }
    for (int j = 0; j < columns; j++) {
      start[j + 1] += start[j];
    }
    int[] next = Arrays.copyOf(start, columns);
    int[] index = new int[columnIndex.length];
    for (int i = 0; i < rows; i++) {
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        index[next[columnIndex[k]]++] = i;
      }
    }
    return new Pattern(columns, rows, start, index);
  }

  /** Whether every place of another pattern is one of this. */
  boolean contains(Pattern other) {
    if (rows != other.rows || columns != other.columns) {
      return false;
    }
    for (int i = 0; i < rows; i++) {
      int k = rowStart[i];
      for (int l = other.rowStart[i]; l < other.rowStart[i + 1]; l++) {
        while (k < rowStart[i + 1] && columnIndex[k] < other.columnIndex[l]) {
          k++;
        }
        if (k == rowStart[i + 1] || columnIndex[k] != other.columnIndex[l]) {
          return false;
        }
      }
    }
    return true;
  }
}
