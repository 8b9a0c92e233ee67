package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.VectorFunction;
import org.wengert.processor.Program;

/** Jacobians several columns at a time: what they are, and what they cost. */
final class JacobianTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Model {
            @Differentiable(wrt = "x")
            static double[] f(double[] x, int m) {
              double[] y = new double[m + Work.done()];
              double product = 1;
              for (int i = 0; i < m; i++) {
                double v = x[i % x.length];
                product *= v;
                y[i] = Math.sqrt(v) * product / (i + 3) + (v > 1 ? Math.sin(v * x[0]) : -v);
              }
              return y;
            }

            @Differentiable
            static double[] mixed(double s, double[][] a, float t, double[] w, int m, double[] c) {
              double[] y = new double[m];
              for (int i = 0; i < m; i++) {
                double[] row = a[i % a.length];
                double sum = s;
                for (int j = 0; j < row.length; j++) {
                  sum += row[j] * w[(i + j) % w.length];
                }
                y[i] = t * Math.exp(-sum) / c[0];
              }
              return y;
            }

            @Differentiable
            static double[] three(double x, double y, double z) {
              return new double[] {x * y / z, Math.sqrt(x) * z};
            }

            @Differentiable
            static double[] five(double a, double b, double c, double d, double e) {
              return new double[] {a * b * Work.one(), c / d - e * a, Math.cos(e) * d};
            }

            @Differentiable
            static float[] singles(float x, float[] w) {
              float[] y = {x * w[0] / 3, w[1] * w[2] * w[3] * x, w[4] - x};
              return y;
            }

            @Differentiable
            static double[] one(double x) {
              return new double[] {x * x, 1 / x};
            }

            @Differentiable
            static double[] writes(double[] x, double[] w) {
              x[0] *= w[Work.done()];
              return new double[] {x[0] * x[1], w[0], x[2], x[3], x[4] * w[0]};
            }

            @Differentiable
            static double[] calls(double[] x) {
              double[] y = new double[5 + Work.done()];
              for (int i = 0; i < 5; i++) {
                y[i] = Other.square(x[i]) * x[0];
              }
              return y;
            }

