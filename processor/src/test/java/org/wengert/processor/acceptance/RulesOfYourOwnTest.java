package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Dual;
import org.wengert.processor.Program;

/** Calls of methods whose derivative the user gives. */
final class RulesOfYourOwnTest {
  @TempDir Path directory;

  /** Where rules are found, which overload they are for, and what is not asked of them. */
  @Test
  void partialDerivatives() throws Exception {
    Program program =
        Program.compile(
            """
            @UseRules({ForMath.class})
            final class Model {
              @Differentiable
              static double f(double x, double y) { return twice(x) + Elsewhere.g(x, y, 3) * y; }
              @Differentiable
              static double unused(double x, double y) {
                double z = Elsewhere.g(0, x, 0);
                return x > 0 ? x * y : z;
              }
              static class Inner {
                @Differentiable
                static float s(float x) { return Elsewhere.g(x); }
              }
              // Its body does not matter: it is not even differentiable.
              static double twice(double x) { synchronized (Model.class) { return 2 * x; } }
              @DerivativeRule(method = "twice")
              static double twicePartial(double x) { return 2; }
            }
            """,
            """
            final class Elsewhere {
              static double g(double a, double b, int n) { return a * a * b + n; }
              static float g(float a) { return a * a; }
            }
            """,
            """
            final class ForMath {
              static int calls;
              @DerivativeRule(of = Elsewhere.class, method = "g")
              static double byA(double a, double b, int n) { calls++; return 2 * a * b; }
              @DerivativeRule(of = Elsewhere.class, method = "g", parameter = 1)
              static double byB(double a, double b, int n) {
                calls++;
                if (n == 0) throw new IllegalStateException("asked for");
                return a * a;
              }
              @DerivativeRule(of = Elsewhere.class, method = "g")
              static float single(float a) { return 2 * a; }
              static int calls() { return calls; }
            }
            """);
    Object gradient = program.call("ModelDerivatives", "fGradient", 2.0, 5.0);
    assertThat(component(gradient, "value")).isEqualTo(4.0 + (20 + 3) * 5);
    assertThat(component(gradient, "x")).isEqualTo(2.0 + 20 * 5);
    assertThat(component(gradient, "y")).isEqualTo(20.0 + 3 + 4 * 5);
    assertThat(program.call("ForMath", "calls")).isEqualTo(2);
    assertThat(program.call("ModelDerivatives", "fJvp", 2.0, 0.0, 5.0, 1.0))
        .isEqualTo(new Dual(119, 43));
    assertThat(program.call("ForMath", "calls")).isEqualTo(3);
    Object unused = program.call("ModelDerivatives", "unusedGradient", 2.0, 5.0);
    assertThat(component(unused, "x")).isEqualTo(5.0);
    Object single = program.call("Model_InnerDerivatives", "sGradient", 3f);
    assertThat(component(single, "x")).isEqualTo(6f);
  }

