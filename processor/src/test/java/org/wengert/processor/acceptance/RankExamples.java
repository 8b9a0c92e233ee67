package org.wengert.processor.acceptance;

import java.util.List;

/** Arrays of three and more dimensions, what can be done with references to arrays, and helpers. */
final class RankExamples {
  private RankExamples() {}

  static List<Example> all() {
    double[] row = new double[2];
    double[][] plane = {row, new double[2]};
    return List.of(
        Example.of(
                """
                @Differentiable
                static double contraction(double[][][] a, double[][] b, double[] c) {
                  double s = 0;
                  for (int i = 0; i < a.length; i++) {
                    for (int j = 0; j < a[i].length; j++) {
                      for (int k = 0; k < a[i][j].length; k++) {
                        s += a[i][j][k] * a[i][j][k] * b[i][j] * c[k];
                      }
                    }
                  }
                  return s;
                }
                """)
            .with("a", new double[][][] {{{0, 0}, {0}}, {{}, {0, 0, 0}}, {}})
            .with("b", new double[3][2])
            .with("c", new double[3]),
        Example.of(
                """
                @Differentiable
                static void diffusion(double[][][] u, double t) {
                  for (int i = 1; i < u.length; i++) {
                    for (int j = 0; j < u[i].length; j++) {
                      for (int k = 1; k < u[i][j].length; k++) {
                        u[i][j][k] += t * u[i - 1][j][k] * u[i][j][k - 1];
                      }
                    }
                  }
                }
                """)
            .with("u", new double[2][2][3]),
        Example.of(
                """
                @Differentiable
                static double sharedPlanes(double[][][] u, double[][] v, double t) {
                  u[0][1][0] *= t;
                  u[1][0][1] += v[0][0] * u[2][1][0];
                  v[1][1] = u[0][0][1] * v[1][0];
                  return u[2][1][1] * u[1][0][0];
                }
                """)
            .with("u", new double[][][] {plane, {new double[2], row}, plane})
            .with("v", plane),
        Example.of(
            """
                @Differentiable
                static double creations(double x, double y, int n) {
                  double[][][] a = new double[n][][];
                  double[][][] b = new double[n][2][];
                  double[][][] c = new double[n][2][3];
                  double[][][][] d = {{{{x}, {y, x}}, {{}}}, {}, null};
                  for (int i = 0; i < n; i++) {
                    a[i] = new double[i + 1][i];
                    for (int j = 1; j <= i; j++) {
                      a[i][j][j - 1] = x * j + y;
                    }
                    b[i][0] = a[i][i];
                    b[i][1] = c[i][1];
                    c[i][1][2] = y * y;
                  }
                  b[2][0][1] *= x;
                  b[1] = c[0];
                  b[1][0] = d[0][0][1];
                  c[0][0][1] *= x;
                  return a[2][2][1] * b[1][0][1] + b[0][1][2] + a.length * d[0][0][0][0]
                      + c[0][0][0] + d[0][0].length + a[1][0].length;
                }
                """),
        Example.of(
                """
                @Differentiable
                static double clones(double[][] a, double[][][] b, double t) {
                  double[][] outer = a.clone();
                  outer[0][0] *= t;
                  outer[1] = new double[] {a[1][0], t};
                  outer[1][0] *= a[0][1];
                  double[][][] cube = b.clone();
                  cube[0] = b[1].clone();
                  cube[0][0] = cube[0][0].clone();
                  cube[0][0][1] += t * t;
                  cube[0][1][1] += t * t * t;
                  cube[1][1][0] *= cube[0][1][1];
                  return a[0][0] * outer[1][0] + b[0][0][1] * b[1][0][1] + b[1][1][1] * b[1][1][0];
                }
                """)
            .with("a", new double[2][2])
            .with("b", new double[2][2][2]),
        Example.of(
                """
                @Differentiable
                static double constantsOfAnyRank(double[] x, int[][] index, boolean[][][] on, double y) {
                  int[][] next = {{1, 0}, index[1], new int[2]};
                  long[][] weight = {{2, 3}, {4}};
                  boolean[][] flags = on[0].clone();
                  final double[][] table = {{1, 2}, {3, 4}};
                  next[2][0]++;
                  double s = 0;
                  for (int[] row : next) {
                    for (int i : row) {
                      s += x[i] * table[i][row.length - 1 - i] * (flags[i][0] ? weight[i][0] : y);
                    }
                  }
                  return s;
                }
                """)
            .with("index", new int[][] {{0}, {1, 1}})
            .with("on", new boolean[][][] {{{true}, {false}}}),
        Example.of(
                """
                @Differentiable
                static double references(double[] x, double[] y, double[][] m, double t) {
                  double[] a = x;
                  double[] b = t > 0 ? y : m[0];
                  double[] none = null;
                  double[] c = t < 0 ? none : a;
                  double s = 0;
                  if (a == x) s += a[0] * t;
                  if (b != a) b[0] *= a[1];
                  if (none == null && c != null) c[1] *= 2;
                  if (m[0] == b || m[1] == null) s += 100 * m[0][0];
                  double[] d;
                  if (t > 1) {
                    d = m[1];
                  } else {
                    d = m[0] == m[1] ? a : b;
                  }
                  d[1] = d[0] * t;
                  return s + x[1] * y[0] + y[1] * m[0][1];
                }
                """)
            .with("x", new double[2])
            .with("y", new double[2])
            .with("m", new double[2][2]),
        Example.of(
                """
                @Differentiable
                static double sameReferences(double[] x, double[] y, double t) {
                  if (x == y) {
                    y[0] *= t;
                    return x[0] * y[1];
                  }
                  return t;
                }
                """)
            .with("x", row)
            .with("y", row),
        Example.of(
                """
                @Differentiable
                static double[] doubleBuffering(double[] start, double t, int n) {
                  double[] now = start.clone();
                  double[] next = new double[start.length];
                  for (int step = 0; step < n; step++) {
                    for (int i = 0; i < now.length; i++) {
                      double left = now[i == 0 ? now.length - 1 : i - 1];
                      next[i] = now[i] + t * (left - now[i] * now[i]);
                    }
                    double[] swap = now;
                    now = next;
                    next = swap;
                  }
                  return now;
                }
                """)
            .with("start", new double[3])
            .with("n", 4),
        Example.of(
                """
                @Differentiable
                static double buffersInsideALoop(double[] x, int n) {
                  double s = 0;
                  for (int k = 0; k < 2; k++) {
                    double[] now = new double[2];
                    double[] next = new double[2];
                    double[] first = now;
                    for (int i = 0; i < n; i++) {
                      next[0] = now[0] * x[i] + x[k];
                      double[] swap = now;
                      now = next;
                      next = swap;
                    }
                    s += now[0] * next[0] * first[0];
                  }
                  return s;
                }
                """)
            .with("n", 3),
        Example.of(
                """
                @Differentiable
                static void bufferingParameters(double[][] a, double[][] b, int n) {
                  double[][] from = a;
                  double[][] to = b;
                  for (int step = 0; step < n; step++) {
                    for (int i = 0; i < 2; i++) {
                      for (int j = 0; j < 2; j++) {
                        to[i][j] = from[j][i] * from[i][j] + to[j][i];
                      }
                    }
                    double[][] swap = from;
                    from = to;
                    to = swap;
                  }
                }
                """)
            .with("a", new double[2][2])
            .with("b", new double[2][2])
            .with("n", 3),
        Example.of(
                """
                @Differentiable
                static double arrayHelpers(double[][] a, double[] x, double t) {
                  double[][] b = scaled(a, t);
                  double[] y = times(b, x);
                  add(y, y, x);
                  add(same(x), row(a, 1), y);
                  double[] z = same(y);
                  z[0] *= x[1];
                  return y[0] * x[0] + a[1][0] * cube(t)[1][0][1];
                }
                static double[][] scaled(double[][] a, double t) {
                  double[][] b = new double[a.length][];
                  for (int i = 0; i < a.length; i++) {
                    b[i] = a[i].clone();
                    for (int j = 0; j < b[i].length; j++) b[i][j] *= t;
                  }
                  return b;
                }
                static double[] times(double[][] a, double[] x) {
                  double[] y = new double[a.length];
                  for (int i = 0; i < a.length; i++) {
                    for (int j = 0; j < x.length; j++) y[i] += a[i][j] * x[j];
                  }
                  return y;
                }
                static void add(double[] to, double[] a, double[] b) {
                  for (int i = 0; i < to.length; i++) to[i] = a[i] * b[i] + to[i];
                }
                static double[] same(double[] x) {
                  return x;
                }
                static double[] row(double[][] a, int i) {
                  return i < 0 ? null : a[i];
                }
                static double[][][] cube(double t) {
                  return new double[][][] {{{t}}, {{1, t * t}}};
                }
                """)
            .with("a", new double[2][2])
            .with("x", new double[2]),
        Example.of(
                """
                @Differentiable
                static double missingRows(double[][] a, double[] unused) {
                  double s = 0;
                  for (double[] row : a) {
                    if (row != null) {
                      for (double v : row) s += v * v;
                    }
                  }
                  return s;
                }
                """)
            .with("a", new double[][] {{0, 0}, null, {}, {0}})
            .with("unused", new double[0]),
        Example.of(
                """
                @Differentiable
                static void missingRowsWritten(double[][][] a, double t) {
                  for (int i = 0; i < a.length; i++) {
                    for (int j = 0; a[i] != null && j < a[i].length; j++) {
                      if (a[i][j] == null) continue;
                      for (int k = 0; k < a[i][j].length; k++) a[i][j][k] *= t * a[i][j][k];
                    }
                  }
                }
                """)
            .with("a", new double[][][] {{{0, 0}, null}, null, {}, {{}, {0}}}),
        Example.of(
                """
                @Differentiable
                static float[] ofFloats(float[][][] a, float t) {
                  float[] sums = new float[a.length];
                  for (int i = 0; i < a.length; i++) {
                    a[i][0][0] *= t;
                    for (float[] row : a[i]) {
                      for (float v : row) sums[i] += v * t;
                    }
                  }
                  return sums;
                }
                """)
            .with("a", new float[2][2][2])
            .to(Precision.FLOAT),
        Example.of(
                """
                @Differentiable
                static double[] jacobianOfCubes(double[][][] a, double[][] b) {
                  a[0][0][1] *= b[0][1];
                  return new double[] {a[0][0][1] * a[1][0][0], b[0][0] * a[0][0][0]};
                }
                """)
            .with("a", new double[2][1][2])
            .with("b", new double[1][2]));
  }
}
