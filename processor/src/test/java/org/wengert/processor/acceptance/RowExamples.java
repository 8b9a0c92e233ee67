package org.wengert.processor.acceptance;

import java.util.List;

/** Rows that are replaced, exchanged and stored elsewhere. */
final class RowExamples {
  private RowExamples() {}

  static List<Example> all() {
    return List.of(
        Example.of(
                """
                @Differentiable
                static double logDeterminant(double[][] a) {
                  double s = 0;
                  for (int k = 0; k < a.length; k++) {
                    int pivot = k;
                    for (int i = k + 1; i < a.length; i++) {
                      if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) pivot = i;
                    }
                    double[] row = a[pivot];
                    a[pivot] = a[k];
                    a[k] = row;
                    for (int i = k + 1; i < a.length; i++) {
                      double factor = a[i][k] / a[k][k];
                      for (int j = k; j < a.length; j++) {
                        a[i][j] -= factor * a[k][j];
                      }
                    }
                    s += Math.log(Math.abs(a[k][k]));
                  }
                  return s;
                }
                """)
            .with("a", new double[3][3])
            .between(-2, 2)
            .gradient(RowExamples::inverseTransposed),
        Example.of(
                """
                @Differentiable
                static void exchange(double[][] a, double t) {
                  double[] first = a[0];
                  a[0] = a[1];
                  a[1] = first;
                  a[1][0] *= t * a[0][1];
                }
                """)
            .with("a", new double[2][2])
            .rows(
                at -> {
                  double[][] a = (double[][]) at.get(0);
                  double t = at.number(1);
                  double[][] rows = new double[4][5];
                  rows[0][2] = 1;
                  rows[1][3] = 1;
                  rows[2][0] = t * a[1][1];
                  rows[2][3] = t * a[0][0];
                  rows[2][4] = a[0][0] * a[1][1];
                  rows[3][1] = 1;
                  return rows;
                }),
        Example.of(
                """
                @Differentiable
                static double newRows(double[][] a, double[] w) {
                  for (int i = 0; i < a.length; i++) {
                    double[] row = new double[a[i].length];
                    for (int j = 0; j < row.length; j++) {
                      row[j] = a[i][j] * w[j] + (i > 0 ? a[i - 1][j] : 0);
                    }
                    a[i] = row;
                  }
                  return a[1][0] * a[2][1];
                }
                """)
            .with("a", new double[3][2])
            .with("w", new double[2]),
        Example.of(
                """
                @Differentiable
                static double keepsRows(double[][] a, double[] w, int n) {
                  double[][] kept = new double[4][];
                  kept[0] = a[1];
                  kept[1] = w;
                  kept[2] = a[0];
                  for (int i = 0; i < n; i++) {
                    double[] last = kept[2];
                    kept[3] = kept[2];
                    kept[2] = kept[1];
                    kept[1] = kept[0];
                    kept[0] = last;
                    last[0] += kept[1][1] * kept[3][0] * kept[2][0];
                  }
                  return kept[0][0] * kept[1][1];
                }
                """)
            .with("a", new double[2][2])
            .with("w", new double[2])
            .with("n", 5),
        Example.of(
                """
                @Differentiable
                static void bubbleRows(double[][] a) {
                  for (int pass = 0; pass < a.length; pass++) {
                    for (int i = 0; i + 1 < a.length; i++) {
                      if (a[i][0] > a[i + 1][0]) {
                        exchange(a, i, i + 1);
                        a[i][1] *= a[i + 1][0];
                      }
                    }
                  }
                }
                static void exchange(double[][] a, int i, int j) {
                  double[] row = a[i];
                  a[i] = a[j];
                  a[j] = row;
                }
                """)
            .with("a", new double[4][2]),
        Example.of(
                """
                @Differentiable
                static void firstRowOfTwo(double[][] a, double[][] b, float[][] c) {
                  double[] row = a[0];
                  a[0] = b[0];
                  b[0] = row;
                  b[0][0] *= c[0][0] * a[0][1];
                  c[1][0] += (float) a[0][0];
                }
                """)
            .with("a", new double[2][2])
            .with("b", new double[1][2])
            .with("c", new float[2][1])
            .to(Precision.FLOAT));
  }

  private static double[] inverseTransposed(Arguments arguments) {
    double[][] a = (double[][]) arguments.get(0);
    double[] result = new double[9];
    double determinant = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        int up = (i + 1) % 3;
        int down = (i + 2) % 3;
        int right = (j + 1) % 3;
        int left = (j + 2) % 3;
        result[3 * i + j] = a[up][right] * a[down][left] - a[up][left] * a[down][right];
        determinant += i == 0 ? a[0][j] * result[j] : 0;
      }
    }
    for (int i = 0; i < 9; i++) {
      result[i] /= determinant;
    }
    return result;
  }
}
