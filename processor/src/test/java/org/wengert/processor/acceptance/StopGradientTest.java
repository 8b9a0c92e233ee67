package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.wengert.Dual;
import org.wengert.DualFloat;
import org.wengert.processor.Program;

/** What {@code stopGradient} returns is a constant, in both modes. */
final class StopGradientTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Stops {
            @Differentiable
            static double f(double x, double[] w) {
              double k = Differentiables.stopGradient(x * x);
              double[] c = Differentiables.stopGradient(w);
              c[1] = x;
              w[0] *= 2;
              return k * x + c[0] * w[0] + c[1] * c[2];
            }
            @Differentiable
            static float g(float x) {
              float[] w = {x, x * x};
              return Differentiables.stopGradient(x) * x + Differentiables.stopGradient(w)[1] * w[1];
            }
          }
          """);

  @Test
  void numbersAndArrays() throws Exception {
    double[] w = {5, 7, 11};
    // 4 * 2 + 5 * 10 + 2 * 11
    Object gradient = PROGRAM.call("StopsDerivatives", "fGradient", 2.0, w);
    assertThat(component(gradient, "value")).isEqualTo(80.0);
    assertThat(component(gradient, "x")).isEqualTo(4.0 + 11);
    assertThat(component(gradient, "w")).isEqualTo(new double[] {10, 0, 0});
    Dual dual =
        (Dual)
            PROGRAM.call(
                "StopsDerivatives",
                "fJvp",
                2.0,
                1.0,
                new double[] {5, 7, 11},
                new double[] {1, 1, 1});
    assertThat(dual).isEqualTo(new Dual(80, 25));
  }

  @Test
  void singlePrecision() throws Exception {
    Object gradient = PROGRAM.call("StopsDerivatives", "gGradient", 3f);
    assertThat(component(gradient, "x")).isEqualTo(3f + 9 * 6);
    assertThat(PROGRAM.call("StopsDerivatives", "gJvp", 3f, 1f)).isEqualTo(new DualFloat(90, 57));
  }

  private static Object component(Object result, String name) throws Exception {
    var accessor = result.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(result);
  }
}
