package org.wengert.processor.acceptance;

import java.util.List;
import java.util.Map;

/** Loops that are checkpointed, with every kind of state. */
final class CheckpointExamples {
  /** What the examples call, a class of its own. */
  static final String LIBRARY =
      """
      final class Stepping {
        @Differentiable
        @Checkpointed
        static double settle(double[] state, double[][] rates, double x, int n) {
          for (int i = 0; i < n; i++) {
            state[0] += 0.1 * Math.sin(state[1] * rates[0][i % 2]) * x;
            state[1] -= 0.1 * Math.sin(state[0]) * rates[1][0];
          }
          return state[0] * state[1];
        }

        @Differentiable
        static double curve(double[] w, double x) {
          return w[0] * Math.exp(w[1] * x) + x;
        }

        @Differentiable
        @Checkpointed
        static double[] orbit(double[] at, int n) {
          double[] here = at.clone();
          for (int i = 0; i < n; i++) {
            here[0] += 0.1 * Math.sin(here[1]);
            here[1] += 0.1 * Math.cos(here[0]);
          }
          return here;
        }
      }
      """;

  private CheckpointExamples() {}

  static List<Example> all() {
    double[] shared = {0.5, 0.25, 0.75};
    return List.of(
        Example.of(
                """
                @Checkpointed
                @Differentiable
                static double pendulum(double x, double v, double k, double h, int n) {
                  for (int i = 0; i < n; i++) {
                    v -= 0.5 * h * k * Math.sin(x);
                    x += h * v;
                    v -= 0.5 * h * k * Math.sin(x);
                  }
                  return 0.5 * v * v - k * Math.cos(x);
                }
                """)
            .with("n", 40),
        Example.of(
                """
                enum Way { UP, DOWN }
                @Differentiable
                static double allKinds(double x, float y, int n) {
                  float f = y;
                  long seed = 1;
                  boolean up = true;
                  Way way = Way.UP;
                  char letter = 'a';
                  double s = 1;
                  for (@Checkpointed(megabytes = 1) int i = 0; i < n; i++) {
                    seed = seed * 6364136223846793005L + 1442695040888963407L;
                    f = f * y + (float) Math.sin(s);
                    s = up ? Math.sin(s * x) + f : s * f / (1 + (seed >>> 60));
                    if (way == Way.UP) s += 0.1 * letter / 100;
                    way = (i & 4) == 0 ? Way.UP : Way.DOWN;
                    up = seed > 0;
                    letter++;
                  }
                  return s;
                }
                """)
            .with("n", 23),
        Example.of(
                """
                @Checkpointed
                @Differentiable
                static double exchanged(double[] start, double[] seen, double c, int n) {
                  double[] u = start.clone();
                  double[] next = new double[u.length];
                  int k = 0;
                  while (k < n) {
                    for (int i = 1; i < u.length - 1; i++) {
                      next[i] = u[i] + c * (u[i - 1] - 2 * u[i] + u[i + 1]) * Math.sin(u[i]);
                    }
                    double[] old = u;
                    u = next;
                    next = old;
                    seen[k % seen.length] += u[1] * u[2];
                    k++;
                  }
                  double s = 0;
                  for (double v : u) s += v * v;
                  return s;
                }
                """)
            .with("n", 17),
        Example.of(
                """
                @Checkpointed
                @Differentiable
                static void perhapsTheSame(double[] a, double[] b, int n) {
                  for (int i = 0; i < n; i++) {
                    a[i % a.length] *= Math.sin(b[(i + 1) % b.length]);
                    b[0] += a[1];
                  }
                }
                """)
            .with("a", shared)
            .with("b", shared)
            .with("n", 11),
        Example.of(
                """
                @Checkpointed
                @Differentiable
                static double bodies(double[][] x, double[][] v, double m, int n) {
                  double energy = 0;
                  for (int t = 0; t < n; t++) {
                    for (int i = 0; i < x.length; i++) {
                      double[] here = x[i];
                      for (int j = 0; j < x.length; j++) {
                        double dx = x[j][0] - here[0];
                        double dy = x[j][1] - here[1];
                        double r = Math.sqrt(dx * dx + dy * dy + 0.1);
                        v[i][0] += 0.01 * m * dx / (r * r * r);
                        v[i][1] += 0.01 * m * dy / (r * r * r);
                      }
                    }
                    for (int i = 0; i < x.length; i++) {
                      x[i][0] += 0.01 * v[i][0];
                      x[i][1] += 0.01 * v[i][1];
                      energy += v[i][0] * v[i][0];
                    }
                  }
                  return energy;
                }
                """)
            .with("n", 9),
        Example.of(
                """
                @Checkpointed
                @Differentiable
                static double inBranches(double[] w, double x, int n) {
                  double s = x;
                  if (n > 3) {
                    double[] a = {w[0] * x, w[1], Math.exp(x)};
                    double k = a[0] * Math.sin(x);
                    for (int i = 0; i < n; i++) {
                      a[i % 3] = Math.sin(a[(i + 1) % 3] * k) + s;
                      s += a[2] * a[i % 3];
                    }
                    s *= a[0];
                  } else {
                    while (s < 10) {
                      s += Math.sqrt(s) * x;
                    }
                  }
                  return s * w[2];
                }
                """)
            .with("n", 12),
        Example.of(
                """
                @Checkpointed
                @Differentiable
                static double oneAfterAnother(double[] w, double x, int n) {
                  double[] a = w.clone();
                  for (int i = 0; i < n; i++) {
                    a[i % a.length] *= Math.sin(a[0] + x);
                    x += w[1] * a[1];
                  }
                  w[1] = x * x;
                  int k = 0;
                  do {
                    x = Math.sin(x * a[2]) + w[1];
                    w[0] *= x;
                  } while (++k < n);
                  for (int i = 0; i < a.length; i++) a[i] = 3;
                  w[1] = 5;
                  return x * w[0];
                }
                """)
            .with("n", 14),
        Example.of(
                """
                @Differentiable
                static double leftEarly(double[] w, double x, int n) {
                  double s = x;
                  for (@Checkpointed int i = 0; ; i++) {
                    inner:
                    for (int j = 0; j < w.length; j++) {
                      if (i * j % 3 == 2) continue;
                      s = Math.sin(s * w[j]) + x;
                      if (s > 1.5) break inner;
                    }
                    if (i == n) break;
                    if (s > 1e3) return s * s;
                  }
                  for (int i = 0; i < w.length; i++) s = Math.cos(s * w[i]);
                  return s;
                }
                """)
            .with("n", 15),
        Example.of(
                """
                static final double[] TABLE = {0.3, 0.5, 0.2};
                static double scale = 1.25;
                static final int[] COUNTS = new int[3];
                private static final char LETTER = 'c';
                @Checkpointed
                @Differentiable
                static double tables(double x, int n) {
                  for (int i = 0; i < n; i++) {
                    COUNTS[i % 3] = (COUNTS[(i + 1) % 3] + i) % 7;
                    x = Math.sin(x * TABLE[i % 3] * scale) + COUNTS[i % 3] + LETTER % 5;
                  }
                  COUNTS[0] = 0;
                  COUNTS[1] = 0;
                  COUNTS[2] = 0;
                  return x;
                }
                """)
            .with("n", 13),
        Example.of(
                """
                record Vec(double x, double y) {
                  Vec plus(Vec other, double h) {
                    return new Vec(x + h * other.x, y + h * other.y);
                  }
                }
                static Vec force(Vec at, double k) {
                  double[] scratch = {at.x() * k, at.y()};
                  return new Vec(-Math.sin(scratch[0]), -scratch[1] * at.x());
                }
                @Checkpointed
                @Differentiable
                static double records(double x, double y, double k, int n) {
                  Vec at = new Vec(x, y);
                  Vec speed = new Vec(0, 1);
                  for (int i = 0; i < n; i++) {
                    speed = speed.plus(force(at, k), 0.1);
                    at = at.plus(speed, 0.1);
                  }
                  return at.x() * at.y();
                }
                """)
            .with("n", 21),
        Example.of(
                """
                @Checkpointed
                @Differentiable
                static double callsInside(double[] w, double x, int n) {
                  double s = x;
                  double[] at = {x, w[0]};
                  for (int i = 0; i < n; i++) {
                    s = Math.sin(Stepping.curve(w, s) + power(x, i % 4));
                    w[1] += 0.01 * Stepping.settle(at, new double[][] {{s, w[0]}, {x}}, s, i % 5);
                    double[] there = Stepping.orbit(at, 3);
                    s += there[0] * there[1];
                  }
                  return s;
                }
                static double power(double x, int n) {
                  return n == 0 ? 1 : x * power(x, n - 1);
                }
                """)
            .with("n", 11),
        Example.of(
            """
                @Differentiable
                static double calledAgain(double[] w, double[][] rates, double x) {
                  double s = 0;
                  for (int i = 0; i < 3; i++) {
                    s += Stepping.settle(w, rates, x * s, 7 + i);
                    rates[1][0] *= s;
                    w[0] = s * x;
                    double[] first = rates[0];
                    rates[0] = rates[1];
                    rates[1] = first;
                  }
                  return s + Stepping.settle(w, rates, x, 0) * Stepping.orbit(w, 8)[1];
                }
                """),
        Example.of(
                """
                @Checkpointed
                @Differentiable
                static double exchangedInBranch(double[] w, double x, int n) {
                  double s = x;
                  if (x > 0) {
                    double[] u = {w[0], x, w[1] * x};
                    double[] next = new double[3];
                    for (int i = 0; i < n; i++) {
                      for (int j = 0; j < 3; j++) next[j] = Math.sin(u[(j + 1) % 3] * w[j]);
                      double[] old = u;
                      u = next;
                      next = old;
                      s += u[0];
                    }
                    s *= u[0] * next[1];
                  }
                  return s;
                }
                """)
            .with("n", 11),
        Example.of(
                """
                static double[] derivative(double[] y, double[] p) {
                  return new double[] {y[1], -p[0] * Math.sin(y[0]) - p[1] * y[1]};
                }
                static double[] plus(double[] y, double[] k, double h) {
                  double[] sum = y.clone();
                  for (int i = 0; i < k.length; i++) sum[i] += h * k[i];
                  return sum;
                }
                @Checkpointed
                @Differentiable
                static double[] newStates(double[] start, double[] p, double h, int n) {
                  double[] y = start;
                  for (int i = 0; i < n; i++) {
                    double[] k1 = derivative(y, p);
                    double[] k2 = derivative(plus(y, k1, h / 2), p);
                    double[] k3 = derivative(plus(y, k2, h / 2), p);
                    double[] k4 = derivative(plus(y, k3, h), p);
                    double[] next = y.clone();
                    for (int j = 0; j < 2; j++) {
                      next[j] = y[j] + h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
                    }
                    y = next;
                  }
                  return y;
                }
                """)
            .with("n", 13),
        Example.of(
                """
                @Checkpointed
                @Differentiable
                static double sometimesNew(double[] w, double x, int n) {
                  double[] a = w;
                  double[] b = null;
                  int[] counts = {1, 2};
                  float[] f = {(float) x, 2};
                  double s = x;
                  for (int i = 0; i < n; i++) {
                    if (i % 3 == 1) {
                      b = a;
                      a = new double[] {Math.sin(s), a[0] * x, a[1], 0.5};
                      counts = new int[] {counts[1] + i, counts[0]};
                    } else if (i % 5 == 4) {
                      double[] c = a;
                      a = b == null ? w : b;
                      b = c;
                      f = f.clone();
                    }
                    a[i % 3] += Math.cos(s * a[1]);
                    f[i % 2] *= (float) Math.sin(a[0]);
                    if (a == b) s += 0.25;
                    s = Math.sin(s + a[2] * f[0]) + 0.01 * counts[0];
                    if (b != null) s += b[0] * a[0];
                    if (i == 6) w[1] = s;
                  }
                  a[0] *= 2;
                  return s + a[0] * a[2] + (b == null ? 0 : b[1] * f[1]);
                }
                """)
            .with("n", 17),
        Example.of(
            """
                @Checkpointed
                @Differentiable
                static double hardlyAnyIterations(double[] w, double x) {
                  double[] a = {x, w[0], w[1]};
                  for (int i = 0; i < 3; i++) {
                    a[i] = Math.sin(a[(i + 1) % 3] * x) * a[i];
                    for (int j = 0; j < 3; j++) a[j] *= x;
                  }
                  for (int i = 0; i < 3; i++) a[0] += Math.sqrt(a[i]) * x;
                  return a[0] * a[1] + a[2];
                }
                """),
        Example.of(
                """
                @Checkpointed
                @Differentiable
                static double rearrangedLater(double[][] m, double x, int n) {
                  for (int i = 0; i < n; i++) {
                    m[i % 2][0] = Math.sin(m[1][1] * x + m[i % 3][0]);
                    x += m[2][1] * Math.sin(x);
                  }
                  double[] row = m[1];
                  m[1] = new double[] {x, 2, 3, 4};
                  double[] last = m[2];
                  m[2] = m[0];
                  m[0] = last;
                  row[1] = 7;
                  m[0][0] *= x;
                  return x * m[2][0] + row[0];
                }
                """)
            .with("n", 10),
        Example.of(
                """
                @Differentiable
                static double inOneAnother(double[] w, double x, int n) {
                  double[] a = w.clone();
                  double s = x;
                  for (int i = 0; i < n; i++) {
                    double[] own = {s, a[i % a.length], TABLE[i % 2]};
                    for (@Checkpointed int j = 0; j < i + 2; j++) {
                      own[j % 3] += Math.sin(own[(j + 1) % 3] * s) * TABLE[j % 2];
                      a[(i + j) % a.length] *= Math.cos(own[2]);
                      for (int k = 0; k < j; k++) s = Math.sin(s + a[k % 2] * x);
                    }
                    if (own[0] > 0.5) {
                      for (@Checkpointed int j = 0; j < 4; j++) s += Math.sqrt(own[j % 3] + 9) * 0.1;
                    }
                    own[0] = 7;
                    s += own[1];
                  }
                  return s;
                }
                static final double[] TABLE = {0.7, 1.3};
                """)
            .with("n", 6),
        Example.of(
                """
                @Differentiable
                static double overSamples(double[] w, double[] samples, int n) {
                  double loss = 0;
                  for (int i = 0; i < samples.length; i++) {
                    double d = simulated(w, samples[i], n + i) - 0.5;
                    loss += d * d;
                  }
                  return loss;
                }
                @Checkpointed
                static double simulated(double[] w, double x, int n) {
                  double[] state = {x, w[0]};
                  for (int t = 0; t < n; t++) {
                    state[0] += 0.1 * Math.sin(state[1]) * w[1];
                    for (int j = 0; j < 2; j++) state[1] -= 0.1 * Math.sin(state[0]) * w[j];
                  }
                  return state[0];
                }
                """)
            .with("n", 9),
        Example.of(
                """
                @Checkpointed
                @Differentiable
                static double empty(double[] w, double x, int n) {
                  double[] none = null;
                  for (int i = 1; i <= n; i++) {
                    w[i] *= Math.sin(x * w[i - 1]);
                    if (none != null) none[0] = x;
                  }
                  return w[0] * x;
                }
                """)
            .with("n", 0),
        Example.of(
                """
                @Checkpointed
                @Differentiable
                static double once(double[] w, double x, int n) {
                  double s = x;
                  for (int i = 0; i < n; i++) {
                    w[i] *= Math.sin(s * w[i + 1]);
                    s = Math.sqrt(s) / w[i];
                  }
                  return s * x;
                }
                """)
            .with("n", 1));
  }

  /** The existing examples whose loops cannot be checkpointed. */
  static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry("creations", "replaces rows"),
          Map.entry("logDeterminant", "replaces rows"),
          Map.entry("newRows", "replaces rows"),
          Map.entry("keepsRows", "replaces rows"),
          Map.entry("bubbleRows", "replaces rows"),
          Map.entry("recursiveTree", "has no loop of its own"),
          Map.entry("rowsOneByOne", "has no loop of its own"));
}
