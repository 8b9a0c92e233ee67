package org.wengert.sample.sparse;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.OpenMapRealMatrix;
import org.hipparchus.linear.RealLinearOperator;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.MathUtils;
import org.wengert.SparseMatrix;

/** Sparse matrices for Hipparchus. */
public final class HipparchusMatrices {
  private HipparchusMatrices() {}

  /** The same matrix; of no more elements, zeros included, than an {@code int} counts. */
  public static RealMatrix of(SparseMatrix matrix) {
    RealMatrix result = new OpenMapRealMatrix(matrix.rows(), matrix.columns());
    for (int i = 0; i < matrix.rows(); i++) {
      for (int k = matrix.rowStart()[i]; k < matrix.rowStart()[i + 1]; k++) {
        result.setEntry(i, matrix.columnIndex()[k], matrix.values()[k]);
      }
    }
    return result;
  }

  /** The product with a vector, which is all that iterative solvers ask for; of any size. */
  public static RealLinearOperator operator(SparseMatrix matrix) {
    return new RealLinearOperator() {
      @Override
      public int getRowDimension() {
        return matrix.rows();
      }

      @Override
      public int getColumnDimension() {
        return matrix.columns();
      }

      @Override
      public RealVector operate(RealVector x) {
        MathUtils.checkDimension(x.getDimension(), matrix.columns());
        double[] product = new double[matrix.rows()];
        for (int i = 0; i < matrix.rows(); i++) {
          for (int k = matrix.rowStart()[i]; k < matrix.rowStart()[i + 1]; k++) {
            product[i] += matrix.values()[k] * x.getEntry(matrix.columnIndex()[k]);
          }
        }
        return new ArrayRealVector(product, false);
      }
    };
  }
}
