package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.ScalarFunction;
import org.wengert.VectorFunction;
import org.wengert.processor.Program;

/** Taylor series of whole methods: polynomials, of which every coefficient is known exactly. */
final class TaylorProgramsTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Model {
            enum Kind { SUM, PRODUCT }

            record Pair(double a, double b) {
              Pair times(Pair o) {
                return new Pair(a * o.a - b * o.b, a * o.b + b * o.a);
              }
            }

            /** Horner's scheme, by all it is made of. */
            @Differentiable(taylor = true)
            static double horner(double x, double[] a, int n) {
              double s = 0;
              for (int i = n - 1; i >= 0; i--) {
                s = s * x + a[i];
              }
              return s;
            }

            /** The entries of the product of two matrices, and of a third with it, in a cube. */
            @Differentiable(taylor = true)
            static double[] matrices(double[][][] m, int n) {
              double[][][] work = new double[2][n][n];
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                  for (int k = 0; k < n; k++) {
                    work[0][i][j] += m[0][i][k] * m[1][k][j];
                  }
                }
              }
              double[] all = new double[n * n];
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                  double[] row = work[1][i];
                  for (int k = 0; k < n; k++) {
                    row[j] = row[j] + work[0][i][k] * m[2][k][j];
                  }
                  all[i * n + j] = row[j];
                }
              }
              return all;
            }

            /** Records, helpers, jumps, switches, checkpoints: x to the fourth plus x. */
            @Checkpointed
            @Differentiable(taylor = true)
            static double ways(double x, int n, String text) {
              Pair p = new Pair(x, 0);
              outer:
              for (int i = 0; ; i++) {
                for (int j = 0; j < 3; j++) {
                  if (i == n) {
                    break outer;
                  }
                  if (j == 1) {
                    continue outer;
                  }
                  p = p.times(p);
                }
              }
              double s = switch (text) {
                case "sum" -> p.a() + x;
                default -> {
                  double t = p.a();
                  yield t * x;
                }
              };
              if (x > 100) {
                return s * 2;
              }
              assert s == s;
              if (s < -1000) {
                throw new IllegalArgumentException("too small: " + s);
              }
              return kind(s > 0 ? Kind.SUM : Kind.PRODUCT, s, p.b());
            }

            private static double kind(Kind kind, double a, double b) {
              return kind == Kind.SUM ? a + b : a * b;
            }

            @Differentiable(taylor = true)
            static float singles(float x, float[] w) {
              float s = 1;
              for (float v : w) {
                s *= v * x;
              }
              return s / 3;
            }

            @Differentiable(taylor = true)
            static float[] several(float x) {
              return new float[] {x, x * x, 3};
            }

            @Differentiable(taylor = true)
            static double[] whole(double[] w, double[][] m, int which) {
              return which == 0 ? w : which == 1 ? m[0] : which == 2 ? null : w.clone();
            }

            @Differentiable(taylor = true)
            static double rows(double[][] m, double x) {
              double[][] both = {m[0], new double[] {x, 2}, null};
              double[][] copy = both.clone();
              double[] last = copy[1];
              copy[1] = copy[0];
              return both[1][0] * copy[1][0] + last[1];
            }

            @Differentiable(taylor = true, wrt = "x")
            static double partly(double x, double y) {
              return x * y + 3;
            }

            @Differentiable(taylor = true, wrt = "w")
            static double dot(double[] w, double[] order, int xDot) {
              double s = 0;
              for (int i = 0; i < w.length; i++) {
                s += w[i] * w[i] * order[i];
              }
              return s * xDot;
            }

            @SuppressWarnings("wengert:steering")
            @Differentiable(taylor = true)
            static double nothing(double x, double y) {
              return x > y ? 3 : 4;
            }

            @Differentiable(taylor = true, wrt = "x")
            static double[] plane(double[] x, double c) {
              return new double[] {x[0] * x[1], c};
            }

            @Differentiable(taylor = true)
            static double order(double order, double orderDot, double[] terms) {
              return order * orderDot + terms[0];
            }

            @Differentiable(taylor = true)
            static double constant(double x) {
              double[] seen = {0, 0};
              seen[0] = Differentiables.stopGradient(x);
              double[] stopped = Differentiables.stopGradient(new double[] {x, x});
              stopped[1] = x * x;
              return x * seen[0] + stopped[0] * stopped[1];
            }

            /** A constant beside slopes that are infinite. */
            @Differentiable(taylor = true)
            static double passedOver(double x, double y) {
              double[] all = new double[3];
              all[0] = x;
              double root = Math.sqrt(all[1]) + Math.log(all[2]) + Math.cbrt(all[1]);
              return Math.max(root, x) + Math.min(5, x) + (x > 0 ? x : Math.sqrt(y));
            }

            @Differentiable(taylor = true)
            static double loses(double x) {
              return Math.sqrt(Math.max(x, 5) - 5) + x;
            }

            @Differentiable(taylor = true)
            static double fails(double[] w, int n) {
              double s = 0;
              for (int i = 0; i <= n; i++) {
                s += w[i] * w[i];
              }
              if (s > 100) {
                throw new IllegalStateException("sum is " + s);
              }
              return s;
            }
          }
          """,
          """
          final class Plain {
            @Differentiable
            static double f(double x) {
              return x * x;
            }
          }
          """);

  private static Object call(String method, Object... arguments) throws Exception {
    return PROGRAM.call("ModelDerivatives", method, arguments);
  }

  private static double[] series(String method, Object... arguments) throws Exception {
    return (double[]) call(method + "Taylor", arguments);
  }

  /** The sum of products {@code (a0 + a1 t) (b0 + b1 t) ...}, up to an order. */
  private static double[] product(int order, double... lines) {
    double[] all = new double[order + 1];
    all[0] = 1;
    for (int i = 0; i < lines.length; i += 2) {
      for (int k = order; k >= 0; k--) {
        all[k] = all[k] * lines[i] + (k > 0 ? all[k - 1] * lines[i + 1] : 0);
      }
    }
    return all;
  }

  private static double[] sum(double[]... all) {
    double[] sum = new double[all[0].length];
    for (double[] each : all) {
      Arrays.setAll(sum, k -> sum[k] + each[k]);
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 9})
  void polynomials(int order) throws Exception {
    double[] a = {5, -3, 2, 7};
    double[] aDot = {1, 0, -4, 2};
    double[] expected =
        sum(
            product(order, 5, 1),
            product(order, -3, 0, 2, 3),
            product(order, 2, -4, 2, 3, 2, 3),
            product(order, 7, 2, 2, 3, 2, 3, 2, 3));
    assertThat(series("horner", 2.0, 3.0, a, aDot, 4, order)).isEqualTo(expected);
    assertThat(a).isEqualTo(new double[] {5, -3, 2, 7});
    assertThat(aDot).isEqualTo(new double[] {1, 0, -4, 2});
  }

  @Test
  void arraysOfThreeDimensions() throws Exception {
    double[][][] m = {{{1, 2}, {3, 4}}, {{0, 1}, {-1, 2}}, {{2, 2}, {5, -1}}};
    double[][][] d = {{{1, 0}, {2, 1}}, {{3, 1}, {1, -1}}, {{0, 2}, {1, 4}}};
    double[][] rows = (double[][]) call("matricesTaylor", m, d, 2, 4);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        double[] expected = new double[5];
        for (int k = 0; k < 2; k++) {
          for (int l = 0; l < 2; l++) {
            expected =
                sum(
                    expected,
                    product(
                        4, m[0][i][l], d[0][i][l], m[1][l][k], d[1][l][k], m[2][k][j], d[2][k][j]));
          }
        }
        assertThat(rows[i * 2 + j]).isEqualTo(expected);
      }
    }
  }

  @Test
  void allWaysThroughAMethod() throws Exception {
    double[] fourth = product(6, 2, 3, 2, 3, 2, 3, 2, 3);
    assertThat(series("ways", 2.0, 3.0, 2, "sum", 6)).isEqualTo(sum(fourth, product(6, 2, 3)));
    assertThat(series("ways", 2.0, 3.0, 2, "product", 6))
        .isEqualTo(product(6, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3));
    assertThat(series("ways", 200.0, 1.0, 0, "sum", 2)).isEqualTo(new double[] {800, 4, 0});
    assertThat(series("ways", -2.0, 1.0, 0, "sum", 2)).isEqualTo(new double[] {-0.0, 0, 0});
    assertThrows(IllegalArgumentException.class, () -> series("ways", -2000.0, 1.0, 0, "sum", 2));
  }

  @Test
  void singlePrecision() throws Exception {
    float[] series =
        (float[]) call("singlesTaylor", 2f, 1f, new float[] {3, 5}, new float[] {1, 0}, 3);
    double[] exact = product(3, 3, 1, 5, 0, 2, 1, 2, 1);
    for (int k = 0; k <= 3; k++) {
      assertThat(series[k]).isEqualTo((float) (exact[k] / 3));
    }
    assertThat((float[][]) call("severalTaylor", 3f, 2f, 2))
        .isEqualTo(new float[][] {{3, 2, 0}, {9, 12, 4}, {3, 0, 0}});
  }

  /** What is returned shares nothing with what was given. */
  @Test
  void arraysThatAreHandedBack() throws Exception {
    double[] w = {1, 2};
    double[] wDot = {3, 0};
    double[][] m = {{5}};
    double[][] mDot = {{7}};
    double[][] expected = {{1, 3, 0}, {2, 0, 0}};
    double[][] whole = (double[][]) call("wholeTaylor", w, wDot, m, mDot, 0, 2);
    assertThat(whole).isEqualTo(expected);
    whole[0][0] = 9;
    whole[1][1] = 9;
    assertThat(w).isEqualTo(new double[] {1, 2});
    assertThat(wDot).isEqualTo(new double[] {3, 0});
    assertThat((double[][]) call("wholeTaylor", w, wDot, m, mDot, 1, 1))
        .isEqualTo(new double[][] {{5, 7}});
    assertThat(call("wholeTaylor", w, wDot, m, mDot, 2, 1)).isNull();
    assertThat((double[][]) call("wholeTaylor", w, wDot, m, mDot, 3, 2)).isEqualTo(expected);
    // The tangent may be the array itself: nothing is written into either.
    assertThat((double[][]) call("wholeTaylor", w, w, m, m, 0, 1))
        .isEqualTo(new double[][] {{1, 1}, {2, 2}});
    assertThat((double[][]) call("wholeTaylor", w, w, new double[][] {null}, m, 0, 0))
        .isEqualTo(new double[][] {{1}, {2}});
    assertThat((double[][]) call("wholeTaylor", w, w, null, null, 0, 0))
        .isEqualTo(new double[][] {{1}, {2}});
  }

  @Test
  void rowsThatAreExchanged() throws Exception {
    double[] expected = sum(product(2, 3, 5, 7, 1), new double[] {2, 0, 0});
    double[][] m = {{3}};
    assertThat(series("rows", m, new double[][] {{5}}, 7.0, 1.0, 2)).isEqualTo(expected);
  }

  @Test
  void whatDoesNotMove() throws Exception {
    assertThat(series("partly", 2.0, 3.0, 5.0, 2)).isEqualTo(new double[] {13, 15, 0});
    assertThat(series("nothing", 2.0, 3.0, 1.0, 0.0, 2)).isEqualTo(new double[] {3, 0, 0});
    assertThat(series("constant", 2.0, 1.0, 2)).isEqualTo(new double[] {12, 10, 2});
  }

  @Test
  void whatIsPassedOver() throws Exception {
    assertThat(series("passedOver", 2.0, 3.0, 0.0, 1.0, 2)).isEqualTo(new double[] {6, 9, 0});
    assertThat(series("loses", 3.0, 1.0, 2)).isEqualTo(new double[] {3, 1, 0});
  }

  @Test
  void namesThatAreTaken() throws Exception {
    assertThat(series("order", 2.0, 3.0, 5.0, 7.0, new double[] {11}, new double[] {13}, 2))
        .isEqualTo(new double[] {21, 42, 21});
  }

  @Test
  void functionObjects() throws Exception {
    ScalarFunction dot = (ScalarFunction) call("dot", new double[] {1, 10}, 2);
    double[] x = {3, 5};
    double[] xDot = {1, 2};
    assertThat(dot.taylor(x, xDot, 3)).isEqualTo(new double[] {518, 412, 82, 0});
    assertThat(x).isEqualTo(new double[] {3, 5});
    assertThat(xDot).isEqualTo(new double[] {1, 2});
    ScalarFunction partly = (ScalarFunction) call("partly", 5.0);
    assertThat(partly.taylor(new double[] {2}, new double[] {3}, 2))
        .isEqualTo(new double[] {13, 15, 0});
    VectorFunction whole = (VectorFunction) call("plane", 5.0);
    assertThat(whole.taylor(x, xDot, 2)).isEqualTo(new double[][] {{15, 11, 2}, {5, 0, 0}});
    assertRefused("xDot has length 1, but x has length 2", () -> whole.taylor(x, new double[1], 2));
    assertRefused("x is null", () -> dot.taylor(null, xDot, 2));
    assertRefused("order is -1, but must not be negative", () -> dot.taylor(x, xDot, -1));
  }

  @Test
  void exceptionsOfTheMethodItself() throws Exception {
    double[] w = {3, 4};
    assertThat(series("fails", w, w, 1, 2)).isEqualTo(new double[] {25, 50, 25});
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> series("fails", w, w, 2, 2));
    assertThrows(NullPointerException.class, () -> series("fails", null, null, 2, 2));
    double[] large = {30, 4};
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> series("fails", large, w, 1, 2));
    assertThat(thrown).hasMessageThat().isEqualTo("sum is 916.0");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 'order is -1, but must not be negative'",
    "-2147483648, 'order is -2147483648, but must not be negative'",
    "2147483647, 'order is 2147483647, which is more than an array holds'"
  })
  void ordersThatThereAreNone(int order, String message) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> series("partly", 2.0, 3.0, 5.0, order));
    assertThat(thrown).hasMessageThat().isEqualTo(message);
  }

  @Test
  void tangentsThatDoNotFit() {
    double[] w = {1, 2};
    assertRefused("wDot is null", () -> series("fails", w, null, 1, 2));
    assertRefused(
        "wDot has length 1, but w has length 2", () -> series("fails", w, new double[] {1}, 1, 2));
    double[][] m = {{1}, {2}};
    assertRefused(
        "mDot[1] has length 2, but m[1] has length 1",
        () -> series("rows", m, new double[][] {{1}, {2, 3}}, 1.0, 1.0, 2));
    assertRefused(
        "mDot[0] is null", () -> series("rows", m, new double[][] {null, {1}}, 1.0, 1.0, 2));
  }

  private interface Running {
    void run() throws Exception;
  }

  private static void assertRefused(String message, Running running) {
    IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, running::run);
    assertThat(thrown).hasMessageThat().isEqualTo(message);
  }

  @Test
  void onlyWhereAskedFor() throws Exception {
    assertThat(PROGRAM.source("PlainDerivatives")).doesNotContain("Series");
    assertThat(PROGRAM.source("PlainDerivatives")).doesNotContain("Taylor");
    List<String> names =
        Arrays.stream(PROGRAM.type("ModelDerivatives").getDeclaredMethods())
            .map(Method::getName)
            .toList();
    assertThat(names).containsAtLeast("hornerTaylor", "severalTaylor");
  }

  /** What may be called in methods that are differentiated is not this. */
  @Test
  void seriesAreNotDifferentiated(@TempDir Path directory) {
    String file =
        """
        package p;
        import org.wengert.Differentiable;
        class Model {
          @Differentiable(taylor = true) static double g(double x) { return x * x; }
          @Differentiable static double f(double x) { return ModelDerivatives.gTaylor(x, 1, 2)[2]; }
        }
        """;
    List<String> errors = new Compiler().errors(directory, file);
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0)).contains("gTaylor gives a Taylor series, which has no derivative");
  }

  /** A class may call its own. */
  @Test
  void seriesAreCalledInTheSameClass() throws Exception {
    Program program =
        Program.compile(
            """
            final class Own {
              @Differentiable(taylor = true)
              static double f(double x) {
                return x * x;
              }

              static double curvature(double x) {
                return 2 * OwnDerivatives.fTaylor(x, 1, 2)[2];
              }
            }
            """);
    assertThat(program.call("Own", "curvature", 5.0)).isEqualTo(2.0);
  }

  /** A method so long that its series is made of several methods. */
  @Test
  void longMethods() throws Exception {
    StringBuilder statements = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      statements.append("s = s * (1 + x / ").append(i + 1).append(") - w[").append(i % 3);
      statements.append("] * Math.sin(s);\n");
    }
    Program program =
        Program.compile(
            """
            final class Long {
              @Differentiable(taylor = true, order = 2)
              static double f(double x, double[] w) {
                double s = x;
                %s
                return s;
              }
            }
            """
                .formatted(statements));
    double[] w = {0.01, 0.02, -0.015};
    double[] wDot = {1, -1, 0.5};
    double[] series = (double[]) program.call("LongDerivatives", "fTaylor", 0.01, 0.1, w, wDot, 3);
    Object dual = program.call("LongDerivatives", "fJvp", 0.01, 0.1, w, wDot);
    Method tangent = dual.getClass().getDeclaredMethod("tangent");
    double expected = (double) tangent.invoke(dual);
    assertWithMessage("first").that(series[1]).isWithin(1e-12 * Math.abs(expected)).of(expected);
    assertThat(series[0]).isEqualTo(program.call("Long", "f", 0.01, w));
    double h = 1e-4;
    double up = second(program, h, w, wDot);
    double down = second(program, -h, w, wDot);
    double slope = (up - down) / (2 * h);
    assertThat(3 * series[3]).isWithin(1e-4 * Math.abs(slope)).of(slope);
  }

  private static double second(Program program, double step, double[] w, double[] wDot)
      throws Exception {
    double[] moved = new double[w.length];
    Arrays.setAll(moved, i -> w[i] + step * wDot[i]);
    Object series =
        program.call("LongDerivatives", "fTaylor", 0.01 + step * 0.1, 0.1, moved, wDot, 2);
    return ((double[]) series)[2];
  }
}
