package org.wengert.processor.acceptance;

import java.util.List;

/** Static fields of every kind. */
final class FieldExamples {
  private FieldExamples() {}

  static List<Example> all() {
    return List.of(
        Example.of(
            """
                static final double[] WEIGHTS = {0.5, 2, -1, 3, 0.25};
                static final int[][] ORDER = {{4, 3}, {0}, {1, 2, 2}};
                static final double ROOT = Math.sqrt(2);
                private static final float HALF = 0.5f;
                @Differentiable
                static double constantArrays(double[] w, double x) {
                  double s = 0;
                  for (int[] row : ORDER) {
                    for (int i : row) {
                      s += WEIGHTS[i] * w[i] * s + x * ROOT;
                    }
                    s *= HALF * WEIGHTS.length;
                  }
                  return s;
                }
                """),
        Example.of(
                """
                static double factor = 1.25;
                static int[] counts = {1, 2, 3};
                static boolean on = true;
                @Differentiable
                static double mutableFields(double x, int n) {
                  double s = x;
                  for (int i = 0; i < n; i++) {
                    s = on ? factor * s * s + counts[i] : -s;
                  }
                  return s * factor;
                }
                """)
            .with("n", 2),
        Example.of(
            """
                static final double[] SCRATCH = new double[3];
                @Differentiable
                static double constantsInStatics(double x) {
                  double s = x;
                  for (int i = 0; i < 3; i++) {
                    SCRATCH[0] = i + 0.5;
                    s = Math.sin(s * SCRATCH[0]);
                    SCRATCH[0] = -9;
                  }
                  double[] own = SCRATCH.clone();
                  own[1] = s * own[0];
                  return own[1] * x;
                }
                """),
        Example.of(
            """
                static double calls = 1;
                static final double[] SEEN = {1, 1};
                static double next() {
                  return calls;
                }
                @Differentiable
                static double throughCalls(double x, int n) {
                  double before = SEEN[0] * calls;
                  double s = n > 0 ? throughCalls(x * 0.5, n - 1) : x;
                  return s * x * before + next() * SEEN[1];
                }
                """));
  }
}
