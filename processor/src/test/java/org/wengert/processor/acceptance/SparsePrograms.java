package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Random;
import org.wengert.SparseMatrix;
import org.wengert.Sparsity;
import org.wengert.processor.Program;

/** Methods with sparse Jacobians and Hessians. */
final class SparsePrograms {
  static final Program PROGRAM =
      Program.compile(
          """
          final class Large {
            /** Of the discretised equation of Bratu, on a square of n by n points. */
            @Differentiable(sparse = true, wrt = "u")
            static double[] bratu(double[] u, int n, double lambda) {
              double h = 1.0 / (n + 1);
              double[] residual = new double[u.length];
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                  int k = i * n + j;
                  double sum = 4 * u[k];
                  sum -= i > 0 ? u[k - n] : 0;
                  sum -= i + 1 < n ? u[k + n] : 0;
                  sum -= j > 0 ? u[k - 1] : 0;
                  sum -= j + 1 < n ? u[k + 1] : 0;
                  residual[k] = sum - h * h * lambda * Math.exp(u[k]);
                }
              }
              return residual;
            }

            @Differentiable(sparse = true, order = 2)
            static double rosenbrock(double[] x) {
              double sum = 0;
              for (int i = 0; i + 1 < x.length; i++) {
                double a = 1 - x[i];
                double b = x[i + 1] - x[i] * x[i];
                sum += a * a + 100 * b * b;
              }
              return sum;
            }

            @Differentiable(sparse = true, order = 2)
            static double arrow(double[] x, double y) {
              double sum = 0;
              for (double each : x) {
                sum += each * each * y;
              }
              return sum;
            }

            @Differentiable(sparse = true)
            static double[] rowAndDiagonal(double[] x) {
              double[] y = new double[x.length];
              for (int i = 0; i < x.length; i++) {
                y[i] = x[i] * x[i];
                y[0] += x[i];
              }
              return y;
            }

            @Differentiable(sparse = true)
            static double[] columnAndDiagonal(double[] x, double t) {
              double[] y = new double[x.length];
              for (int i = 0; i < x.length; i++) {
                y[i] = x[i] * x[i] * t;
              }
              return y;
            }
          }
          """,
          """
          final class Bundle {
            /** Nine numbers of a camera project three of a point onto two. */
            private static void project(double[] all, int c, int p, double[] out, int at) {
              double theta2 = all[c] * all[c] + all[c + 1] * all[c + 1] + all[c + 2] * all[c + 2];
              double theta = Math.sqrt(theta2 + 1e-12);
              double cos = Math.cos(theta);
              double sin = Math.sin(theta) / theta;
              double dot =
                  (all[c] * all[p] + all[c + 1] * all[p + 1] + all[c + 2] * all[p + 2])
                      * (1 - cos) / (theta * theta);
              double[] q = new double[3];
              for (int k = 0; k < 3; k++) {
                int k1 = (k + 1) % 3;
                int k2 = (k + 2) % 3;
                q[k] = all[p + k] * cos
                    + (all[c + k1] * all[p + k2] - all[c + k2] * all[p + k1]) * sin
                    + all[c + k] * dot + all[c + 3 + k];
              }
              double u = -q[0] / q[2];
              double v = -q[1] / q[2];
              double r2 = u * u + v * v;
              double scale = all[c + 6] * (1 + r2 * (all[c + 7] + all[c + 8] * r2));
              out[at] = scale * u;
              out[at + 1] = scale * v;
            }

            @Differentiable(sparse = true, wrt = "all")
            static double[] residuals(double[] all, int cameras, int[] camera, int[] point,
                double[] seen) {
              double[] residuals = new double[seen.length];
              for (int k = 0; k < camera.length; k++) {
                project(all, 9 * camera[k], 9 * cameras + 3 * point[k], residuals, 2 * k);
                residuals[2 * k] -= seen[2 * k];
                residuals[2 * k + 1] -= seen[2 * k + 1];
              }
              return residuals;
            }
          }
          """,
          """
          final class Small {
            @Differentiable(sparse = true)
            static double[] branching(double[] x, boolean wide) {
              double[] y = new double[x.length];
              for (int i = 0; i < x.length; i++) {
                y[i] = x[i] > 0 ? x[i] * x[i] : 2 * x[i];
                if (wide) {
                  y[i] *= x[0];
                }
                if (x[i] > 10) {
                  y[i] += x[x.length - 1];
                }
              }
              return y;
            }

            @Differentiable(sparse = true)
            static double[] placed(double[] x, int[] places) {
              double[] y = new double[places.length];
              for (int i = 0; i < y.length; i++) {
                y[i] = Math.max(x[places[i]], 0) * 3;
              }
              return y;
            }

            @Differentiable(sparse = true)
            static double[] lookup(double[] x, double[] z) {
              return new double[] {x[(int) x[0]], z[0], Math.max(x[0], x[1])};
            }

            @Differentiable(sparse = true)
            static double[] other(double[] x, double[] z) {
              return new double[] {x[(int) x[0]], z[0], Math.max(x[0], x[1])};
            }

            @Differentiable(sparse = true)
            static float[] singles(double t, float[][] x, float s) {
              float[] y = new float[5];
              for (int i = 0; i < x.length; i++) {
                y[i] = (float) (x[i][0] * t) + x[i][1] * x[i][1];
              }
              y[4] = s * s;
              return y;
            }

            @Differentiable(sparse = true)
            static double[] calling(double[] x, double t) {
              double[] y = new double[x.length];
              for (int i = 0; i < x.length; i++) {
                y[i] = repeated(x[i], 3) * (i == 0 ? t : 1);
              }
              return y;
            }

            private static double repeated(double x, int n) {
              return n == 0 ? x : Math.sin(repeated(x, n - 1)) + x;
            }

            @Differentiable(sparse = true, order = 2)
            static double callingTwice(double[] x, double t, float[] w) {
              double sum = 0;
              for (int i = 0; i + 1 < x.length; i++) {
                sum += repeated(x[i], 2) * x[i + 1] + w[i] * t;
              }
              return sum;
            }

            @Differentiable(sparse = true, order = 2)
            static double pieces(double[] x) {
              double sum = 0;
              for (int i = 0; i + 1 < x.length; i++) {
                sum += x[i] > 0 ? x[i] * x[i + 1] : x[i] * x[i];
              }
              return sum;
            }

            @Differentiable(sparse = true)
            static double[] checked(double[] x, int sparsity) throws java.io.IOException {
              double[] y = new double[sparsity];
              y[0] = x[0];
              return y;
            }

            @Differentiable(sparse = true)
            static double[] scalars(double x, double y) {
              return new double[] {x * y, y, x, y, x};
            }

            @Differentiable
            static double[] plain(double[] x) {
              return new double[] {x[0]};
            }

            @Differentiable
            static double plainToo(double[] x) {
              return x[0];
            }

            @Differentiable(sparse = true)
            static double[] thrower(double[] x) {
              if (x[0] < 0) {
                throw new IllegalArgumentException("negative");
              }
              return new double[] {x[0], x[1]};
            }
          }
          """);

