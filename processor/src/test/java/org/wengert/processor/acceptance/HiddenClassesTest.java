package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.wengert.Dual;
import org.wengert.processor.Program;

/** A package may have classes whose names are those of {@code java.lang}. */
final class HiddenClassesTest {
  @Test
  void theOnesOfJavaLangAreMeant() throws Exception {
    Program program =
        Program.compile(
            """
            final class F {
              @Differentiable
              static double f(double x, double[] w) { return java.lang.Math.sin(x) * w[0]; }
            }
            """,
            "final class Math { static double cos(double x) { return 7; } }",
            "final class IllegalArgumentException {}",
            "final class String {}",
            "@interface SuppressWarnings { java.lang.String[] value(); }",
            "@interface Override {}");
    assertThat(program.call("FDerivatives", "fJvp", 0.5, 1.0, new double[] {2}, new double[1]))
        .isEqualTo(new Dual(Math.sin(0.5) * 2, Math.cos(0.5) * 2));
  }

  @Test
  void generatedCodeNamesThemInFull() throws Exception {
    Program program =
        Program.compile(
            "class F { @Differentiable static double f(double x) { return java.lang.Math.sin(x); } }",
            "final class Math {}");
    String source = program.source("FDerivatives");
    assertThat(source).contains("java.lang.Math.sin(x)");
    assertThat(source).doesNotContain("import java.lang.");
    assertThat(source).doesNotContainMatch("[^.]Math\\.");
  }
}
