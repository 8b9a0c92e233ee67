package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.wengert.Sparsity;
import org.wengert.processor.Program;

/** Patterns are exactly those of the way that a method takes, neither smaller nor larger. */
final class SparsityPatternTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Rows {
            @Differentiable(sparse = true)
            static double[] dead(double[] x) {
              double unused = x[0] * x[1];
              double[] y = {x[0], x[1], x[2]};
              y[1] = x[2] + 1;
              y[0] = 3;
              y[0] += 2;
              return y;
            }

            @Differentiable(sparse = true)
            static double[] steps(double x, double y, double z) {
              return new double[] {
                Math.floor(x) + y, (int) x * z, Math.signum(x), Math.copySign(y, x), x % y, 5
              };
            }

            @Differentiable(sparse = true)
            static double[] choices(double x, double y, double z) {
              double chosen = x > y ? y : z;
              double larger;
              if (x > 0) {
                larger = z;
              } else {
                larger = y;
              }
              return new double[] {
                Math.max(x, y), Math.min(x, y), Math.max(x, 5), chosen, larger, Math.max(x * y, z)
              };
            }

            @Differentiable(sparse = true)
            static double[] loop(double[] x, int n) {
              double[] y = new double[x.length];
              double carried = 1;
              for (int i = 0; i < n; i++) {
                carried *= x[i];
                y[i] = carried;
              }
              double last = 0;
              while (last < 2 && n > 0) {
                last += x[x.length - 1];
              }
              y[y.length - 1] += last;
              return y;
            }

            @Differentiable(sparse = true)
            static double[] swapped(double[] x) {
              double[] a = {x[0], x[0]};
              double[] b = {x[1], x[2]};
              double[][] m = {a, b, a};
              double[] other = x[0] > 1 ? a : b;
              m[1] = m[2].clone();
              m[1][0] = x[2];
              other[1] = 7;
              return new double[] {m[0][0], m[0][1], m[1][0], m[1][1], b[0], b[1]};
            }

            @Differentiable(sparse = true)
            static double[] cube(double t, double[][][] c, float[][] f) {
              double[] y = new double[3];
              for (int i = 0; i < c.length; i++) {
                for (double[] row : c[i]) {
                  y[0] += i == 0 ? row[0] : t;
                  y[1] += row[row.length - 1] * f[i][1];
                }
              }
              return y;
            }

            record Point(double x, double y) {}

            @Differentiable(sparse = true)
            static double[] records(double[] x) {
              Point p = new Point(x[0] * x[1], x[2]);
              Point q = x[0] > 0 ? p : new Point(p.y(), p.x());
              return new double[] {q.x(), q.y(), 1};
            }

            @Differentiable(sparse = true)
            static float[] singles(float[] x, double y) {
              float[] r = new float[2];
              r[0] = (float) (x[0] * y);
              r[1] = x[1] * x[0];
              return r;
            }

            @Differentiable(sparse = true, wrt = "x")
            static double[] constants(double[] c, double[] x, int[] places) {
              double[] y = new double[places.length];
              for (int i = 0; i < places.length; i++) {
                y[i] = c[i] * x[places[i]];
              }
              return y;
            }

            @Differentiable(sparse = true, wrt = "x")
            static double[] cloned(double[] c, double[] x) {
              double[] y = c.clone();
              y[1] = x[0];
              return y;
            }

