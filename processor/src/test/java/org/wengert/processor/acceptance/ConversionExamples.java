package org.wengert.processor.acceptance;

import java.util.List;

/** The small types, and conversions in both directions. */
final class ConversionExamples {
  private ConversionExamples() {}

  static List<Example> all() {
    return List.of(
        Example.of(
                """
                @Differentiable
                static double smallConstants(double x, byte b, short s, char c) {
                  byte k = b;
                  k += 100;
                  k <<= 1;
                  return x * b + x * x * (s - c) + (c > 'a' ? k * x : x) * (char) (c + s);
                }
                """)
            .with("b", (byte) -7)
            .with("s", (short) 1234)
            .with("c", 'x')
            .gradient(a -> new double[] {-7 + 2 * a.number(0) * (1234 - 'x') + -70.0 * 1354}),
        Example.of(
                """
                @Differentiable
                static double smallArrays(double[] w, byte[] steps, char[] kinds, short[] counts) {
                  double s = 0;
                  byte[] own = steps.clone();
                  own[0] -= 125;
                  for (int i = 0; i < w.length; i++) {
                    short n = counts[i];
                    switch (kinds[i]) {
                      case 's': s += Math.sin(w[i]) * own[i]; break;
                      case 'c': s *= Math.cos(w[i]) + n--;
                      default: s += n * w[i];
                    }
                    counts[i] += own[i] * 1.5;
                  }
                  return s;
                }
                """)
            .with("steps", new byte[] {-4, 5, 6, 7, 8})
            .with("kinds", "scxcs".toCharArray())
            .with("counts", new short[] {1, -1, 2, 0, 32000}),
        Example.of(
                """
                @Differentiable
                static double castsAreSteps(double x, double y) {
                  int k = (int) (10 * x);
                  long l = (long) (x + y);
                  byte b = (byte) (x + 130);
                  return x * k + y * (l & 7) + b * x * y + (char) (y * 5) * y;
                }
                """)
            .between(1.31, 1.39)
            .gradient(
                a -> {
                  double x = a.number(0);
                  double y = a.number(1);
                  return new double[] {13 - 125 * y, 2 - 125 * x + 6};
                }),
        Example.of(
                """
                @Differentiable
                static double countersAndLetters(double x, int n) {
                  double s = x;
                  for (char c = 'a'; c < 'a' + n; c++) {
                    s = s * x + (c - 'a');
                    if ((c ^ n) == 'b') continue;
                    s += c * 0.01 * x;
                  }
                  for (byte b = 120; b > 0; b++) s *= x;
                  return s;
                }
                """)
            .with("n", 4),
        Example.of(
                """
                @Differentiable
                static double compoundNarrowing(double x, int n) {
                  int i = n;
                  i += 2.9 * n;
                  i -= 0.5f;
                  long l = i;
                  l *= 1.5;
                  short s = (short) l;
                  s >>>= 1;
                  int k = 1 << 33 | 3;
                  k /= 2;
                  x *= i;
                  x += l - s;
                  return x * x / (k + (l >>> 1) % 5);
                }
                """)
            .with("n", 3));
  }
}
