package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.Dual;
import org.wengert.processor.Program;

/** Strings of a method are the same in its derivatives, to the last character. */
final class StringsTest {
  /** As they stand in a source file. */
  private static final List<String> LITERALS =
      List.of(
          "caf\\u00e9",
          "a\\u2028b\\u2029c\\u0085d",
          "\\ud800",
          "\\ud83d\\ude00",
          "\\\"quoted\\\" \\\\ // { ; } /* */ %s {0}",
          "\\n\\r\\t\\f\\b\\0",
          "\\\\u0022",
          "(");

  private static final List<String> VALUES =
      List.of(
          "caf\u00e9",
          "a\u2028b\u2029c\u0085d",
          "\ud800",
          "\ud83d\ude00",
          "\"quoted\" \\ // { ; } /* */ %s {0}",
          "\n\r\t\f\b\0",
          "\\u0022",
          "(");

  @Test
  void decideAsTheyDoInTheMethod() throws Exception {
    StringBuilder cases = new StringBuilder();
    for (int i = 0; i < LITERALS.size(); i++) {
      cases.append("case \"%s\": return %s * x;\n".formatted(LITERALS.get(i), i + 2));
    }
    Program program = program("switch (k) { %s default: return x; }".formatted(cases));
    for (int i = 0; i < VALUES.size(); i++) {
      assertThat(program.call("SDerivatives", "fJvp", 3.0, 1.0, VALUES.get(i)))
          .isEqualTo(new Dual(3.0 * (i + 2), i + 2));
    }
    assertThat(program.call("SDerivatives", "fJvp", 3.0, 1.0, "caf?")).isEqualTo(new Dual(3, 1));
  }

  @Test
  void sayWhatTheySayInTheMethod() throws Exception {
    for (int i = 0; i < LITERALS.size(); i++) {
      Program program =
          program(
              "if (x < 0) throw new IllegalStateException(\"%s\" + x); return x;"
                  .formatted(LITERALS.get(i)));
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () -> program.call("SDerivatives", "fJvp", -1.0, 1.0, ""));
      assertThat(thrown).hasMessageThat().isEqualTo(VALUES.get(i) + -1.0);
    }
  }

  private static Program program(String body) throws IOException {
    Program program =
        Program.compile(
            "class S { @Differentiable static double f(double x, String k) { " + body + " } }");
    // The file may be written in any encoding.
    assertThat(program.source("SDerivatives")).matches("\\p{ASCII}*");
    return program;
  }
}
