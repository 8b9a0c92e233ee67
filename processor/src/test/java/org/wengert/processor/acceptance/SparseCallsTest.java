package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.wengert.SparseMatrix;
import org.wengert.Sparsity;
import org.wengert.processor.Program;

/** Sparse derivatives of methods that call what cannot be followed, or are long. */
final class SparseCallsTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Callers {
            @Differentiable(wrt = "x")
            static double potential(double x, double depth) {
              return -depth * Math.exp(-x * x);
            }

            @Differentiable(sparse = true)
            static double[] nested(double[] x, double depth) {
              double[] y = new double[x.length];
              for (int i = 0; i < x.length; i++) {
                y[i] = CallersDerivatives.potentialGradient(x[i], depth).x();
              }
              return y;
            }

            @Differentiable(sparse = true)
            static double[] returned(double[] x, double[] w) {
              double[] p = {x[0], x[1]};
              double[] q = same(p, 2);
              q[0] += w[0];
              return new double[] {p[0], q[1] + x[2], w[1]};
            }

            private static double[] same(double[] p, int n) {
              return n == 0 ? p : same(p, n - 1);
            }

            /** Of which array the result is one, the call decides. */
            @Differentiable(sparse = true)
            static double[] either(double[] x) {
              double[] p = {x[0], x[1]};
              double[] q = pick(p, x[2], 1);
              q[0] = x[1];
              return new double[] {p[0], q[1]};
            }

            private static double[] pick(double[] p, double x, int n) {
              return n > 0 ? pick(p, x, n - 1) : x > 0 ? p : p.clone();
            }

            @Differentiable(wrt = {"x", "y"}, sparse = true)
            static double[] lent(double[] x, double[] c, double y) {
              return new double[] {walk(x, 2) + walk(c, 2), y, c[0] * x[1]};
            }

            private static double walk(double[] p, int n) {
              return n == 0 ? p[0] : walk(p, n - 1) * p[1];
            }

            @Checkpointed(megabytes = 1)
            @Differentiable(sparse = true, order = 2)
            static double stepping(double[] x, int n) {
              double[] u = x.clone();
              for (int s = 0; s < n; s++) {
                for (int i = 0; i + 1 < u.length; i += 2) {
                  u[i] += 0.1 * u[i] * u[i + 1];
                }
              }
              double sum = 0;
              for (double each : u) {
                sum += each;
              }
              return sum;
            }

            @Differentiable(sparse = true)
            static double[] long_(double[] x, int n) {
              double a = n;
              %s
              return new double[] {x[0], a, x[1] * n};
            }
          }
          """
              .formatted(
                  "a = Math.sin(a) > 0.5 ? a * x[(int) a & 1] + 0.3 : a + x[2 + n % 3];\n"
                      .repeat(300)));

  @Test
  void callsAndLongMethods() throws Exception {
    double[] x = {1.5, 2, 3};
    double[] w = {4, 5};
    compare("nested", "Jacobian", x, 2.0);
    assertThat(compare("returned", "Jacobian", x, w)).isEqualTo(7);
    assertThat(compare("lent", "Jacobian", x, w, 3.0)).isEqualTo(5);
    assertThat(compare("stepping", "Hessian", new double[] {1, 2, 3, 4, 5}, 3)).isEqualTo(6);
    double[] five = {0.1, 0.2, 0.3, 0.4, 0.5};
    compare("long_", "Jacobian", five, 1);
    assertThat(PROGRAM.source("CallersDerivatives")).contains("long_DependencesPart1");
    assertThat(PROGRAM.source("CallersDerivatives")).contains("long_DecisionsPart1");
  }

  @Test
  void whatACallDecidesIsNotKnown() throws Exception {
    double[] x = {1, 2, 3};
    double[] y = {1, 2, -3};
    assertThat(compare("either", "Jacobian", x)).isEqualTo(4);
    assertThat(compare("either", "Jacobian", y)).isEqualTo(6);
    Sparsity sparsity = (Sparsity) PROGRAM.call("CallersDerivatives", "eitherSparsity", x);
    assertThrows(
        IllegalStateException.class,
        () -> PROGRAM.call("CallersDerivatives", "eitherSparseJacobian", y, sparsity));
  }

  /** The number of entries. */
  private static int compare(String name, String matrix, Object... arguments) throws Exception {
    SparseMatrix found =
        (SparseMatrix) PROGRAM.call("CallersDerivatives", name + "Sparse" + matrix, arguments);
    double[][] dense = (double[][]) PROGRAM.call("CallersDerivatives", name + matrix, arguments);
    double[][] all = found.toDense();
    for (int i = 0; i < dense.length; i++) {
      for (int j = 0; j < dense[i].length; j++) {
        assertWithMessage("%s: row %s, column %s", name, i, j)
            .that(all[i][j])
            .isWithin(1e-13 * Math.abs(dense[i][j]))
            .of(dense[i][j]);
      }
    }
    Sparsity sparsity = (Sparsity) PROGRAM.call("CallersDerivatives", name + "Sparsity", arguments);
    assertThat(
            PROGRAM.call(
                "CallersDerivatives",
                name + "Sparse" + matrix,
                Arguments.with(arguments, sparsity)))
        .isEqualTo(found);
    return found.entries();
  }
}
