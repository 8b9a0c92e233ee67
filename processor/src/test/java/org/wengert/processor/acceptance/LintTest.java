package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.wengert.processor.Program;

/** Generated code of classes of which javac could say something gives no warning. */
final class LintTest {
  @Test
  void genericConstants() throws Exception {
    Program program =
        Program.compile(
            """
            final class First {
              @Differentiable(order = 2)
              static double f(double x, java.util.List<String> texts) {
                return x * x * texts.size();
              }
            }
            """);
    assertThat(program.source("FirstDerivatives")).contains("List");
  }
}
