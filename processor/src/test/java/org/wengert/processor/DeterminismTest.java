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
  void checkpointsAreTheSameEveryTime() throws Exception {
    String source =
        """
        final class Steps {
          static final double[] TABLE = {1, 2};
          @Differentiable @Checkpointed
          static double f(double[][] m, double[] w, double x, int n) {
            double[] a = w.clone();
            double[] b = new double[a.length];
            for (int i = 0; i < n; i++) {
              for (int j = 0; j < a.length; j++) b[j] = Math.sin(a[j] * x + m[0][j]) * TABLE[j % 2];
              double[] c = a;
              a = b;
              b = c;
              m[1][0] += a[0];
            }
            w[0] = m[1][0];
            return a[1] * b[0];
          }
        }
        """;
    Compilation one = Program.compilation(List.of(), source);
    Compilation other = Program.compilation(List.of(), source);
    assertThat(Program.source(other, "StepsDerivatives"))
        .isEqualTo(Program.source(one, "StepsDerivatives"));
  }

  /** What is read of several static fields before a checkpointed loop in a branch. */
  @Test
  void staticFieldsOfCheckpointedLoopsAreReadInOneOrder() throws Exception {
    String source =
        """
        final class Reads {
          static final double A = Math.log(2), B = Math.log(3), C = Math.log(5), D = Math.log(7);
          static final int E = Integer.parseInt("1"), F = Integer.parseInt("2");
          @Differentiable @Checkpointed
          static double f(double x, int n) {
            double s = x;
            if (n > 2) {
              for (int i = 0; i < n; i++) {
                s = Math.sin(s * A + B) * C + s * D * (E + i % F);
              }
            }
            return s;
          }
        }
        """;
    String once = Program.source(Program.compilation(List.of(), source), "ReadsDerivatives");
    for (int i = 0; i < 3; i++) {
      Compilation again = Program.compilation(List.of(), source);
      assertThat(Program.source(again, "ReadsDerivatives")).isEqualTo(once);
    }
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
