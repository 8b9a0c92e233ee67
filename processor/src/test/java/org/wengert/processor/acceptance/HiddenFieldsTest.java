package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.wengert.Dual;
import org.wengert.processor.Program;

/** Private static fields are read as the class itself reads them. */
final class HiddenFieldsTest {

  @Test
  void privateFields() throws Exception {
    Program program =
        Program.compile(
            """
            final class Hidden {
              static final double EARLY = HiddenDerivatives.fGradient(2).x();
              private static final double[] C = {1, 2, 3};
              private static final double SCALE = Math.abs(-2);
              private static int factor = 5;
              static class Inner {
                private static final float[][] G = {{1f}, {2f, 3f}};
              }
              @SuppressWarnings("wengert:mutableStatic")
              @Differentiable
              static double f(double x) {
                if (C == null) {
                  return 7 * x;
                }
                double y = 0;
                for (int i = C.length - 1; i >= 0; i--) {
                  y = y * x + C[i];
                }
                return y * SCALE * factor * Inner.G[1][1];
              }
              static void set(int value) { factor = value; }
            }
            """);
    Object gradient = program.call("HiddenDerivatives", "fGradient", 2.0);
    assertThat(component(gradient, "value")).isEqualTo(17.0 * 2 * 5 * 3);
    assertThat(component(gradient, "x")).isEqualTo(14.0 * 2 * 5 * 3);
    program.call("Hidden", "set", 4);
    assertThat(program.call("HiddenDerivatives", "fJvp", 2.0, 1.0))
        .isEqualTo(new Dual(17.0 * 2 * 4 * 3, 14.0 * 2 * 4 * 3));
    // Asked for before the class had its fields.
    var early = program.type("Hidden").getDeclaredField("EARLY");
    early.setAccessible(true);
    assertThat(early.get(null)).isEqualTo(7.0);
  }

  private static Object component(Object result, String name) throws Exception {
    var accessor = result.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(result);
  }
}