            @Differentiable(sparse = true)
            static double[] nothing(double[] x) {
              return new double[x.length];
            }
          }
          """,
          """
          final class Pairs {
            @Differentiable(sparse = true, order = 2)
            static double linear(double[] x) {
              return 3 * x[0] - x[1] / 2 + Math.abs(x[2]) + Math.max(x[0], x[1]) + (x[2] > 0 ? x[1] : 1);
            }

            @Differentiable(sparse = true, order = 2)
            static double products(double a, double b, double c, double d) {
              return a * b + c / d + Math.fma(a, c, d) + b % 2;
            }

            @Differentiable(sparse = true, order = 2)
            static double functions(double a, double b, double c, double d) {
              return Math.sin(a) + Math.hypot(b, c) + Math.abs(d);
            }

            @Differentiable(sparse = true, order = 2)
            static double powers(double a, double b, double c) {
              return Math.pow(a, b) + Math.pow(c, 3);
            }

            @Differentiable(sparse = true, order = 2)
            static double inner(double a, double b, double c, double d) {
              double s = a + b * 2;
              double unused = c * d;
              return s * s + c - d;
            }

            @Differentiable(sparse = true, order = 2)
            static double overwritten(double[] x) {
              double[] y = new double[2];
              y[0] = x[0] * x[1];
              y[1] = y[0];
              y[0] = x[2];
              y[1] += y[0];
              return y[0] + y[1];
            }

            @Differentiable(sparse = true, order = 2)
            static double separable(double[] x) {
              double s = 0;
              for (double each : x) {
                s += each * each * each;
              }
              return s;
            }

            @Differentiable(sparse = true, order = 2)
            static float single(float[] x, double y) {
              return (float) (x[0] * y) + x[1];
            }
          }
          """,
          """
          final class Calls {
            @Differentiable(sparse = true)
            static double[] elsewhere(double[] x) {
              double[] y = new double[4];
              double[] part = {x[2], x[2]};
              y[0] = Far.product(x[0], x[1]);
              Far.fill(part, x[1]);
              y[1] = part[0];
              double[] own = Far.same(part);
              own[1] = x[0];
              y[2] = part[1];
              y[3] = x[0];
              return y;
            }

            @Differentiable(sparse = true, order = 2)
            static double twice(double[] x) {
              return Far.product(x[0], x[1]) + x[2] * x[2] + falling(x[3], 3);
            }

            private static double falling(double x, int n) {
              return n == 0 ? x : falling(x / 2, n - 1);
            }
          }
          """,
          """
          final class Far {
            @Differentiable(order = 2)
            static double product(double a, double b) {
              return a + b;
            }

            @Differentiable
            static void fill(double[] a, double b) {
              a[0] = b;
            }

            @Differentiable
            static double[] same(double[] a) {
              return a;
            }
          }
          """);

  private static String rows(String method, Object... arguments) throws Exception {
    return text((Sparsity) PROGRAM.call("RowsDerivatives", method + "Sparsity", arguments));
  }

  private static String pairs(String method, Object... arguments) throws Exception {
    return text((Sparsity) PROGRAM.call("PairsDerivatives", method + "Sparsity", arguments));
  }

  /** The columns of each row. */
  private static String text(Sparsity sparsity) {
    StringJoiner text = new StringJoiner(" | ");
    for (int i = 0; i < sparsity.rows(); i++) {
      StringJoiner row = new StringJoiner(" ");
      for (int k = sparsity.rowStart()[i]; k < sparsity.rowStart()[i + 1]; k++) {
        row.add(String.valueOf(sparsity.columnIndex()[k]));
      }
      text.add(row.toString());
    }
    return text.toString();
  }

  @Test
  void whatIsNotUsedOrOverwrittenDoesNotCount() throws Exception {
    assertThat(rows("dead", new double[] {1, 2, 3})).isEqualTo(" | 2 | 2");
  }

  @Test
  void stepsDependOnNothing() throws Exception {
    assertThat(rows("steps", 1.5, 2.5, 3.5)).isEqualTo("1 | 2 |  | 1 | 0 1 | ");
  }

  @Test
  void onlyTheSideThatIsTakenCounts() throws Exception {
    assertThat(rows("choices", 1.0, 2.0, 3.0)).isEqualTo("1 | 0 |  | 2 | 2 | 2");
    assertThat(rows("choices", 7.0, 2.0, 3.0)).isEqualTo("0 | 1 | 0 | 1 | 2 | 0 1");
    assertThat(rows("choices", -1.0, -1.0, 1.0)).isEqualTo("0 1 | 0 1 |  | 2 | 1 | 0 1 2");
  }

  @Test
  void loopsOfAnyLength() throws Exception {
    assertThat(rows("loop", new double[] {1, 1, 2}, 0)).isEqualTo(" |  | ");
    assertThat(rows("loop", new double[] {1, 1, 2}, 1)).isEqualTo("0 |  | 2");
    assertThat(rows("loop", new double[] {1, 1, 2}, 3)).isEqualTo("0 | 0 1 | 0 1 2");
  }

  @Test
  void arraysByWhateverName() throws Exception {
    assertThat(rows("swapped", new double[] {1, 2, 3})).isEqualTo("0 | 0 | 2 | 0 | 1 | ");
    assertThat(rows("swapped", new double[] {2, 2, 3})).isEqualTo("0 |  | 2 | 0 | 1 | 2");
  }

  @Test
  void arraysOfAnyRank() throws Exception {
    double[][][] c = {{{1, 2}, {3}}, {{4}}};
    float[][] f = {{1, 2}, {3, 4}};
    assertThat(rows("cube", 1.0, c, f)).isEqualTo("0 1 3 | 2 3 4 6 8 | ");
  }

  @Test
  void records() throws Exception {
    assertThat(rows("records", new double[] {1, 2, 3})).isEqualTo("0 1 | 2 | ");
    assertThat(rows("records", new double[] {-1, 2, 3})).isEqualTo("2 | 0 1 | ");
  }

  @Test
  void floats() throws Exception {
    assertThat(rows("singles", new float[] {1, 2}, 3.0)).isEqualTo("0 2 | 0 1");
  }

  @Test
  void constantsAreNoColumns() throws Exception {
    double[] c = {1, 2};
    assertThat(rows("constants", c, new double[] {1, 2, 3}, new int[] {2, 0})).isEqualTo("2 | 0");
    assertThat(rows("cloned", c, new double[] {1})).isEqualTo(" | 0");
  }

  @Test
  void nothingAtAll() throws Exception {
    assertThat(rows("nothing", new double[2])).isEqualTo(" | ");
    assertThat(rows("nothing", new double[0])).isEqualTo("");
  }

  @Test
  void whatIsLinearHasNoSecondDerivatives() throws Exception {
    assertThat(pairs("linear", new double[] {1, 2, 3})).isEqualTo(" |  | ");
  }

  @Test
  void productsAndQuotients() throws Exception {
    assertThat(pairs("products", 1.0, 2.0, 3.0, 4.0)).isEqualTo("1 2 | 0 | 0 3 | 2 3");
  }

  @Test
  void functions() throws Exception {
    assertThat(pairs("functions", 1.0, 2.0, 3.0, 4.0)).isEqualTo("0 | 1 2 | 1 2 | ");
    assertThat(pairs("powers", 1.0, 2.0, 3.0)).isEqualTo("0 1 | 0 1 | 2");
  }

  @Test
  void onlyWhatMattersForTheResult() throws Exception {
    assertThat(pairs("inner", 1.0, 2.0, 3.0, 4.0)).isEqualTo("0 1 | 0 1 |  | ");
    assertThat(pairs("overwritten", new double[] {1, 2, 3})).isEqualTo("1 | 0 | ");
    assertThat(pairs("separable", new double[] {1, 2, 3})).isEqualTo("0 | 1 | 2");
    assertThat(pairs("separable", new double[0])).isEqualTo("");
    assertThat(pairs("single", new float[] {1, 2}, 3.0)).isEqualTo("2 |  | 0");
  }

  @Test
  void callsDependOnAllThatTheyAreGiven() throws Exception {
    Sparsity rows =
        (Sparsity) PROGRAM.call("CallsDerivatives", "elsewhereSparsity", new double[] {1, 2, 3});
    assertThat(text(rows)).isEqualTo("0 1 | 1 2 | 0 | 0");
    Sparsity pairs =
        (Sparsity) PROGRAM.call("CallsDerivatives", "twiceSparsity", new double[] {1, 2, 3, 4});
    assertThat(text(pairs)).isEqualTo("0 1 | 0 1 | 2 | 3");
  }
}
