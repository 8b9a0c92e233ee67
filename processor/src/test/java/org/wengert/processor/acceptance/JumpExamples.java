package org.wengert.processor.acceptance;

import java.util.List;

/** Labels and switches of every form. */
final class JumpExamples {
  private JumpExamples() {}

  static List<Example> all() {
    return List.of(
        Example.of(
            """
                @Differentiable
                static double labelledJumps(double[][] m, double x) {
                  double s = 0;
                  rows:
                  for (int i = 0; i < m.length; i++) {
                    for (int j = 0; j < m[i].length; j++) {
                      if (i + j == 5) continue rows;
                      if (s > 4 * x) break rows;
                      s += m[i][j] * x + s * 0.1;
                    }
                    s = Math.sin(s);
                  }
                  return s;
                }
                """),
        Example.of(
            """
                @Differentiable
                static double returnThroughLabels(double[] w, double x) {
                  double s = 1;
                  outer:
                  for (double v : w) {
                    int k = 0;
                    do {
                      s *= v + x;
                      if (k == 2) continue outer;
                      if (s > 30) return s * x;
                      if (s < 0.2) break outer;
                    } while (++k < 4);
                    s += x;
                  }
                  return Math.exp(-s);
                }
                """),
        Example.of(
                """
                enum Mode { FAST, SLOW, NONE }
                @Differentiable
                static double enums(double x, double y, java.math.RoundingMode rounding) {
                  Mode mode = x > y ? Mode.FAST : rounding == java.math.RoundingMode.UP ? Mode.SLOW : Mode.NONE;
                  double s = x;
                  for (int i = 0; i < 5; i++) {
                    s += switch (mode) {
                      case FAST -> x * s;
                      case SLOW -> { mode = Mode.NONE; yield y * Math.sin(s); }
                      case NONE -> x * y;
                    };
                    if (mode == Mode.NONE && s > 1) mode = i == 3 ? Mode.FAST : Mode.SLOW;
                  }
                  return scaled(s * x, mode);
                }
                static double scaled(double s, Mode mode) {
                  return mode != Mode.FAST ? s * s : s;
                }
                """)
            .with("rounding", java.math.RoundingMode.UP),
        Example.of(
                """
                @Differentiable
                static double enumsAndBytesHandedOver(
                    double[] w, java.math.RoundingMode[] modes, byte k, char c) {
                  double s = w[0];
                  java.math.RoundingMode last = modes[0];
                  for (int i = 0; i < w.length; i++) {
                    java.math.RoundingMode mode = modes[i % modes.length];
                    double t = switch (last == mode ? java.math.RoundingMode.UP : mode) {
                      case UP -> s * w[i];
                      case DOWN -> { if (s > 1) yield s; yield Math.sin(s * w[i]) * k; }
                      default -> c * 0.01 * w[i];
                    };
                    s = mode == last ? t * s : t + s;
                    last = mode;
                    k += 50;
                    c++;
                  }
                  return last == java.math.RoundingMode.UP ? s * s : s;
                }
                """)
            .with(
                "modes",
                new java.math.RoundingMode[] {
                  java.math.RoundingMode.DOWN,
                  java.math.RoundingMode.UP,
                  java.math.RoundingMode.UP,
                  java.math.RoundingMode.FLOOR
                })
            .with("k", (byte) 3)
            .with("c", 'a'),
        Example.of(
            """
                @Differentiable
                static double labelledBlock(double x, double y) {
                  double s = x * y;
                  done: {
                    if (s > 1) break done;
                    s = Math.sqrt(s);
                    if (y > x) {
                      s *= y;
                      break done;
                    }
                    s *= x * x;
                  }
                  return s * s;
                }
                """),
        Example.of(
                """
                @Differentiable
                static double switchPerElement(double[] w, double x) {
                  double s = x;
                  for (int i = 0; i < w.length; i++) {
                    switch (i) {
                      case 0: s += w[i]; break;
                      case 1: case 2: s *= w[i]; break;
                      case 3: continue;
                      default: s = s * s + w[i];
                    }
                    s += x;
                  }
                  return s;
                }
                """)
            .with("w", new double[7]),
        Example.of(
                """
                @Differentiable
                static double fallThrough(double x, double y, int n) {
                  double s = 1;
                  for (int k = n; k < 6; k++) {
                    switch (k) {
                      default: s *= x;
                      case 1: s += y; if (s > 2 * x) break;
                      case 2: s *= s;
                      case 3: double t = s * x; s = t; break;
                      case 4: t = y; s -= t * s; break;
                    }
                  }
                  return s;
                }
                """)
            .with("n", 0),
        Example.of(
                """
                @Differentiable
                static double switchExpression(double x, double y, int n) {
                  double s = 0;
                  for (int i = 0; i <= n; i++) {
                    s += switch (i) {
                      case 0 -> x * y;
                      case 1 -> {
                        if (x > y) yield x;
                        double t = Math.sin(y);
                        yield t * t;
                      }
                      case 2 -> 3;
                      default -> switch (n) { case 5: yield y; default: yield x * i; };
                    } * y;
                  }
                  return s;
                }
                """)
            .with("n", 4),
        Example.of(
                """
                @Differentiable
                static double[] switchOfReturns(double[] a, int n) {
                  switch (n) {
                    case 0:
                      return a;
                    case 3:
                      double[] b = a.clone();
                      b[1] *= a[0];
                      return b;
                    default:
                      throw new IllegalArgumentException("n = " + n);
                  }
                }
                """)
            .with("n", 3),
        Example.of(
            """
                @Differentiable
                static double yieldFromLoop(double[] w, int n) {
                  double y = switch (n) {
                    case 1 -> 0;
                    default -> {
                      double s = 1;
                      for (double v : w) {
                        s *= v;
                        if (s > 2) yield s;
                        s += 1;
                      }
                      yield -s;
                    }
                  };
                  return y * y;
                }
                """));
  }
}
