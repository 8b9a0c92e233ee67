package org.wengert;

/**
 * Which sweeps compute a sparse matrix, and where in their results the entries stand.
 *
 * @param byRows whether each colour is one of rows, of which a reverse sweep computes the sum
 * @param directions in how many colours a sweep goes at once
 * @param start where the entries of each colour begin in the two lists, and their length
 * @param entry the number of the entry
 * @param position its place in the result of the sweep for its colour
 */
record SweepPlan(
    Colouring colouring, boolean byRows, int directions, int[] start, int[] entry, int[] position) {

  /**
   * For a Jacobian: by columns, or by rows where that takes fewer sweeps.
   *
   * @param directions of a forward sweep
   */
  static SweepPlan ofJacobian(Pattern pattern, int directions) {
    Pattern transposed = pattern.transposed();
    int least = sweeps(pattern.longestRow(), directions);
    Colouring rows = null;
    if (transposed.longestRow() < least) {
      rows = Colouring.ofColumns(transposed, pattern);
      if (rows.count() < least) {
        return byRows(pattern, rows);
      }
    }
    Colouring columns = Colouring.ofColumns(pattern, transposed);
    int sweeps = sweeps(columns.count(), directions);
    if (rows == null && transposed.longestRow() < sweeps) {
      rows = Colouring.ofColumns(transposed, pattern);
    }
    return rows != null && rows.count() < sweeps
        ? byRows(pattern, rows)
        : of(pattern, columns, false, directions, pattern.columnIndex(), ofRows(pattern));
  }

  private static SweepPlan byRows(Pattern pattern, Colouring rows) {
    return of(pattern, rows, true, 1, ofRows(pattern), pattern.columnIndex());
  }

  /** For a Hessian: each entry by itself, or by its mirror image where that stands alone. */
  static SweepPlan ofHessian(Pattern pattern, int directions) {
    Colouring colouring = Colouring.ofSymmetric(pattern);
    int[] coloured = new int[pattern.entries()];
    int[] position = new int[pattern.entries()];
    int[] equals = new int[colouring.count()];
    for (int i = 0; i < pattern.rows(); i++) {
      int from = pattern.rowStart()[i];
      int to = pattern.rowStart()[i + 1];
      for (int k = from; k < to; k++) {
        equals[colouring.of()[pattern.columnIndex()[k]]]++;
      }
      for (int k = from; k < to; k++) {
        int j = pattern.columnIndex()[k];
        boolean alone = equals[colouring.of()[j]] == 1;
        coloured[k] = alone ? j : i;
        position[k] = alone ? i : j;
      }
      for (int k = from; k < to; k++) {
        equals[colouring.of()[pattern.columnIndex()[k]]] = 0;
      }
    }
    return of(pattern, colouring, false, directions, coloured, position);
  }

  /**
   * Puts the entries in the order of the colours that they are computed by.
   *
   * @param coloured of each entry, what has its colour
   */
  private static SweepPlan of(
      Pattern pattern,
      Colouring colouring,
      boolean byRows,
      int directions,
      int[] coloured,
      int[] position) {
    int[] start = new int[colouring.count() + 1];
    for (int k = 0; k < pattern.entries(); k++) {
      start[colouring.of()[coloured[k]] + 1]++;
    }
    for (int c = 0; c < colouring.count(); c++) {
      start[c + 1] += start[c];
    }
    int[] next = start.clone();
    int[] entry = new int[pattern.entries()];
    int[] sorted = new int[pattern.entries()];
    for (int k = 0; k < pattern.entries(); k++) {
      int at = next[colouring.of()[coloured[k]]]++;
      entry[at] = k;
      sorted[at] = position[k];
    }
    return new SweepPlan(colouring, byRows, directions, start, entry, sorted);
  }

  private static int[] ofRows(Pattern pattern) {
    int[] rows = new int[pattern.entries()];
    for (int i = 0; i < pattern.rows(); i++) {
      for (int k = pattern.rowStart()[i]; k < pattern.rowStart()[i + 1]; k++) {
        rows[k] = i;
      }
    }
    return rows;
  }

  int sweeps() {
    return sweeps(colouring.count(), directions);
  }

  private static int sweeps(int colours, int directions) {
    return (colours + directions - 1) / directions;
  }
}
