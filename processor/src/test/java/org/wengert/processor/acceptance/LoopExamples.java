package org.wengert.processor.acceptance;

import java.util.List;

/** Every shape of a loop, and every way out of one. */
final class LoopExamples {
  private LoopExamples() {}

  static List<Example> all() {
    return List.of(
        Example.of(
                """
                @Differentiable
                static double power(double x, int n) {
                  double y = 1;
                  for (int i = 0; i < n; i++) {
                    y *= x;
                  }
                  return y;
                }
                """)
            .with("n", 9)
            .gradient(a -> new double[] {9 * StrictMath.pow(a.number(0), 8)}),
        Example.of(
                """
                @Differentiable
                static double noIterations(double x, int n) {
                  for (int i = 0; i < n; i++) {
                    x = Math.sin(x);
                  }
                  while (n > 3) {
                    x *= x;
                  }
                  return x;
                }
                """)
            .with("n", 0)
            .gradient(a -> new double[] {1}),
        Example.of(
            """
                @Differentiable
                static double downAndByStep(double[] w, int n) {
                  double s = 0;
                  for (int i = w.length - 1; i >= 0; i -= 2) {
                    s = s * w[i] + w[i];
                  }
                  for (long k = 10L * n; k > 3; k = k / 2) {
                    s += Math.sin(s) / k;
                  }
                  return s;
                }
                """),
        Example.of(
                """
                @Differentiable
                static double twoCounters(double[] w) {
                  double s = 0;
                  for (int i = 0, j = w.length - 1; i < j; i++, j--) {
                    s += w[i] * w[j];
                  }
                  return s;
                }
                """)
            .gradient(
                a -> {
                  double[] w = a.numbers(0);
                  return new double[] {w[4], w[3], 0, w[1], w[0]};
                }),
        Example.of(
                """
                @Differentiable
                static double newtonRoot(double x) {
                  double y = x;
                  while (Math.abs(y * y - x) > 1e-15 * x) {
                    double next = 0.5 * (y + x / y);
                    if (next == y) {
                      break;
                    }
                    y = next;
                  }
                  return 0.5 * (y + x / y);
                }
                """)
            .gradient(a -> new double[] {0.5 / Math.sqrt(a.number(0))}),
        Example.of(
            """
                @Differentiable
                static double doWhile(double x, double y) {
                  int count = 0;
                  do {
                    x = x * y + Math.cos(x);
                    count++;
                  } while (count < 6 && x < 50);
                  return x * count;
                }
                """),
        Example.of(
                """
                @Differentiable
                static double forEach(double[] w, int[] factors) {
                  double s = 1;
                  for (double v : w) {
                    s = s * v + 1;
                  }
                  for (final int factor : factors) {
                    s += factor * w[0];
                  }
                  return s;
                }
                """)
            .with("factors", new int[] {2, 3, 5}),
        Example.of(
            """
                @Differentiable
                static double forEachRow(double[][] m) {
                  double s = 0;
                  for (double[] row : m) {
                    double product = 1;
                    for (double v : row) {
                      product *= v;
                    }
                    s += product;
                  }
                  return s;
                }
                """),
        Example.of(
            """
                @Differentiable
                static double breaks(double[] w, double limit) {
                  double s = 0;
                  int i = 0;
                  for (; ; i++) {
                    if (i == w.length) {
                      break;
                    }
                    s += w[i] * w[i];
                    if (s > limit) {
                      s *= 2;
                      break;
                    }
                  }
                  return s * i + limit;
                }
                """),
        Example.of(
            """
                @Differentiable
                static double continues(double[] w) {
                  double s = 1;
                  for (int i = 0; i < w.length; i++) {
                    if (i % 2 == 1) {
                      continue;
                    }
                    if (w[i] > 1) {
                      s -= w[i];
                      if (s < 0) {
                        continue;
                      }
                      s *= 1.5;
                    }
                    s += s * w[i];
                  }
                  return s;
                }
                """),
        Example.of(
                """
                @Differentiable
                static double continuesOfWhile(double x) {
                  int i = 0;
                  while (i < 7) {
                    i++;
                    if (i == 3) continue;
                    x = Math.sin(x) + i;
                  }
                  do {
                    i -= 2;
                    if (i == 1) continue;
                    x += 0.1 * Math.cos(x);
                  } while (i > 0);
                  return x;
                }
                """)
            .between(0.3, 0.6),
        Example.of(
            """
                @Differentiable
                static double returnsFromLoop(double[] w, double x) {
                  for (int i = 0; i < w.length; i++) {
                    for (int j = i; j < w.length; j++) {
                      x *= w[j];
                      if (x < 0.1) {
                        return x * w[i];
                      }
                    }
                    x += w[i];
                  }
                  return x * x;
                }
                """),
        Example.of(
                """
                @Differentiable
                static double triangular(double[] w, int n) {
                  double s = 0;
                  for (int i = 0; i < n; i++) {
                    double t = w[i];
                    for (int j = 0; j <= i; j++) {
                      t = t * w[j] + Math.sin(t);
                    }
                    s += t * t;
                  }
                  return s;
                }
                """)
            .with("n", 5),
        Example.of(
                """
                @Differentiable
                static double threeDeep(double[] w, int n) {
                  double s = 0;
                  for (int i = 0; i < n; i++) {
                    for (int j = i; j < n; j++) {
                      for (int k = j; k > 0; k--) {
                        s = 0.5 * s + w[i] * w[j] * w[k];
                      }
                      s += w[j];
                    }
                  }
                  return s;
                }
                """)
            .with("n", 4),
        Example.of(
            """
                @Differentiable
                static double whileInFor(double[] w) {
                  double s = 0;
                  for (int i = 0; i < w.length; i++) {
                    double v = w[i];
                    while (v < 3) {
                      v = v * v + w[i];
                    }
                    s += v;
                  }
                  return s;
                }
                """),
        Example.of(
                """
                @Differentiable
                static double collatz(double x, int n) {
                  while (n != 1) {
                    if (n % 2 == 0) {
                      n /= 2;
                      x = Math.sin(x) + n;
                    } else {
                      n = 3 * n + 1;
                      x = x / n;
                    }
                  }
                  return x;
                }
                """)
            .with("n", 27),
        Example.of(
                """
                @Differentiable
                static double rungeKutta(double x, double v, double k, int steps) {
                  double h = 0.05;
                  for (int i = 0; i < steps; i++) {
                    double k1 = v;
                    double l1 = -k * Math.sin(x);
                    double k2 = v + h / 2 * l1;
                    double l2 = -k * Math.sin(x + h / 2 * k1);
                    double k3 = v + h / 2 * l2;
                    double l3 = -k * Math.sin(x + h / 2 * k2);
                    double k4 = v + h * l3;
                    double l4 = -k * Math.sin(x + h * k3);
                    x += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
                    v += h / 6 * (l1 + 2 * l2 + 2 * l3 + l4);
                  }
                  return 0.5 * v * v - k * Math.cos(x);
                }
                """)
            .with("steps", 40),
        Example.of(
                """
                @Differentiable
                static double variablesSwap(double a, double b, int n) {
                  for (int i = 0; i < n; i++) {
                    double t = a;
                    a = b;
                    b = t + b;
                  }
                  return a * b;
                }
                """)
            .with("n", 10)
            .gradient(
                at -> {
                  double a = 34 * at.number(0) + 55 * at.number(1);
                  double b = 55 * at.number(0) + 89 * at.number(1);
                  return new double[] {34 * b + 55 * a, 55 * b + 89 * a};
                }),
        Example.of(
            """
                @Differentiable
                static double guardedLoop(double[] w) {
                  double s = 0;
                  for (int i = 0; i < w.length; i++) {
                    if (w[i] < 0) {
                      throw new IllegalArgumentException("w[" + i + "] is " + w[i]);
                    }
                    s += Math.sqrt(w[i]) * s + w[i];
                  }
                  return s;
                }
                """),
        Example.of(
                """
                @Differentiable
                static double logSumExp(double[] x) {
                  double max = x[0];
                  for (int i = 1; i < x.length; i++) {
                    max = Math.max(max, x[i]);
                  }
                  double sum = 0;
                  for (int i = 0; i < x.length; i++) {
                    sum += Math.exp(x[i] - max);
                  }
                  return max + Math.log(sum);
                }
                """)
            .gradient(
                a -> {
                  double[] x = a.numbers(0);
                  double[] gradient = new double[x.length];
                  double sum = 0;
                  for (double v : x) {
                    sum += StrictMath.exp(v);
                  }
                  for (int i = 0; i < x.length; i++) {
                    gradient[i] = StrictMath.exp(x[i]) / sum;
                  }
                  return gradient;
                }),
        Example.of(
            """
                @Differentiable
                static double loopsInHelpers(double[] w, double x) {
                  double s = 0;
                  for (int i = 0; i < w.length; i++) {
                    s += horner(w, x * i) * first(w, s);
                  }
                  return s;
                }
                static double horner(double[] c, double x) {
                  double p = 0;
                  for (int i = c.length - 1; i >= 0; i--) p = p * x + c[i];
                  return p;
                }
                static double first(double[] w, double above) {
                  for (double v : w) {
                    if (v > above) return v;
                  }
                  return 0.25;
                }
                """));
  }
}
