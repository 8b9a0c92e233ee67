package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The same source gives the same bytes, in whatever company and order it is compiled. */
final class DeterminismTest {
  private static final String FIRST =
      """
      final class First {
        @Differentiable
        static double f(double x, double[] w, double[][] a) {
          return helper(x) * w[0] * a[0][0];
        }
        @Differentiable
        static float[] g(float x, float[] w) {
          w[0] = x * w[0];
          return new float[] {w[0]};
        }
        private static double helper(double t) {
          double sum = 0;
          for (int i = 0; i < 3; i++) {
            sum += Math.sin(i * t);
          }
          return sum;
        }
      }
      """;
  private static final String SECOND =
      """
      final class Second {
        @Differentiable
        static double f(double[] x) {
          return x[0] * x[0];
        }
      }
      """;

  @Test
  void orderOfFilesDoesNotMatter() throws Exception {
    Compilation one = Program.compilation(List.of(), FIRST, SECOND);
    Compilation other = Program.compilation(List.of(), SECOND, FIRST);
    Compilation alone = Program.compilation(List.of(), FIRST);
    for (String sibling : new String[] {"FirstDerivatives", "SecondDerivatives"}) {
      assertThat(Program.source(other, sibling)).isEqualTo(Program.source(one, sibling));
    }
    assertThat(Program.source(alone, "FirstDerivatives"))
        .isEqualTo(Program.source(one, "FirstDerivatives"));
  }

  @Test
  void membersStandInTheOrderOfTheSource() throws Exception {
    String source = Program.source(Program.compilation(List.of(), FIRST), "FirstDerivatives");
    assertThat(
            Pattern.compile("^  (?:private )?static [\\w.\\[\\]]+ (\\w+)\\(", Pattern.MULTILINE)
                .matcher(source)
                .results()
                .map(declaration -> declaration.group(1))
                .distinct())
        .containsExactly(
            "fJvp",
            "fVjp",
            "fGradient",
            "fForward",
            "fReverse",
            "gJvp",
            "gVjp",
            "gJacobian",
            "gJacobianColumn",
            "gJacobianRow",
            "gForward",
            "gReverse",
            "checkDistinct",
            "checkPresent",
            "checkShape",
            "copy",
            "floatRows",
            "put",
            "size",
            "unit",
            "zerosLike")
        .inOrder();
  }
}