  private SparsePrograms() {}

  static double[] random(int n, long seed) {
    return new Random(seed).doubles(n, 0.5, 1.5).toArray();
  }

  static Sparsity sparsity(String owner, String name, Object... arguments) throws Exception {
    return (Sparsity) PROGRAM.call(owner + "Derivatives", name + "Sparsity", arguments);
  }

  static SparseMatrix sparse(String owner, String name, Object... arguments) throws Exception {
    return (SparseMatrix) PROGRAM.call(owner + "Derivatives", name, arguments);
  }

  /**
   * Compares with the dense matrix, to the last bit, and returns the pattern. An element of a
   * Hessian may be its mirror image.
   */
  static Sparsity assertDense(String owner, String name, String matrix, Object... arguments)
      throws Exception {
    Sparsity sparsity = sparsity(owner, name, arguments);
    SparseMatrix found = sparse(owner, name + "Sparse" + matrix, arguments);
    double[][] dense = (double[][]) PROGRAM.call(owner + "Derivatives", name + matrix, arguments);
    double[][] all = found.toDense();
    assertThat(all.length).isEqualTo(dense.length);
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < all[i].length; j++) {
        boolean mirrored = matrix.equals("Hessian") && all[i][j] == dense[j][i];
        assertWithMessage("row %s, column %s", i, j)
            .that(all[i][j])
            .isEqualTo(mirrored ? all[i][j] : dense[i][j]);
      }
    }
    assertThat(sparse(owner, name + "Sparse" + matrix, Arguments.with(arguments, sparsity)))
        .isEqualTo(found);
    return sparsity;
  }
}
