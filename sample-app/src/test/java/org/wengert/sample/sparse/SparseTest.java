package org.wengert.sample.sparse;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.ejml.data.DMatrixSparseCSC;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.wengert.SparseMatrix;
import org.wengert.VectorFunction;

class SparseTest {
  private static SparseMatrix jacobian(int n) {
    double[] u = new Random(1).doubles((long) n * n, -1, 1).toArray();
    return BratuDerivatives.residualSparseJacobian(u, n, 3);
  }

  /** Of three rows and two columns. */
  private static SparseMatrix oblong() {
    return new SparseMatrix(
        3, 2, new int[] {0, 1, 1, 3}, new int[] {1, 0, 1}, new double[] {5, 6, 7});
  }

  @Test
  void matricesOfEjml() {
    for (SparseMatrix matrix : new SparseMatrix[] {jacobian(6), oblong()}) {
      DMatrixSparseCSC ejml = EjmlMatrices.of(matrix);
      assertThat(ejml.getNonZeroLength()).isEqualTo(matrix.entries());
      assertThat(ejml.getNumRows()).isEqualTo(matrix.rows());
      assertThat(ejml.getNumCols()).isEqualTo(matrix.columns());
      double[][] dense = matrix.toDense();
      for (int i = 0; i < matrix.rows(); i++) {
        for (int j = 0; j < matrix.columns(); j++) {
          assertThat(ejml.get(i, j)).isEqualTo(dense[i][j]);
        }
      }
    }
  }

  @Test
  void matricesOfHipparchus() {
    for (SparseMatrix matrix : new SparseMatrix[] {jacobian(6), oblong()}) {
      RealMatrix hipparchus = HipparchusMatrices.of(matrix);
      assertThat(hipparchus.getData()).isEqualTo(matrix.toDense());
      RealVector x = new ArrayRealVector(new Random(2).doubles(matrix.columns()).toArray());
      double off =
          HipparchusMatrices.operator(matrix).operate(x).getDistance(hipparchus.operate(x));
      assertThat(off).isLessThan(1e-14);
      assertThat(HipparchusMatrices.operator(matrix).getRowDimension()).isEqualTo(matrix.rows());
    }
  }

  @Test
  void newtonFindsTheTwoSolutions() {
    // The middle of both solutions for lambda = 6.
    int n = 31;
    VectorFunction residual = BratuDerivatives.residual(n, 6);
    assertThat(residual.sparsity(new double[n * n]).colours()).isAtMost(8);
    double[] lower = Newton.zero(residual, new double[n * n], 1e-12);
    double[] upper = Newton.zero(residual, bump(n, 3), 1e-12);
    for (double[] u : new double[][] {lower, upper}) {
      for (double element : BratuDerivatives.residual(n, 6).value(u)) {
        assertThat(element).isWithin(1e-12).of(0);
      }
    }
    assertThat(lower[n * n / 2]).isWithin(0.05).of(0.8);
    assertThat(upper[n * n / 2]).isGreaterThan(1.5);
  }

  private static double[] bump(int n, double height) {
    double[] u = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double x = Math.sin(Math.PI * (i + 1) / (n + 1));
        u[i * n + j] = height * x * Math.sin(Math.PI * (j + 1) / (n + 1));
      }
    }
    return u;
  }

  @Test
  void beyondTheTurningPointThereIsNone() {
    VectorFunction residual = BratuDerivatives.residual(7, 20);
    assertThrows(ArithmeticException.class, () -> Newton.zero(residual, new double[49], 1e-12));
  }
}
