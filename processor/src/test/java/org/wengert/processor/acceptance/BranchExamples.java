package org.wengert.processor.acceptance;

import java.util.List;

/** Conditions, early returns and guards. */
final class BranchExamples {
  private BranchExamples() {}

  static List<Example> all() {
    return List.of(
        Example.of(
                """
                @Differentiable
                static double chain(double x, double y) {
                  double z;
                  if (x > 2 * y) {
                    z = x * x;
                  } else if (x > y) {
                    z = x * y;
                    y = y * 2;
                  } else {
                    z = y * y;
                  }
                  return z * y;
                }
                """)
            .gradient(
                a -> {
                  double x = a.number(0);
                  double y = a.number(1);
                  return x > 2 * y
                      ? new double[] {2 * x * y, x * x}
                      : x > y ? new double[] {2 * y * y, 4 * x * y} : new double[] {0, 3 * y * y};
                }),
        Example.of(
            """
                @Differentiable
                static double conditionals(double x, double y, boolean flip) {
                  double z = flip ? x : y;
                  return (x < y ? z * z : -y) * (y >= 1 ? x : y >= 0.5 ? 2 : 3 * y);
                }
                """),
        Example.of(
            """
                @Differentiable
                static double logic(double x, double y, boolean on) {
                  boolean a = x < 1 && y < 1 || !on;
                  boolean b = x < 0.7 ^ y > 0.9;
                  boolean c = a & b | on != (x == y);
                  a &= c;
                  b |= a;
                  double z = x;
                  if (a && !b || c) {
                    z *= y;
                  }
                  return b ? z * z : z / y;
                }
                """),
        Example.of(
            """
                @Differentiable
                static double effectsInConditions(double x, double y) {
                  double z = y;
                  if (x < 1 && (z = x * y) > 0.5 || (z *= x) > 1) {
                    z = z * z;
                  }
                  return z + ((x = y) > 1 ? x * z : z);
                }
                """),
        Example.of(
            """
                @Differentiable
                static double earlyReturns(double x, double y) {
                  if (x < 0.6) {
                    return x * y;
                  }
                  double z = x * x;
                  if (y < 0.8) {
                    if (x > 1.2) {
                      return z * y;
                    }
                    z += y * y;
                  }
                  return Math.sin(z) * y;
                }
                """),
        Example.of(
                """
                @Differentiable
                static double guarded(double x, double y, String name) {
                  if (!(x > 0)) {
                    throw new IllegalArgumentException(name + " is " + x + ", not positive");
                  }
                  double z = Math.log(x);
                  if (Double.NaN == z || z > 1e10) {
                    throw new ArithmeticException();
                  } else {
                    return z * y;
                  }
                }
                """)
            .with("name", "x")
            .gradient(a -> new double[] {a.number(1) / a.number(0), StrictMath.log(a.number(0))}),
        Example.of(
            """
                @Differentiable
                static double branchesInHelpers(double x, double y) {
                  return larger(x, y) * larger(y * y, x) + smooth(x - y);
                }
                static double larger(double a, double b) {
                  if (a > b) return a;
                  else return b;
                }
                static double smooth(double d) {
                  double size = d < 0 ? -d : d;
                  return size > 0.1 ? size - 0.05 : d * d / 0.2;
                }
                """),
        Example.of(
            """
                @Differentiable
                static double[] branchesOfArrays(double[] a, double[] b, double x) {
                  double[] chosen = x > 1 ? a : b;
                  double[] other = a;
                  if (x > 0.8) {
                    other = new double[] {x, x * x, 1};
                    other[2] = chosen[1];
                  }
                  return new double[] {chosen[0] * x, other[0] * other[1] * chosen[2], other[2]};
                }
                """),
        Example.of(
                """
                @Differentiable
                static double nullable(double x, double[] weights) {
                  if (weights == null || weights.length == 0) {
                    return x * x;
                  }
                  double[] same = weights;
                  return same == weights & null != same ? x * weights[0] : 0;
                }
                """)
            .gradient(a -> new double[] {a.numbers(1)[0], a.number(0), 0, 0, 0, 0}),
        Example.of(
                """
                @Differentiable
                static double emptyAndBlocks(double x) {
                  ;
                  {
                    double y = x * x;
                    { x = y * x; }
                  }
                  double y = x;
                  if (y > 1) { } else y *= 2;
                  return y;
                }
                """)
            .gradient(a -> new double[] {(a.number(0) > 1 ? 3 : 6) * a.number(0) * a.number(0)}));
  }
}
