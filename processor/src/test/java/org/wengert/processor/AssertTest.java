package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

/** A derivative asserts what its method asserts, where that does. */
final class AssertTest {
  private static final String MODEL =
      """
      final class Model {
        static int asked;
        @Differentiable static double f(double x, double y) {
          assert x > 0 : "x is " + x;
          double s = x * y;
          for (int i = 0; i < 3; i++) {
            assert s < 100 && Inner.isFine(s);
            s *= x;
          }
          return s;
        }
        static class Inner {
          static boolean isFine(double s) { assert s < 17 || s > 17 : 3; return s < 50; }
        }
      }
      """;

  private static Program program(boolean enabled) throws Exception {
    Program program = Program.compile(MODEL);
    program.type("Model").getClassLoader().setDefaultAssertionStatus(enabled);
    return program;
  }

  private static Throwable thrown(Program program, String className, String method, Object... x) {
    return assertThrows(InvocationTargetException.class, () -> program.call(className, method, x))
        .getCause();
  }

  @Test
  void enabled() throws Exception {
    Program program = program(true);
    for (Object[] x : new Object[][] {{-1.0, 2.0}, {5.0, 9.0}, {4.0, 20.0}, {1.0, 17.0}}) {
      Throwable expected = thrown(program, "Model", "f", x);
      assertThat(expected).isInstanceOf(AssertionError.class);
      Throwable reverse = thrown(program, "ModelDerivatives", "fGradient", x);
      assertThat(reverse).isInstanceOf(AssertionError.class);
      assertThat(reverse).hasMessageThat().isEqualTo(expected.getMessage());
      Throwable forward = thrown(program, "ModelDerivatives", "fJvp", x[0], 1.0, x[1], 0.0);
      assertThat(forward).isInstanceOf(AssertionError.class);
      assertThat(forward).hasMessageThat().isEqualTo(expected.getMessage());
    }
    assertThat(program.call("ModelDerivatives", "fGradient", 1.0, 2.0).toString())
        .isEqualTo("FGradient[value=2.0, x=8.0, y=1.0]");
  }

  @Test
  void disabled() throws Exception {
    Program program = program(false);
    assertThat(program.call("ModelDerivatives", "fGradient", -1.0, 17.0).toString())
        .isEqualTo("FGradient[value=17.0, x=-68.0, y=1.0]");
    assertThat(program.call("ModelDerivatives", "fJvp", 1.0, 1.0, 17.0, 0.0).toString())
        .isEqualTo("Dual[value=17.0, tangent=68.0]");
  }
}
