package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.Dual;

/**
 * What is a constant on the way that the program takes has no part in a derivative, in any mode.
 */
final class StructuralZerosTest {

  /** The programs' own derivative by {@code x} at 2, where the steep part is not reached by it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "double r = 0; if (x < 0) r = x; return Math.sqrt(r) + x;",
        "double r = x < 0 ? x : 0; return Math.sqrt(r) + Math.cbrt(r) + Math.log1p(r - 1) + x;",
        "double[] w = new double[2]; w[0] = x; return Math.sqrt(w[1]) + w[0];",
        "double r = 0; for (int i = 0; i < x - 2; i++) r += x; return Math.pow(r, 0.5) + x;",
        "double r = 0; for (int i = 0; i < x - 2; i++) r += x; return 1 / (1 / r) + x;",
        "double r = 0; int i = 0; while (i++ < 3) { if (x < 0) r = x; } return Math.sqrt(r) + x;",
        """
        double r = 0;
        for (int i = 0; i < 3; i++) {
          for (int j = 0; j < 3; j++) { if (x < i) r = x; }
          r = Math.sqrt(r);
        }
        return r + x;
        """,
        "return root(0, x);",
        "return root(x < 0 ? x : 0, x);",
        "return rootOf(0, x, 1);",
        "return Math.asin(x < 0 ? x : 1) + Math.acos(x < 0 ? x : -1) + x;",
        "return Math.sqrt(Math.max(x, 5) - 5) + x;",
        "return Math.log1p(Math.min(x, 1) - 2) + Math.cbrt(Math.max(x, 3) - 3) + x;",
      })
  void constantsOnTheWay(String body) throws Exception {
    Program program =
        Program.compile(
            """
            final class Model {
              @Differentiable
              static double f(double x) {
                %s
              }
              static double root(double a, double b) { return Math.sqrt(a) + b; }
              static double rootOf(double a, double b, int n) {
                return n == 0 ? Math.sqrt(a) + b : rootOf(a, b, n - 1);
              }
            }
            """
                .formatted(body.replace("\n", " ")));
    Dual jvp = (Dual) program.call("ModelDerivatives", "fJvp", 2.0, 1.0);
    Object gradient = program.call("ModelDerivatives", "fGradient", 2.0);
    List<Double> both = List.of(jvp.tangent(), (Double) component(gradient, "x"));
    assertThat(both).containsExactly(1.0, 1.0);
  }

  /**
   * What runs both ways at once hands out zeros where it makes no use of a value, by {@code x} at 0
   * and by {@code y} at 0.4: the value's own slope is infinite.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "double l = Math.log(x); double s = y; if (y > 1) s = turned(s, l); return s * 2;",
        "double l = 1 / x; double s = y; for (double p : w) s += turned(p, l); return s * 2;",
        "double l = Math.sqrt(x); return deep(l, y, 0) * 2;",
        """
        double s = 0;
        for (int i = 0; i < 2; i++) {
          double p = y; double l = Math.sqrt(x);
          for (double q : w) p += Math.exp(l * q);
          s += p;
        }
        return s;
        """,
        """
        double s = 0;
        for (int i = 0; i < 2; i++) {
          double l = Math.sqrt(x * i); double p = y;
          for (int j = 0; j < 2; j++) { if (y > 1) p = Math.sin(p * l); else p = p * 1; }
          s += p;
        }
        return s;
        """,
        """
        double s = 0; double t = 0;
        for (int i = 0; i < 2; i++) { t += Math.sin(Math.log(x)); s += y * y / 0.8; }
        return s + (t > 1 ? 1 : 0);
        """,
        "return 2 * Math.max(Math.log(x), y);",
        "return 2 * Math.min(-Math.log(x), y);",
        "return 2 * Math.min(Math.max(y, Math.log(x)), 1 / x);",
      })
  void partsThatMakeNoUseOfAValue(String body) throws Exception {
    Program program =
        Program.compile(
            """
            final class Model {
              @Differentiable(wrt = {"x", "y"})
              @SuppressWarnings("wengert:steering")
              static double f(double[] w, double x, double y) {
                %s
              }
              static double turned(double a, double b) {
                double c = a;
                for (int i = 0; i < 3; i++) c = Math.sin(c * b);
                return c;
              }
              static double deep(double l, double b, int n) {
                return n <= 0 ? b : Math.sin(deep(l, b, n - 1) * l);
              }
            }
            """
                .formatted(body.replace("\n", " ")));
    Object gradient = program.call("ModelDerivatives", "fGradient", new double[0], 0.0, 0.4);
    assertThat(List.of(component(gradient, "x"), component(gradient, "y")))
        .containsExactly(0.0, 2.0)
        .inOrder();
  }

  /** Only the last root counts. */
  @Test
  void whatIsOverwrittenInALoop() throws Exception {
    Program program =
        Program.compile(
            """
            final class Model {
              @Differentiable
              static double f(double[] a) {
                double r = 0;
                for (int i = 0; i < a.length; i++) {
                  r = Math.sqrt(a[i]);
                }
                return r;
              }
              @Differentiable
              static double g(double[] a) {
                double r = 0;
                double q = 0;
                for (int i = 0; i < a.length; i++) {
                  r = q;
                  for (int j = 0; j < 2; j++) {
                    q = Math.sqrt(a[i]) / (i - 1);
                  }
                }
                return r * 0.5;
              }
            }
            """);
    Object f = program.call("ModelDerivatives", "fGradient", new double[] {0, 4});
    assertThat((double[]) component(f, "a")).isEqualTo(new double[] {0, 0.25});
    Object g = program.call("ModelDerivatives", "gGradient", new double[] {0, 0, 4, 0});
    assertThat((double[]) component(g, "a")).isEqualTo(new double[] {0, 0, 0.125, 0});
    Dual jvp =
        (Dual)
            program.call(
                "ModelDerivatives", "gJvp", new double[] {0, 0, 4, 0}, new double[] {1, 1, 1, 1});
    assertThat(jvp.tangent()).isEqualTo(0.125);
  }

  /** A direction that leaves a parameter alone. */
  @Test
  void zeroTangents() throws Exception {
    Program program =
        Program.compile(
            """
            final class Model {
              @Differentiable
              static double f(double x, double y, double[] w) {
                return Math.sqrt(x) + y + Math.pow(w[0], 0.25) + Math.log(w[1]);
              }
            }
            """);
    Dual jvp =
        (Dual)
            program.call(
                "ModelDerivatives",
                "fJvp",
                0.0,
                0.0,
                5.0,
                1.0,
                new double[] {0, 0},
                new double[] {0, 0});
    assertThat(jvp.tangent()).isEqualTo(1.0);
  }

  private static Object component(Object record, String name) throws Exception {
    var accessor = record.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }
}