            @Differentiable(wrt = "x")
            static double[] constant(double[] x, double[] c) {
              return x[0] > 0 ? c.clone() : x.clone();
            }
          }
          """,
          """
          final class Other {
            @Differentiable
            static double square(double x) {
              return x * x;
            }
          }
          """,
          """
          final class Work {
            static int count;
            static int done() { count++; return 0; }
            static double one() { count++; return 1; }
            static int takeCount() { int taken = count; count = 0; return taken; }
          }
          """,
          """
          final class Columns {
            static double[][] f(double[] x, int m) {
              double[][] columns = new double[x.length][];
              for (int j = 0; j < x.length; j++) {
                double[] xDot = new double[x.length];
                xDot[j] = 1;
                columns[j] = ModelDerivatives.fJvp(x, xDot, m).tangent();
              }
              return columns;
            }

            static double[][] mixed(
                double s, double[][] a, float t, double[] w, int m, double[] c, int n) {
              double[][] columns = new double[n][];
              for (int j = 0; j < n; j++) {
                double[][] aDot = new double[a.length][];
                int next = 1;
                for (int i = 0; i < a.length; i++) {
                  aDot[i] = new double[a[i].length];
                  for (int k = 0; k < a[i].length; k++) {
                    aDot[i][k] = next++ == j ? 1 : 0;
                  }
                }
                float tDot = next++ == j ? 1 : 0;
                double[] wDot = new double[w.length];
                for (int k = 0; k < w.length; k++) {
                  wDot[k] = next++ == j ? 1 : 0;
                }
                double[] cDot = new double[c.length];
                for (int k = 0; k < c.length; k++) {
                  cDot[k] = next++ == j ? 1 : 0;
                }
                columns[j] =
                    ModelDerivatives.mixedJvp(
                        s, j == 0 ? 1 : 0, a, aDot, t, tDot, w, wDot, m, c, cDot).tangent();
              }
              return columns;
            }

            static double[][] three(double x, double y, double z) {
              return new double[][] {
                ModelDerivatives.threeJvp(x, 1, y, 0, z, 0).tangent(),
                ModelDerivatives.threeJvp(x, 0, y, 1, z, 0).tangent(),
                ModelDerivatives.threeJvp(x, 0, y, 0, z, 1).tangent()
              };
            }
          }
          """);

  private static final Class<?> DERIVATIVES = type("ModelDerivatives");

  private static Class<?> type(String name) {
    try {
      return PROGRAM.type(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object call(String method, Object... arguments) throws Exception {
    return PROGRAM.call("ModelDerivatives", method, arguments);
  }

  private static int work() throws Exception {
    return (int) PROGRAM.call("Work", "takeCount");
  }

  private static double[] inputs(int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i == 2 ? 0 : 1.5 + Math.sin(i); // the root is steep at zero
    }
    return x;
  }

  private static double[][] transposed(double[][] columns) {
    double[][] rows = new double[columns[0].length][columns.length];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = columns[j][i];
      }
    }
    return rows;
  }

  /** To the last bit, signs of zeros included. */
  private static void same(double[][] actual, double[][] expected) {
    assertWithMessage("%s, not %s", Arrays.deepToString(actual), Arrays.deepToString(expected))
        .that(Arrays.deepEquals(actual, expected))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 17, 32, 33, 66})
  void columnsAreThoseOfSingleSweeps(int n) throws Exception {
    double[] x = inputs(n);
    double[][] expected = transposed((double[][]) PROGRAM.call("Columns", "f", x, 20));
    same((double[][]) call("fJacobian", x, 20), expected);
    assertThat(x).isEqualTo(inputs(n));
    VectorFunction object = (VectorFunction) call("f", 20);
    same(object.jacobian(x), expected);
  }

  /** Scalars and rows of different lengths before, between and after each other. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void allKindsOfInputs(int last) throws Exception {
    double[][] a = {{0.5, -1, 2}, {}, {0.25}, {1, 3}};
    double[] w = inputs(last);
    double[] c = {7};
    int n = 1 + 6 + 1 + last + 1;
    Object columns = PROGRAM.call("Columns", "mixed", 0.3, a, 1.1f, w, 12, c, n);
    same(
        (double[][]) call("mixedJacobian", 0.3, a, 1.1f, w, 12, c),
        transposed((double[][]) columns));
  }

  /** One array for two parameters has its columns twice: each for one of its uses. */
  @Test
  void oneArrayForTwoParameters() throws Exception {
    double[] w = inputs(3);
    double[][] a = {w, w};
    Object columns = PROGRAM.call("Columns", "mixed", 0.3, a, 1.1f, w, 12, w, 14);
    same(
        (double[][]) call("mixedJacobian", 0.3, a, 1.1f, w, 12, w),
        transposed((double[][]) columns));
  }

  @Test
  void scalars() throws Exception {
    same(
        (double[][]) call("threeJacobian", 4.0, 5.0, 6.0),
        transposed((double[][]) PROGRAM.call("Columns", "three", 4.0, 5.0, 6.0)));
    assertThat((double[][]) call("oneJacobian", 2.0)).isEqualTo(new double[][] {{4}, {-0.25}});
    work();
    assertThat((double[][]) call("fiveJacobian", 2.0, 3.0, 5.0, 4.0, 0.0))
        .isEqualTo(new double[][] {{3, 2, 0, 0, 0}, {0, 0, 0.25, -0.3125, -2}, {0, 0, 0, 1, 0}});
    assertThat(work()).isEqualTo(2);
  }

  @Test
  void singlePrecision() throws Exception {
    assertThat((float[][]) call("singlesJacobian", 2f, new float[] {3, 5, 7, 11, 13}))
        .isEqualTo(
            new float[][] {
              {1, 2f / 3, 0, 0, 0, 0}, {385, 0, 154, 110, 70, 0}, {-1, 0, 0, 0, 0, 1}
            });
  }

  /**
   * Four columns are one sweep; from nine on, up to 32 are. Of more, the method itself tells
   * whether its rows are so few that reverse sweeps are cheaper.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 20, 1", "3, 20, 1", "4, 20, 1", "5, 20, 2", "8, 20, 2", "8, 1, 2", "9, 20, 1", "9, 1, 1",
    "32, 20, 1", "33, 20, 3", "64, 20, 3", "65, 20, 4", "65, 8, 4", "65, 7, 8", "65, 0, 1",
        "0, 0, 1"
  })
  void evaluations(int n, int m, int expected) throws Exception {
    double[] x = inputs(n);
    work();
    double[][] jacobian = (double[][]) call("fJacobian", x, m);
    assertThat(work()).isEqualTo(expected);
    assertThat(jacobian).hasLength(m);
    for (int i = 0; i < m; i++) {
      assertThat(jacobian[i]).hasLength(n);
    }
  }

  /** By reverse sweeps, what it is but for rounding. */
  @Test
  void fewRows() throws Exception {
    double[] x = inputs(40);
    double[][] expected = transposed((double[][]) PROGRAM.call("Columns", "f", x, 2));
    double[][] actual = (double[][]) call("fJacobian", x, 2);
    for (int i = 0; i < 2; i++) {
      assertThat(actual[i]).usingTolerance(1e-14).containsExactly(expected[i]).inOrder();
    }
  }

  @Test
  void oneColumnAtATimeWhereArraysAreWrittenInto() throws Exception {
    double[] x = {1, 2, 3, 4, 5};
    work();
    assertThat((double[][]) call("writesJacobian", x, new double[] {7}))
        .isEqualTo(
            new double[][] {
              {14, 7, 0, 0, 0, 2},
              {0, 0, 0, 0, 0, 1},
              {0, 0, 1, 0, 0, 0},
              {0, 0, 0, 1, 0, 0},
              {0, 0, 0, 0, 7, 5}
            });
    assertThat(work()).isEqualTo(6);
    assertThat(x[0]).isEqualTo(1);
  }

  @Test
  void oneColumnAtATimeWhereOthersDerivativesAreCalled() throws Exception {
    work();
    assertThat((double[][]) call("callsJacobian", new double[] {1, 2, 3, 4, 5}))
        .isEqualTo(
            new double[][] {
              {3, 0, 0, 0, 0}, {4, 4, 0, 0, 0}, {9, 0, 6, 0, 0}, {16, 0, 0, 8, 0}, {25, 0, 0, 0, 10}
            });
    assertThat(work()).isEqualTo(5);
  }

  @Test
  void resultsThatMayBeConstant() throws Exception {
    double[] c = {1, 2, 3};
    assertThat((double[][]) call("constantJacobian", new double[] {1, 2}, c))
        .isEqualTo(new double[3][2]);
    assertThat((double[][]) call("constantJacobian", new double[] {-1, 2}, c))
        .isEqualTo(new double[][] {{1, 0}, {0, 1}});
  }

  @Test
  void argumentsOfTheObject() throws Exception {
    VectorFunction three = (VectorFunction) call("three");
    assertThat(assertThrows(IllegalArgumentException.class, () -> three.jacobian(new double[2])))
        .hasMessageThat()
        .isEqualTo("x has length 2, but three has 3 active parameters");
    VectorFunction f = (VectorFunction) call("f", 2);
    assertThrows(IllegalArgumentException.class, () -> f.jacobian(null));
  }

  /** Only where it is used. */
  @Test
  void generatedMembers() {
    List<String> names =
        Arrays.stream(DERIVATIVES.getDeclaredMethods()).map(Method::getName).toList();
    assertThat(names).contains("fJacobianColumns");
    assertThat(names).contains("fJacobianInDirections");
    assertThat(names).doesNotContain("singlesJacobianInDirections");
    assertThat(names).doesNotContain("fiveJacobianInDirections");
    assertThat(names).doesNotContain("writesJacobianInDirections");
    assertThat(names).doesNotContain("callsJacobianInDirections");
    assertThat(names).contains("fJacobianRow");
    assertThat(names).doesNotContain("fJacobianColumn");
    assertThat(names).contains("threeJacobianColumns");
    assertThat(names).doesNotContain("threeJacobianRow");
    assertThat(names).doesNotContain("fiveJacobianRow");
    assertThat(names).doesNotContain("oneJacobianColumns");
    assertThat(names).contains("oneJacobianColumn");
    assertThat(names).doesNotContain("writesJacobianColumns");
    assertThat(names).doesNotContain("callsJacobianColumns");
  }
}
