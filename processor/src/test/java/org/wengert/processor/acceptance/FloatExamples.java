package org.wengert.processor.acceptance;

import java.util.List;

/** Single precision, and both mixed. */
final class FloatExamples {
  private FloatExamples() {}

  static List<Example> all() {
    return List.of(
        Example.of(
                """
                @Differentiable
                static float floatProduct(float x, float y) {
                  return x * y + x / y - 0.5f * x;
                }
                """)
            .gradient(
                a -> {
                  double x = a.number(0);
                  double y = a.number(1);
                  return new double[] {y + 1 / y - 0.5, x - x / (y * y)};
                })
            .to(Precision.FLOAT),
        Example.of(
                """
                @Differentiable
                static float floatLoop(float[] w, float x) {
                  float s = 0;
                  for (int i = 0; i < w.length; i++) {
                    s = s * x + w[i];
                    s %= 100;
                  }
                  return s;
                }
                """)
            .between(0.5, 0.9)
            .to(Precision.FLOAT),
        Example.of(
                """
                @Differentiable
                static void floatArrays(float[] from, float[] to) {
                  float[] copy = from.clone();
                  for (int i = 0; i < to.length; i++) {
                    to[i] += copy[i] * from[0];
                    copy[0] -= to[i];
                  }
                  from[1] = copy[0];
                }
                """)
            .between(0.5, 0.9)
            .to(Precision.FLOAT),
        Example.of(
                """
                @Differentiable
                static float[] floatMatrix(float[][] m, double x) {
                  float[] y = new float[2];
                  y[0] = (float) (m[0][0] * x);
                  y[1] += m[1][1] * x;
                  return y;
                }
                """)
            .with("m", new float[2][2])
            .rows(
                a -> {
                  float[][] m = (float[][]) a.get(0);
                  return new double[][] {
                    {a.number(1), 0, 0, 0, m[0][0]}, {0, 0, 0, a.number(1), m[1][1]},
                  };
                })
            .to(Precision.FLOAT),
        Example.of(
                """
                @Differentiable
                static double mixed(float x, double y, int n) {
                  float z = n * x;
                  z += y;
                  double wide = z * 2f;
                  return (float) (wide * y) * (double) x + (int) wide;
                }
                """)
            .gradient(
                a -> {
                  double x = a.number(0);
                  double y = a.number(1);
                  return new double[] {12 * x * y + 2 * y * y, 6 * x * x + 4 * x * y};
                })
            .between(0.1, 0.11)
            .to(new Precision(2e-6, 2e-6, 1e-2, 0x1p-8)),
        Example.of(
                """
                @Differentiable
                static float floatFunctions(float x, float y) {
                  float a = Math.max(x, 8 * y) - Math.min(x, 8 * y) + Math.abs(-x);
                  float b = Math.fma(x, y, a) + Math.copySign(y, x) + Math.signum(y);
                  return a * b + (float) Math.sqrt(x) + Math.scalb(x, 2) + Math.round(0.01f * x);
                }
                """)
            .to(Precision.FLOAT),
        Example.of(
                """
                @Differentiable
                static double longCounter(double x, long n) {
                  double y = x;
                  for (long i = n; i < n + 4; i++) {
                    y = y * x + (i - n);
                  }
                  return y;
                }
                """)
            .with("n", 5_000_000_000L)
            .gradient(
                a -> {
                  double x = a.number(0);
                  return new double[] {5 * x * x * x * x + 2 * x + 2};
                }));
  }
}
