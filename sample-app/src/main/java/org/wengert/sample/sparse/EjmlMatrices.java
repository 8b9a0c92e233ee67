package org.wengert.sample.sparse;

import org.ejml.data.DMatrixSparseCSC;
import org.wengert.SparseMatrix;

/** Sparse matrices for EJML, which has them in compressed columns. */
public final class EjmlMatrices {
  private EjmlMatrices() {}

  /** The same matrix, with the rows ascending within each column. */
  public static DMatrixSparseCSC of(SparseMatrix matrix) {
    DMatrixSparseCSC result =
        new DMatrixSparseCSC(matrix.rows(), matrix.columns(), matrix.entries());
    int[] start = result.col_idx;
    for (int column : matrix.columnIndex()) {
      start[column + 1]++;
    }
    for (int j = 0; j < matrix.columns(); j++) {
      start[j + 1] += start[j];
    }
    int[] next = start.clone();
    for (int i = 0; i < matrix.rows(); i++) {
      for (int k = matrix.rowStart()[i]; k < matrix.rowStart()[i + 1]; k++) {
        int to = next[matrix.columnIndex()[k]]++;
        result.nz_rows[to] = i;
        result.nz_values[to] = matrix.values()[k];
      }
    }
    result.nz_length = matrix.entries();
    result.indicesSorted = true;
    return result;
  }
}
