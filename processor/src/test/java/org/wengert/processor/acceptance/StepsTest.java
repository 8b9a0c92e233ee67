package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.Dual;
import org.wengert.processor.Program;

/** Methods of the library that compare and search may be given anything: they are steps. */
final class StepsTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Steps {
            static final double[] KNOTS = {0, 1, 2, 4};
            static final double[] VALUES = {1, 3, 2, 5};
            @Differentiable
            static double interpolated(double x) {
              int i = java.util.Arrays.binarySearch(KNOTS, x);
              if (i < 0) {
                i = -i - 2;
              }
              double t = (x - KNOTS[i]) / (KNOTS[i + 1] - KNOTS[i]);
              return VALUES[i] + t * (VALUES[i + 1] - VALUES[i]);
            }
            @Differentiable
            static double compared(double x) {
              return Double.compare(x, 2) < 0 ? 3 * x : Float.compare((float) x, 3) * x;
            }
            @Differentiable
            static double sorted(double x) {
              double[] own = {x - 1, x, x + 1};
              float[] other = {(float) x, 9};
              own[2] *= java.util.Arrays.binarySearch(own, 0, 2, x) + java.util.Arrays.binarySearch(other, 9);
              return own[2];
            }
          }
          """);

  @ParameterizedTest
  @CsvSource({
    "interpolated, 0.5, 2, 2",
    "interpolated, 1, 3, -1",
    "interpolated, 3, 3.5, 1.5",
    "compared, 1, 3, 3",
    "compared, 2.5, -2.5, -1",
    "compared, 4, 4, 1",
    "sorted, 3, 8, 2"
  })
  void areConstantBetween(String method, double x, double value, double slope) throws Exception {
    assertThat(PROGRAM.call("Steps", method, x)).isEqualTo(value);
    assertThat(PROGRAM.call("StepsDerivatives", method + "Jvp", x, 2.0))
        .isEqualTo(new Dual(value, 2 * slope));
    Object gradient = PROGRAM.call("StepsDerivatives", method + "Gradient", x);
    assertThat(gradient.toString()).contains("[value=" + value + ", x=" + slope + "]");
  }
}
