package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.ScalarFunction;
import org.wengert.processor.Program;

/** Nested derivatives that once were wrong, did not compile, or were never finished. */
final class NestedCornersTest {
  private static final Program CORNERS =
      Program.compile(
          """
          final class Corners {
            @Differentiable(order = 2)
            static double g(double[][] m) {
              double s = 0;
              for (int i = 0; i < m.length; i++) {
                for (int k = 0; m[i] != null && k < m[i].length; k++) {
                  s += (i + 1) * m[i][k] * m[i][k] * m[0][0] * m[0][1];
                }
              }
              return s;
            }

            @Differentiable
            static double[] v(double[][] m) {
              return new double[] {g(m), m[0][0] * m[0][1] * m[0][1]};
            }

            private static double[][] shared(double[] x) {
              double[] row = {x[0], x[1]};
              double[][] m = {row, row};
              return m;
            }

            private static double[][] missing(double[] x) {
              double[][] m = {{x[0], x[1]}, null, {x[2]}, {}};
              return m;
            }

            private static double weighed(double[][] rows, double x) {
              double s = 0;
              for (int i = 0; i < rows.length; i++) {
                for (int k = 0; rows[i] != null && k < rows[i].length; k++) {
                  s += (1 + i + 3 * k) * rows[i][k] * rows[i][k] * x;
                }
              }
              return s;
            }

            @Differentiable
            static double sharedGradient(double[] x) {
              return weighed(CornersDerivatives.gGradient(shared(x)).m(), x[2]);
            }

            @Differentiable
            static double sharedJacobian(double[] x) {
              return weighed(CornersDerivatives.vJacobian(shared(x)), x[2]);
            }

            @Differentiable
            static double sharedHessian(double[] x) {
              return weighed(CornersDerivatives.gHessian(shared(x)), x[2]);
            }

            @Differentiable
            static double sharedHvp(double[] x) {
              double[][] d = {{1, x[0]}, {x[2], 3}};
              return weighed(CornersDerivatives.gHvp(shared(x), d).m(), x[2]);
            }

            @Differentiable
            static double missingGradient(double[] x) {
              return weighed(CornersDerivatives.gGradient(missing(x)).m(), x[2]);
            }

            @Differentiable
            static double missingJacobian(double[] x) {
              return weighed(CornersDerivatives.vJacobian(missing(x)), x[2]);
            }

            @Differentiable
            static double missingHessian(double[] x) {
              return weighed(CornersDerivatives.gHessian(missing(x)), x[2]);
            }

            @Differentiable
            static double missingHvp(double[] x) {
              double[][] d = {{1, x[0]}, null, {x[2]}, {}};
              return weighed(CornersDerivatives.gHvp(missing(x), d).m(), x[2]);
            }

            @Differentiable(order = 2)
            static double four(double a, double b, double c, double d) {
              return Math.sin(a * b + b * c + c * d + d * a);
            }

            /** Its sweeps hand over one value in many places. */
            @Differentiable(order = 2)
            static double ofFour(double[] x) {
              double[][] h = CornersDerivatives.fourHessian(x[0], x[1], x[2], x[0]);
              return h[0][1] * h[2][0];
            }

            @Differentiable
            static double two(double x, double[] w) {
              return Math.sin(x * w[0]) * w[1] * x;
            }

            /** The seed is a result, too. */
            @Differentiable
            static double ofSeed(double[] x) {
              double[] bars = new double[2];
              double[] w = {x[1], x[2]};
              double bar = CornersDerivatives.twoVjp(x[0], w, bars, x[0] * x[1]).x();
              return bar * x[2] + bars[0] * bars[1];
            }

            @Differentiable(order = 2)
            static double thrower(double x, double y) throws java.io.IOException {
              return x * x * x * y;
            }

            @Differentiable(order = 2)
            static double ofThrower(double[] x) throws java.io.IOException {
              return CornersDerivatives.throwerHvp(x[0], x[1], x[1], x[2]).x()
                  + CornersDerivatives.throwerHessian(x[0], x[1])[0][1]
                  + CornersDerivatives.throwerGradient(x[0], x[2]).y();
            }
          }
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sharedGradient",
        "sharedJacobian",
        "sharedHessian",
        "sharedHvp",
        "missingGradient",
        "missingJacobian",
        "missingHessian",
        "missingHvp",
        "ofFour",
        "ofSeed"
      })
  void modesAndDifferencesAgree(String method) throws Exception {
    ScalarFunction f = (ScalarFunction) CORNERS.call("CornersDerivatives", method);
    double[] x = {0.7, -0.4, 1.2};
    double[] gradient = new double[3];
    assertThat(f.gradient(x, gradient)).isEqualTo(f.value(x));
    assertGradient(f, x, gradient);
  }

  private static void assertGradient(ScalarFunction f, double[] x, double[] gradient) {
    for (int i = 0; i < x.length; i++) {
      double[] direction = new double[x.length];
      direction[i] = 1;
      assertThat(f.jvp(x, direction).value()).isEqualTo(f.value(x));
      double tangent = f.jvp(x, direction).tangent();
      assertThat(gradient[i]).isWithin(1e-12 * (1 + Math.abs(tangent))).of(tangent);
      double[] more = x.clone();
      double[] less = x.clone();
      more[i] += 1e-5;
      less[i] -= 1e-5;
      double difference = (f.value(more) - f.value(less)) / 2e-5;
      assertThat(tangent).isWithin(1e-6 * (1 + Math.abs(tangent))).of(difference);
    }
  }

  @Test
  void secondDerivativesOfThem() throws Exception {
    ScalarFunction f = (ScalarFunction) CORNERS.call("CornersDerivatives", "ofFour");
    double[] x = {0.7, -0.4, 1.2};
    double[][] hessian = f.hessian(x);
    for (int i = 0; i < 3; i++) {
      double[] more = x.clone();
      double[] less = x.clone();
      more[i] += 1e-5;
      less[i] -= 1e-5;
      double[] above = f.gradient(more);
      double[] below = f.gradient(less);
      for (int k = 0; k < 3; k++) {
        assertThat(hessian[i][k]).isWithin(1e-6).of((above[k] - below[k]) / 2e-5);
      }
    }
  }

  /** {@code 6 a b^2 + 3 a^2 c + 3 a^2 + a^3}. */
  @Test
  void ofMethodsThatThrow() throws Exception {
    double[] x = {0.5, 2, 3};
    double[][] hessian = (double[][]) CORNERS.call("CornersDerivatives", "ofThrowerHessian", x);
    assertThat(hessian[0]).isEqualTo(new double[] {27, 24, 3});
    Object gradient = CORNERS.call("CornersDerivatives", "ofThrowerGradient", x);
    Method accessor = gradient.getClass().getDeclaredMethod("x");
    accessor.setAccessible(true);
    assertThat((double[]) accessor.invoke(gradient)).isEqualTo(new double[] {36.75, 12, 0.75});
  }

  /** A value that a sweep hands over in many places, as the number of iterations here. */
  @Test
  void manyLoopsInAnotherClass() throws Exception {
    String loops =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    "for (int i = 0; i < 3; i++) { s = Math.sin(s * a + %d) * s + 1; }"
                        .formatted(i))
            .collect(Collectors.joining("\n"));
    Program program =
        Program.compile(
            "final class Many { @Differentiable static double g(double a, double b) { double s = b; "
                + loops
                + " return s; } }",
            """
            final class Caller {
              @Differentiable static double f(double[] x) {
                return Many.g(x[0], x[1]) * x[2];
              }
            }
            """);
    ScalarFunction f = (ScalarFunction) program.call("CallerDerivatives", "f");
    double[] x = {0.3, 0.2, 1.1};
    double[] gradient = f.gradient(x);
    for (int i = 0; i < 3; i++) {
      double[] direction = new double[3];
      direction[i] = 1;
      double tangent = f.jvp(x, direction).tangent();
      assertThat(gradient[i]).isWithin(1e-11 * (1 + Math.abs(tangent))).of(tangent);
    }
  }

  @Test
  void aCycleThroughRecursion(@TempDir Path directory) {
    List<String> errors =
        new Compiler()
            .errors(
                directory,
                """
                package p;
                import org.wengert.Differentiable;
                public class Round {
                  @Differentiable static double g(double x) { return x * x * r(x, 2); }
                  static double r(double x, int n) {
                    return n == 0 ? x : RoundDerivatives.gGradient(x).x() * r(x, n - 1);
                  }
                }
                """);
    assertThat(errors).isNotEmpty();
    for (String error : errors) {
      assertThat(error)
          .contains(
              "derivatives of any order would be needed here: the derivative of Round.r needs that of"
                  + " Round.g needs that of Round.r");
    }
  }

  @Test
  void moreParametersThanAMethodCanHave(@TempDir Path directory) {
    String parameters =
        IntStream.range(0, 32).mapToObj(i -> "double a" + i).collect(Collectors.joining(", "));
    List<String> errors =
        new Compiler()
            .errors(
                directory,
                "package p;\npublic class Wide {\n@org.wengert.Differentiable(order = 2)\n"
                    + "static double g("
                    + parameters
                    + ") { return a0 * a31; }\n}\n");
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0)).contains("g has too many parameters");
  }
}