  /** Arrays that are written in place, several scalars, and a method of the library. */
  @Test
  void tangentsAndAdjoints() throws Exception {
    Program program =
        Program.compile(
            """
            @UseRules(SolverRules.class)
            final class Caller {
              @Differentiable
              static double f(double x, double y, double[] a) {
                double[] b = a.clone();
                Solver.mix(b, x, y);
                b[0] = b[0] * b[1];
                Solver.mix(b, b[1], x);
                return Solver.norm(b, 2) + b[1] * y;
              }
            }
            """,
            """
            final class Solver {
              static void mix(double[] a, double s, double t) {
                for (int i = 0; i < a.length; i++) { a[i] = a[i] * a[i] * s + t; }
              }
              static double norm(double[] a, int p) {
                double sum = 0;
                for (double x : a) { sum += Math.pow(x, p); }
                return sum;
              }
            }
            """,
            """
            final class SolverRules {
              @DerivativeRule(of = Solver.class, method = "mix", mode = DerivativeRule.Mode.TANGENT)
              static void mixTangent(
                  double[] a, double[] aDot, double s, double sDot, double t, double tDot) {
                for (int i = 0; i < a.length; i++) {
                  aDot[i] = 2 * a[i] * s * aDot[i] + a[i] * a[i] * sDot + tDot;
                }
                Solver.mix(a, s, t);
              }
              @DerivativeRule(of = Solver.class, method = "mix", mode = DerivativeRule.Mode.ADJOINT)
              static double[] mixAdjoint(double[] a, double[] aBar, double s, double t) {
                double[] bars = new double[2];
                for (int i = 0; i < a.length; i++) {
                  bars[0] += aBar[i] * a[i] * a[i];
                  bars[1] += aBar[i];
                  aBar[i] *= 2 * a[i] * s;
                }
                return bars;
              }
              @DerivativeRule(of = Solver.class, method = "norm", mode = DerivativeRule.Mode.TANGENT)
              static Dual normTangent(double[] a, double[] aDot, int p) {
                double sum = 0;
                for (int i = 0; i < a.length; i++) { sum += p * Math.pow(a[i], p - 1) * aDot[i]; }
                return new Dual(Solver.norm(a, p), sum);
              }
              @DerivativeRule(of = Solver.class, method = "norm", mode = DerivativeRule.Mode.ADJOINT)
              static void normAdjoint(
                  double[] a, double[] aBar, int p, double result, double resultBar) {
                for (int i = 0; i < a.length; i++) {
                  aBar[i] += resultBar * p * Math.pow(a[i], p - 1);
                }
              }
            }
            """,
            """
            final class Plain {
              @Differentiable
              static double f(double x, double y, double[] a) {
                double[] b = a.clone();
                mix(b, x, y);
                b[0] = b[0] * b[1];
                mix(b, b[1], x);
                return norm(b, 2) + b[1] * y;
              }
              static void mix(double[] a, double s, double t) {
                for (int i = 0; i < a.length; i++) { a[i] = a[i] * a[i] * s + t; }
              }
              static double norm(double[] a, int p) {
                double sum = 0;
                for (double x : a) { sum += Math.pow(x, p); }
                return sum;
              }
            }
            """);
    double[] a = {0.5, 0.75};
    Object ruled = program.call("CallerDerivatives", "fGradient", 0.9, 0.4, a);
    Object plain = program.call("PlainDerivatives", "fGradient", 0.9, 0.4, a);
    assertThat(component(ruled, "value")).isEqualTo(component(plain, "value"));
    for (String name : List.of("x", "y")) {
      assertThat((Double) component(ruled, name))
          .isWithin(1e-13)
          .of((Double) component(plain, name));
    }
    assertThat((double[]) component(ruled, "a"))
        .usingTolerance(1e-13)
        .containsExactly((double[]) component(plain, "a"))
        .inOrder();
    double[] aDot = {0.25, -1};
    Dual ruledDual = (Dual) program.call("CallerDerivatives", "fJvp", 0.9, 2.0, 0.4, -1.0, a, aDot);
    Dual plainDual = (Dual) program.call("PlainDerivatives", "fJvp", 0.9, 2.0, 0.4, -1.0, a, aDot);
    assertThat(ruledDual.tangent()).isWithin(1e-13).of(plainDual.tangent());
  }

  @Test
  void rulesInAClassFileAndForAPackage() throws Exception {
    Path library = directory.resolve("library");
    new Compiler()
        .compile(
            library,
            """
            package lib;
            public final class Rules {
              @org.wengert.DerivativeRule(of = Double.class, method = "sum")
              public static double byA(double a, double b) { return 1; }
              @org.wengert.DerivativeRule(of = Double.class, method = "sum", parameter = 1)
              public static double byB(double a, double b) { return 1; }
            }
            """);
    Path application = directory.resolve("application");
    new Compiler()
        .against(library)
        .compile(
            application,
            """
            package app;
            @org.wengert.UseRules(lib.Rules.class)
            public interface Sums {
              class Inner {
                @org.wengert.Differentiable
                public static double f(double x) { return Double.sum(x, x * x); }
              }
            }
            """
                .replace("interface", "class")
                .replace("class Inner", "public static class Inner"));
    Object gradient =
        Compiler.loader(application, library)
            .loadClass("app.Sums_InnerDerivatives")
            .getMethod("fGradient", double.class)
            .invoke(null, 3.0);
    assertThat(component(gradient, "x")).isEqualTo(7.0);
  }

  private static Object component(Object result, String name) throws Exception {
    var accessor = result.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(result);
  }
}
