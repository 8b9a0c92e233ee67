package org.wengert.processor.acceptance;

import java.util.List;

/** Every operator on numbers, and all that has no derivative between them. */
final class ArithmeticExamples {
  private ArithmeticExamples() {}

  static List<Example> all() {
    return List.of(
        Example.of(
                """
                @Differentiable
                static double textbook(double x1, double x2) {
                  return Math.log(x1) + x1 * x2 - Math.sin(x2);
                }
                """)
            .gradient(
                a -> {
                  double x1 = a.number(0);
                  double x2 = a.number(1);
                  return new double[] {1 / x1 + x2, x1 - Math.cos(x2)};
                }),
        Example.of(
                """
                @Differentiable
                static double operators(double x, double y, double z) {
                  return -(x + 2 * y) * (z - x) / (y * z) + +x % 0.25;
                }
                """)
            .gradient(
                a -> {
                  double x = a.number(0);
                  double y = a.number(1);
                  double z = a.number(2);
                  double quotient = (x + 2 * y) / (y * z);
                  return new double[] {
                    quotient - (z - x) / (y * z) + 1,
                    (z - x) * x / (y * y * z),
                    -(x + 2 * y) * x / (y * z * z)
                  };
                }),
        Example.of(
                """
                @Differentiable
                static double compoundAssignments(double x, double y) {
                  double z = x;
                  z += y;
                  z -= 0.5;
                  z *= x * y;
                  z /= x + y;
                  z %= 7;
                  return z;
                }
                """)
            .gradient(
                a -> {
                  double x = a.number(0);
                  double y = a.number(1);
                  double s = x + y;
                  return new double[] {
                    y - 0.5 * y * y / (s * s), x - 0.5 * x * x / (s * s),
                  };
                }),
        Example.of(
                """
                @Differentiable
                static double increments(double x, double y) {
                  double a = x++ * x;
                  double b = --y * y--;
                  return a * x + ++b * y;
                }
                """)
            .gradient(
                a -> {
                  double x = a.number(0);
                  double y = a.number(1) - 1;
                  return new double[] {
                    (x + 1) * (3 * x + 1), 2 * y * (y - 1) + y * y + 1,
                  };
                }),
        Example.of(
                """
                @Differentiable
                static double assignmentsAsValues(double x, double y) {
                  double a;
                  double b = (a = x * y) + (x = y * y) * x;
                  return a * b * x;
                }
                """)
            .gradient(
                a -> {
                  double x = a.number(0);
                  double y = a.number(1);
                  return new double[] {
                    2 * x * y * y * y * y + Math.pow(y, 7),
                    4 * x * x * y * y * y + 7 * x * Math.pow(y, 6),
                  };
                }),
        Example.of(
                """
                @Differentiable
                static double integersBetween(double x, int n, long m) {
                  int bits = (n << 3 | 5) & ~2 ^ n >> 1;
                  int high = -n >>> 28;
                  long product = m * n - m / 2 % 5 << 2;
                  bits += 2.5;
                  product >>= 1;
                  return x * bits + high * x * x + product / x;
                }
                """)
            .with("n", 11)
            .with("m", 1234567890123L)
            .gradient(
                a -> {
                  double x = a.number(0);
                  int n = 11;
                  long m = 1234567890123L;
                  int bits = ((n << 3 | 5) & ~2 ^ n >> 1) + 2;
                  long product = (m * n - m / 2 % 5 << 2) >> 1;
                  return new double[] {bits + 2 * (-n >>> 28) * x - product / (x * x)};
                }),
        Example.of(
                """
                @Differentiable
                static double truncations(double x, double y) {
                  int whole = (int) (10 * x);
                  long large = (long) (10 * y);
                  int toNearest = (int) Math.round(3 * x);
                  return whole * x + large * y + toNearest;
                }
                """)
            .gradient(
                a ->
                    new double[] {
                      (int) (10 * a.number(0)), (long) (10 * a.number(1)),
                    })
            .between(0.3, 1.6),
        Example.of(
                """
                static final double SCALE = 2.5;
                static final double ROOT = Math.sqrt(3);
                @Differentiable
                static double constants(double x) {
                  final double local = 0.1 + 0x1p-3;
                  var inferred = x * local;
                  return inferred * SCALE * ROOT * Math.PI + Math.E * (Integer.MAX_VALUE % 7);
                }
                """)
            .gradient(a -> new double[] {(0.1 + 0x1p-3) * 2.5 * Math.sqrt(3) * Math.PI}),
        Example.of(
                """
                @Differentiable(wrt = "y")
                static double constantParameter(double x, double y) {
                  double square = x * x;
                  return square * y * y * y + square;
                }
                """)
            .gradient(a -> new double[] {3 * Math.pow(a.number(0) * a.number(1), 2)}),
        Example.of(
                """
                @Differentiable
                static double cancellation(double x, double y) {
                  double difference = x - x;
                  double one = y / y;
                  return difference * y + one * x * 1 + 0 * y - (-x) + (y - 0) * (x + 0);
                }
                """)
            .gradient(a -> new double[] {2 + a.number(1), a.number(0)}),
        Example.of(
                """
                @Differentiable
                static double unusedInput(double x, double y, double[] w) {
                  return x * x;
                }
                """)
            .gradient(a -> new double[] {2 * a.number(0), 0, 0, 0, 0, 0, 0}),
        Example.of(
                """
                @Differentiable
                static double constantResult(double x, int n) {
                  return n / 2;
                }
                """)
            .gradient(a -> new double[] {0}),
        Example.of(
                """
                @Differentiable
                static double helpers(double x, double y) {
                  return square(x + y) * scaled(square(y), 3) + square(scaled(x, 2));
                }
                static double square(double x) {
                  return x * x;
                }
                private static double scaled(double x, int n) {
                  if (n > 2) {
                    return n * x;
                  }
                  x = x / n;
                  return x;
                }
                """)
            .gradient(
                a -> {
                  double x = a.number(0);
                  double y = a.number(1);
                  return new double[] {
                    6 * (x + y) * y * y + x / 2, 6 * (x + y) * y * y + 6 * (x + y) * (x + y) * y,
                  };
                }),
        Example.of(
                """
                @Differentiable
                static double factors(double a, double b, double c, double d, double e) {
                  return a * b * c * d * e / (a + b + c + d + e);
                }
                """)
            .gradient(
                at -> {
                  double product = 1;
                  double sum = 0;
                  for (int i = 0; i < 5; i++) {
                    product *= at.number(i);
                    sum += at.number(i);
                  }
                  double[] gradient = new double[5];
                  for (int i = 0; i < 5; i++) {
                    gradient[i] = product / sum * (1 / at.number(i) - 1 / sum);
                  }
                  return gradient;
                }));
  }
}
