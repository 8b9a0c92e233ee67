package org.wengert.processor.acceptance;

import java.util.List;

/** Arrays that are read, written, made, shared and passed on. */
final class ArrayExamples {
  private ArrayExamples() {}

  static List<Example> all() {
    double[] shared = new double[4];
    return List.of(
        Example.of(
                """
                @Differentiable
                static double rosenbrock(double[] x) {
                  double s = 0;
                  for (int i = 0; i + 1 < x.length; i++) {
                    double a = 1 - x[i];
                    double b = x[i + 1] - x[i] * x[i];
                    s += a * a + 100 * b * b;
                  }
                  return s;
                }
                """)
            .gradient(
                a -> {
                  double[] x = a.numbers(0);
                  double[] g = new double[x.length];
                  for (int i = 0; i + 1 < x.length; i++) {
                    double b = x[i + 1] - x[i] * x[i];
                    g[i] += -2 * (1 - x[i]) - 400 * b * x[i];
                    g[i + 1] += 200 * b;
                  }
                  return g;
                }),
        Example.of(
                """
                @Differentiable
                static double[] squares(double[] x) {
                  double[] y = new double[x.length];
                  for (int i = 0; i < x.length; i++) {
                    y[i] = x[i] * x[i];
                  }
                  return y;
                }
                """)
            .rows(
                a -> {
                  double[][] rows = new double[5][5];
                  for (int i = 0; i < 5; i++) {
                    rows[i][i] = 2 * a.numbers(0)[i];
                  }
                  return rows;
                }),
        // The loop and the branch start with elements of an array that they change.
        Example.of(
            """
            @Differentiable
            static double startsWithAnElement(double x, double y) {
              double[] t = {x, 1};
              double s = t[0];
              for (int i = 0; i < 5; i++) {
                s += t[1];
                t[1] = s * y;
              }
              return s;
            }
            """),
        Example.of(
            """
            @Differentiable
            static double dependsOnAnElement(double x, double y) {
              boolean[] b = {x < 10, y > 10};
              double[] t = {x, y};
              if (b[0]) {
                t[0] = t[0] * t[1];
              }
              return t[0] * 3 + (b[1] ? t[0] : t[1]);
            }
            """),
        Example.of(
                """
                @Differentiable
                static double[] initialisers(double x, double y) {
                  double[] a = {x, y, x * y};
                  double[][] m = {{x, 2}, a, new double[] {y}};
                  int[] order = {2, 0, 1};
                  m[order[0]][0] *= m[1][order[0]];
                  return new double[] {m[0][0] * m[1][1], m[2][0], a[order[1]]};
                }
                """)
            .rows(
                at -> {
                  double x = at.number(0);
                  double y = at.number(1);
                  return new double[][] {{y, x}, {y * y, 2 * x * y}, {1, 0}};
                }),
        Example.of(
                """
                @Differentiable
                static void inPlace(double[] x, double t) {
                  for (int i = 0; i < x.length; i++) {
                    x[i] = t * x[i] * x[i];
                  }
                }
                """)
            .rows(
                a -> {
                  double t = a.number(1);
                  double[] x = a.numbers(0);
                  double[][] rows = new double[5][6];
                  for (int i = 0; i < 5; i++) {
                    rows[i][i] = 2 * t * x[i];
                    rows[i][5] = x[i] * x[i];
                  }
                  return rows;
                }),
        Example.of(
            """
                @Differentiable
                static void prefixSums(double[] from, double[] to) {
                  to[0] = from[0];
                  for (int i = 1; i < from.length; i++) {
                    to[i] = to[i - 1] + from[i] * to[i];
                  }
                }
                """),
        Example.of(
                """
                @Differentiable
                static void sameArrayTwice(double[] from, double[] to) {
                  for (int i = 1; i < from.length; i++) {
                    to[i] = to[i - 1] * from[i] + from[i - 1];
                  }
                }
                """)
            .with("from", shared)
            .with("to", shared),
        Example.of(
                """
                @Differentiable
                static double readOnlyTwice(double[] a, double[] b) {
                  double s = 0;
                  for (int i = 0; i < a.length; i++) {
                    s += a[i] * b[i] * b[i];
                  }
                  return s;
                }
                """)
            .with("a", shared)
            .with("b", shared)
            .gradient(
                at -> {
                  double[] a = at.numbers(0);
                  return new double[] {
                    3 * a[0] * a[0], 3 * a[1] * a[1], 3 * a[2] * a[2], 3 * a[3] * a[3]
                  };
                }),
        Example.of(
            """
                @Differentiable
                static double writesItsArgument(double[] x, double t) {
                  x[1] = x[0] * x[1];
                  x[0] += t * x[1];
                  x[2] -= x[3]++;
                  return x[0] * x[2] + --x[4];
                }
                """),
        Example.of(
            """
                @Differentiable
                static double[] returnsItsArgument(double[] x, double t) {
                  x[0] = t * x[1];
                  return x;
                }
                """),
        Example.of(
            """
                @Differentiable
                static double compoundElements(double[] x, int n) {
                  double[] y = x.clone();
                  int i = 0;
                  y[i++] *= x[i];
                  y[i] /= x[i++] + x[n];
                  y[n] = y[n - 1] = x[0] * y[n];
                  y[i] %= 0.8;
                  double s = 0;
                  for (double v : y) s = s * v + v;
                  return s;
                }
                """),
        Example.of(
                """
                @Differentiable
                static double cloneIsApart(double[] x) {
                  double[] copy = x.clone();
                  copy[0] = x[1] * 3;
                  return copy[0] * x[0] + copy[1] + copy.length * x[2];
                }
                """)
            .gradient(
                a -> {
                  double[] x = a.numbers(0);
                  return new double[] {3 * x[1], 3 * x[0] + 1, 5, 0, 0};
                }),
        Example.of(
            """
                @Differentiable
                static double aliases(double[] x, double[] y) {
                  double[] z = x;
                  z[0] = x[1] * y[0];
                  x = y;
                  x[1] = z[0] * z[1];
                  z = x;
                  return z[1] * y[0] + x[2];
                }
                """),
        Example.of(
                """
                @Differentiable
                static double overwritten(double[] x, int n) {
                  double[] state = new double[2];
                  state[0] = x[0];
                  state[1] = 1;
                  for (int i = 0; i < n; i++) {
                    double next = Math.sin(state[0]) * state[1] + x[i];
                    state[1] = state[0] * x[1];
                    state[0] = next;
                  }
                  state[1] *= 0.5;
                  return state[0] * state[1];
                }
                """)
            .with("n", 5),
        Example.of(
                """
                @Differentiable
                static double gathers(double[] x, int[] index) {
                  double[] sums = new double[3];
                  for (int i = 0; i < index.length; i++) {
                    sums[i % 3] += x[index[i]] * x[i % x.length];
                  }
                  return sums[0] * sums[1] * sums[2];
                }
                """)
            .with("index", new int[] {4, 0, 0, 2, 1, 3, 4, 4}),
        Example.of(
                """
                @Differentiable
                static double sortsByValue(double[] x) {
                  double[] y = x.clone();
                  for (int i = 1; i < y.length; i++) {
                    double v = y[i];
                    int j = i;
                    while (j > 0 && y[j - 1] > v) {
                      y[j] = y[j - 1];
                      j--;
                    }
                    y[j] = v;
                  }
                  double s = 0;
                  for (int i = 0; i < y.length; i++) {
                    s += (i + 1) * y[i];
                  }
                  return s;
                }
                """)
            .gradient(
                a -> {
                  double[] x = a.numbers(0);
                  double[] g = new double[x.length];
                  for (int i = 0; i < x.length; i++) {
                    for (double v : x) {
                      g[i] += v <= x[i] ? 1 : 0;
                    }
                  }
                  return g;
                }),
        Example.of(
                """
                @Differentiable
                static double indexFromValue(double[] x, double t) {
                  int bin = (int) (t * 2);
                  double fraction = t * 2 - bin;
                  return x[bin] * (1 - fraction) + x[bin + 1] * fraction;
                }
                """)
            .gradient(
                a -> {
                  double[] x = a.numbers(0);
                  double t = a.number(1);
                  int bin = (int) (2 * t);
                  double[] g = new double[6];
                  g[bin] = 1 - (2 * t - bin);
                  g[bin + 1] = 2 * t - bin;
                  g[5] = 2 * (x[bin + 1] - x[bin]);
                  return g;
                }),
        Example.of(
                """
                @Differentiable
                static double quadraticForm(double[][] m, double[] x) {
                  double s = 0;
                  for (int i = 0; i < m.length; i++) {
                    for (int j = 0; j < m[i].length; j++) {
                      s += x[i] * m[i][j] * x[j];
                    }
                  }
                  return s;
                }
                """)
            .with("m", new double[3][3])
            .with("x", new double[3])
            .gradient(
                a -> {
                  double[][] m = (double[][]) a.get(0);
                  double[] x = a.numbers(1);
                  double[] g = new double[12];
                  for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                      g[3 * i + j] = x[i] * x[j];
                      g[9 + i] += (m[i][j] + m[j][i]) * x[j];
                    }
                  }
                  return g;
                }),
        Example.of(
                """
                @Differentiable
                static double determinant(double[][] matrix) {
                  int n = matrix.length;
                  double[][] a = new double[n][n];
                  for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                      a[i][j] = matrix[i][j] + (i == j ? n : 0);
                    }
                  }
                  double determinant = 1;
                  for (int k = 0; k < n; k++) {
                    determinant *= a[k][k];
                    for (int i = k + 1; i < n; i++) {
                      double factor = a[i][k] / a[k][k];
                      double[] row = a[i];
                      for (int j = k; j < n; j++) {
                        row[j] -= factor * a[k][j];
                      }
                    }
                  }
                  return determinant;
                }
                """)
            .with("matrix", new double[3][3])
            .gradient(
                at -> {
                  double[][] m = (double[][]) at.get(0);
                  double[][] a = new double[3][3];
                  for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                      a[i][j] = m[i][j] + (i == j ? 3 : 0);
                    }
                  }
                  double[] cofactors = new double[9];
                  for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                      cofactors[3 * i + j] =
                          a[(i + 1) % 3][(j + 1) % 3] * a[(i + 2) % 3][(j + 2) % 3]
                              - a[(i + 1) % 3][(j + 2) % 3] * a[(i + 2) % 3][(j + 1) % 3];
                    }
                  }
                  return cofactors;
                }),
        Example.of(
                """
                @Differentiable
                static void multiply(double[][] a, double[][] b, double[][] product) {
                  for (int i = 0; i < a.length; i++) {
                    for (int j = 0; j < b[0].length; j++) {
                      product[i][j] = 0;
                      for (int k = 0; k < b.length; k++) {
                        product[i][j] += a[i][k] * b[k][j];
                      }
                    }
                  }
                }
                """)
            .with("a", new double[2][3])
            .with("b", new double[3][2])
            .with("product", new double[2][2]),
        Example.of(
                """
                @Differentiable
                static double jagged(double[][] m, double t) {
                  double s = t;
                  for (int i = 0; i < m.length; i++) {
                    double[] row = m[i];
                    for (int j = row.length - 1; j >= 0; j--) {
                      s = s * row[j] + t;
                      row[j] = s;
                    }
                  }
                  return s * m[2][0];
                }
                """)
            .with("m", new double[][] {{0, 0}, {}, {0, 0, 0}}),
        Example.of(
                """
                @Differentiable
                static double rowsMove(double[][] m, double[] x) {
                  double[][] c = m.clone();
                  double[] first = c[0];
                  c[0] = c[1];
                  c[1] = first;
                  c[0][0] = x[0] * first[0];
                  c[1][1] = c[0][0] * x[1];
                  return m[0][1] * c[0][0] + c[1][1] * first[1];
                }
                """)
            .with("m", new double[2][2]),
        Example.of(
                """
                @Differentiable
                static double rowAlias(double[][] m, int n) {
                  double[] row = m[n % 2];
                  double[] other = m[1];
                  for (int i = 0; i < n; i++) {
                    row[i] = row[i] * other[n - 1 - i];
                    if (row[i] > 1) {
                      row = m[0];
                    }
                  }
                  return row[0] * other[1] * m[0][2];
                }
                """)
            .with("m", new double[2][3])
            .with("n", 3),
        Example.of(
                """
                @Differentiable
                static double madeInLoop(double[] x, int n) {
                  double s = 0;
                  double[] previous = x;
                  for (int i = 0; i < n; i++) {
                    double[] next = new double[x.length];
                    for (int j = 0; j < x.length; j++) {
                      next[j] = Math.sin(previous[j]) * x[(j + i) % x.length];
                    }
                    s += next[i] * previous[0];
                    previous = next;
                  }
                  return s;
                }
                """)
            .with("n", 4),
        Example.of(
            """
                @Differentiable
                static double arraysInHelpers(double[] x, double t) {
                  double[] y = scaled(x, t);
                  shift(y, x[0]);
                  shift(x, t);
                  return dot(x, y) * dot(y, y);
                }
                static double[] scaled(double[] x, double t) {
                  double[] y = new double[x.length];
                  for (int i = 0; i < y.length; i++) y[i] = t * x[i];
                  return y;
                }
                static void shift(double[] x, double by) {
                  if (by > 1) return;
                  for (int i = 0; i < x.length; i++) x[i] += by * i;
                }
                static double dot(double[] a, double[] b) {
                  double s = 0;
                  for (int i = 0; i < a.length; i++) s += a[i] * b[i];
                  return s;
                }
                """),
        Example.of(
                """
                @Differentiable(wrt = "w")
                static double network(double[] w, double[] input, int hidden) {
                  double[] h = new double[hidden];
                  int k = 0;
                  for (int i = 0; i < hidden; i++) {
                    double s = w[k++];
                    for (int j = 0; j < input.length; j++) {
                      s += w[k++] * input[j];
                    }
                    h[i] = Math.tanh(s);
                  }
                  double out = w[k++];
                  for (double v : h) {
                    out += w[k++] * v;
                  }
                  return 1 / (1 + Math.exp(-out));
                }
                """)
            .with("w", new double[16])
            .with("input", new double[] {0.2, -0.4, 0.7})
            .with("hidden", 3)
            .between(-1, 1),
        Example.of(
                """
                @Differentiable
                static double masks(double[] x, boolean[] on, long[] weight) {
                  boolean[] seen = new boolean[x.length];
                  long total = 0;
                  double s = 0;
                  for (int i = 0; i < x.length; i++) {
                    seen[i] = on[i] || i > 0 && seen[i - 1];
                    total += weight[i];
                    s += seen[i] ? x[i] * total : x[i] * x[i];
                  }
                  return s;
                }
                """)
            .with("on", new boolean[] {false, false, true, false, false})
            .with("weight", new long[] {1, 10, 100, 1000, 10000})
            .gradient(
                a ->
                    new double[] {
                      2 * a.numbers(0)[0], 2 * a.numbers(0)[1], 111, 1111, 11111,
                    }),
        Example.of(
                """
                @Differentiable(wrt = "x")
                static double[] tallJacobian(double x, double[] t) {
                  double[] y = new double[t.length];
                  for (int i = 0; i < t.length; i++) {
                    y[i] = Math.exp(-x * t[i]);
                  }
                  return y;
                }
                """)
            .with("t", new double[] {0, 0.5, 1, 2})
            .rows(
                a -> {
                  double x = a.number(0);
                  return new double[][] {
                    {0},
                    {-0.5 * StrictMath.exp(-0.5 * x)},
                    {-StrictMath.exp(-x)},
                    {-2 * StrictMath.exp(-2 * x)}
                  };
                }),
        Example.of(
                """
                @Differentiable
                static double[] wideJacobian(double[] x) {
                  double s = 0;
                  double p = 1;
                  for (double v : x) {
                    s += v;
                    p *= v;
                  }
                  return new double[] {s, p};
                }
                """)
            .rows(
                a -> {
                  double[] x = a.numbers(0);
                  double[][] rows = new double[2][5];
                  for (int i = 0; i < 5; i++) {
                    rows[0][i] = 1;
                    rows[1][i] = 1;
                    for (int j = 0; j < 5; j++) {
                      rows[1][i] *= i == j ? 1 : x[j];
                    }
                  }
                  return rows;
                }));
  }
}
