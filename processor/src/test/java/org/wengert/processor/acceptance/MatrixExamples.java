package org.wengert.processor.acceptance;

import java.util.List;

/** Arrays of arrays: rows that are shared, and arrays of higher rank. */
final class MatrixExamples {
  private MatrixExamples() {}

  static List<Example> all() {
    double[] row = new double[3];
    double[][] matrix = {row, new double[3], row};
    return List.of(
        Example.of(
                """
                @Differentiable
                static double writesSharedRows(double[][] a, double t) {
                  for (int i = 0; i < a.length; i++) {
                    for (int j = 0; j < a[i].length; j++) {
                      a[i][j] = t * a[i][j] * a[i][j] + j;
                    }
                  }
                  return a[0][0] * a[1][1] + a[2][2];
                }
                """)
            .with("a", matrix),
        Example.of(
                """
                @Differentiable
                static double[] writesARowOfAnother(double[][] a, double[] b, double[] c) {
                  b[0] *= a[0][1];
                  a[1][2] = b[0] * c[1] + a[2][0];
                  c[0] += b[2] * a[1][0];
                  return new double[] {a[0][0] * b[0], c[0] * a[1][2]};
                }
                """)
            .with("a", matrix)
            .with("b", row)
            .with("c", matrix[1]),
        Example.of(
                """
                @Differentiable
                static double readsSharedRows(double[][] a, double[] b) {
                  double s = 0;
                  for (int i = 0; i < a.length; i++) {
                    for (int j = 0; j < b.length; j++) {
                      s += a[i][j] * a[i][j] * b[j];
                    }
                  }
                  return s;
                }
                """)
            .with("a", matrix)
            .with("b", row),
        Example.of(
                """
                @Differentiable
                static void sameMatrixTwice(double[][] a, double[][] b) {
                  for (int i = 0; i < a.length; i++) {
                    for (int j = 0; j < a.length; j++) {
                      a[i][j] += b[j][i] * b[i][j];
                    }
                  }
                }
                """)
            .with("a", matrix)
            .with("b", matrix));
  }
}
