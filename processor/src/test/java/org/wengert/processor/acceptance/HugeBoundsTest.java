package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.ScalarFunction;
import org.wengert.processor.Program;

/** Loops that end long before their bounds, for which there would be no memory. */
final class HugeBoundsTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Huge {
            @Differentiable
            static double breaks(double x, int n, int last) {
              double s = 1;
              for (int i = 0; i < n; i++) {
                s = Math.sin(s * x);
                if (i == last) break;
              }
              return s;
            }

            @Differentiable
            static double returns(double x, int n, int last) {
              double s = 1;
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                  s = Math.sin(s * x);
                  if (j == last) return s;
                }
              }
              return s;
            }

            @Differentiable
            static double throwing(double x, int n, int last) {
              double s = 1;
              for (int i = 0; i < n; i++) {
                s = Math.sin(s * x);
                if (i == last) throw new IllegalStateException("last");
              }
              return s;
            }

            @Differentiable
            static double throwingInside(double x, int n, int last) {
              double s = 1;
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                  s = Math.sin(s * x);
                  if (j == last) throw new IllegalStateException("last");
                }
              }
              return s;
            }

            @Differentiable
            static double throwingFromBelow(double x, int n, int last) {
              double s = 1;
              for (int i = -n; i < n; i++) {
                s = Math.sin(s * x);
                if (i == last - n) throw new IllegalStateException("last");
              }
              return s;
            }
          }
          """);

  @ParameterizedTest
  @ValueSource(strings = {"breaks", "returns"})
  void derivative(String method) throws Exception {
    ScalarFunction small = (ScalarFunction) PROGRAM.call("HugeDerivatives", method, 1000, 40);
    ScalarFunction huge =
        (ScalarFunction) PROGRAM.call("HugeDerivatives", method, Integer.MAX_VALUE, 40);
    assertThat(huge.gradient(new double[] {1.5})).isEqualTo(small.gradient(new double[] {1.5}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"throwing", "throwingInside", "throwingFromBelow"})
  void exception(String method) throws Exception {
    ScalarFunction huge =
        (ScalarFunction) PROGRAM.call("HugeDerivatives", method, Integer.MAX_VALUE, 40);
    assertThat(
            assertThrows(
                IllegalStateException.class,
                () -> huge.gradient(new double[] {1.5}, new double[1])))
        .hasMessageThat()
        .isEqualTo("last");
  }

  /** Longer than the buffers are at first. */
  @ParameterizedTest
  @ValueSource(strings = {"throwing", "throwingFromBelow"})
  void noException(String method) throws Exception {
    int n = method.equals("throwing") ? 200_000 : 100_000;
    ScalarFunction function =
        (ScalarFunction) PROGRAM.call("HugeDerivatives", method, n, 1_000_000);
    ScalarFunction plain =
        (ScalarFunction) PROGRAM.call("HugeDerivatives", "breaks", 200_000, 1_000_000);
    assertThat(function.gradient(new double[] {1.5})).isEqualTo(plain.gradient(new double[] {1.5}));
  }
}
