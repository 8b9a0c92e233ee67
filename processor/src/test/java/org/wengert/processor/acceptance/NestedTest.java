package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.processor.Program;

/** Derivatives that a method calls are differentiated in their turn, in every pair of modes. */
final class NestedTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Model {
            @Differentiable(wrt = "y")
            static double sum(double x, double y) {
              return x + y;
            }

            /** The textbook's test: perturbations of x and y must not be confused. */
            @Differentiable
            static double apart(double x) {
              return x * ModelDerivatives.sumGradient(x, 1).y();
            }

            @Differentiable
            static double apartForward(double x) {
              return x * ModelDerivatives.sumJvp(x, 1, 1).tangent();
            }

            @Differentiable(wrt = "y")
            static double product(double x, double y) {
              return helper(x * y) * y;
            }

            private static double helper(double x) {
              return x * x;
            }

            /** {@code d/dy x^2 y^3 = 3 x^2 y^2}, at y = x. */
            @Differentiable
            static double shared(double x) {
              return helper(x) + ModelDerivatives.productGradient(x, x).y();
            }

            @Differentiable
            static double sharedForward(double x) {
              return helper(x) + ModelDerivatives.productJvp(x, x, 1).tangent();
            }

            @Differentiable
            static double g(double x, double[] w) {
              double s = 0;
              for (int i = 0; i < w.length; i++) {
                s += Math.sin(x * w[i]) * w[0] + deep(x * w[i], 3);
              }
              return s * w[1] + Math.exp(x);
            }

            private static double deep(double x, int n) {
              return n == 0 ? x : Math.cos(deep(x, n - 1) * x);
            }

            @Differentiable
            static double reverse(double x, double[] w) {
              ModelDerivatives.GGradient first = ModelDerivatives.gGradient(x, w);
              double s = 0;
              for (double bar : first.w()) {
                s += bar * bar * x;
              }
              return s * first.x() + first.value() * w[0];
            }

            @Differentiable
            static double forward(double x, double[] w) {
              double s = 0;
              for (int i = 0; i < w.length; i++) {
                double[] unit = new double[w.length];
                unit[i] = 1;
                double dot = ModelDerivatives.gJvp(x, 0, w, unit).tangent();
                s += dot * dot * x;
              }
              Dual first = ModelDerivatives.gJvp(x, 1, w, new double[w.length]);
              return s * first.tangent() + first.value() * w[0];
            }

            @Differentiable
            static double adjoint(double x, double[] w) {
              double[] bars = new double[w.length];
              ModelDerivatives.GVjp first = ModelDerivatives.gVjp(x, w, bars, w[1]);
              var second = ModelDerivatives.gVjp(x, w, bars, 1 - w[1]);
              double s = 0;
              for (double bar : bars) {
                s += bar * bar * x;
              }
              return s * (first.x() + second.x()) + first.value() * w[0];
            }

            @Differentiable
            static double[] field(double x, double[] w) {
              return new double[] {Math.sin(x * w[0]), x * w[1] * w[0], w[1]};
            }

            @Differentiable
            static double ofField(double x, double[] w) {
              double[] dot = ModelDerivatives.fieldJvp(x, w[0], w, new double[] {x, 1}).tangent();
              return dot[0] * dot[1] + dot[2] * x;
            }

            @Differentiable
            static double ofFieldReverse(double x, double[] w) {
              double[] bars = new double[2];
              double[] seed = {w[1], x, 2};
              ModelDerivatives.FieldVjp vjp = ModelDerivatives.fieldVjp(x, w, bars, seed);
              return vjp.x() * bars[0] + bars[1] * vjp.value()[1];
            }
          }
          """);

  private static double number(Object record, String name) throws Exception {
    return (Double) component(record, name);
  }

  private static Object component(Object record, String name) throws Exception {
    Method accessor = record.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }

  private static Object call(String name, Object... arguments) throws Exception {
    return PROGRAM.call("ModelDerivatives", name, arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"apart", "apartForward"})
  void perturbationsAreNotConfused(String method) throws Exception {
    assertThat(number(call(method + "Gradient", 3.0), "x")).isEqualTo(1.0);
    assertThat(number(call(method + "Jvp", 3.0, 1.0), "tangent")).isEqualTo(1.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared", "sharedForward"})
  void norThroughSharedHelpers(String method) throws Exception {
    assertThat((Double) PROGRAM.call("Model", method, 2.0)).isWithin(1e-12).of(4 + 3 * 16);
    assertThat(number(call(method + "Gradient", 2.0), "x")).isWithin(1e-12).of(4 + 12 * 8);
    assertThat(number(call(method + "Jvp", 2.0, 1.0), "tangent")).isWithin(1e-12).of(4 + 12 * 8);
  }

  /** Of the outer mode reverse and forward. */
  private static double[] gradients(String method, double x, double[] w) throws Exception {
    Object gradient = call(method + "Gradient", x, w.clone());
    double[] ofW = (double[]) component(gradient, "w");
    double[] all = new double[2 * (1 + w.length)];
    all[0] = number(gradient, "x");
    System.arraycopy(ofW, 0, all, 1, w.length);
    for (int i = 0; i <= w.length; i++) {
      double[] dot = new double[w.length];
      if (i > 0) {
        dot[i - 1] = 1;
      }
      Object dual = call(method + "Jvp", x, i == 0 ? 1.0 : 0.0, w.clone(), dot);
      assertThat(number(dual, "value")).isEqualTo(PROGRAM.call("Model", method, x, w.clone()));
      all[1 + w.length + i] = number(dual, "tangent");
    }
    assertThat(number(gradient, "value")).isEqualTo(PROGRAM.call("Model", method, x, w.clone()));
    return all;
  }

  @Test
  void allPairsOfModesAgree() throws Exception {
    double x = 0.7;
    double[] w = {0.4, 1.2};
    double[] expected = gradients("reverse", x, w);
    for (String method : new String[] {"reverse", "forward", "adjoint"}) {
      assertWithMessage(method)
          .that(gradients(method, x, w))
          .usingTolerance(1e-11)
          .containsExactly(expected)
          .inOrder();
    }
    assertThat(Arrays.copyOf(expected, 3))
        .usingTolerance(1e-11)
        .containsExactly(Arrays.copyOfRange(expected, 3, 6))
        .inOrder();
    assertDifferences("reverse", x, w, expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ofField", "ofFieldReverse"})
  void ofMethodsThatReturnArrays(String method) throws Exception {
    double x = 0.7;
    double[] w = {0.4, 1.2};
    assertDifferences(method, x, w, gradients(method, x, w));
  }

  private static void assertDifferences(String method, double x, double[] w, double[] gradients)
      throws Exception {
    for (int i = 0; i <= w.length; i++) {
      double[] values = new double[2];
      for (int k = 0; k < 2; k++) {
        double step = k == 0 ? 1e-5 : -1e-5;
        double[] moved = w.clone();
        if (i > 0) {
          moved[i - 1] += step;
        }
        values[k] = (Double) PROGRAM.call("Model", method, i == 0 ? x + step : x, moved);
      }
      double difference = (values[0] - values[1]) / 2e-5;
      assertThat(gradients[i]).isWithin(1e-7).of(difference);
      assertThat(gradients[1 + w.length + i]).isWithin(1e-7).of(difference);
    }
  }

  private static final Program CORNERS =
      Program.compile(
          """
          final class Corners {
            private static double square(double[] x, int n) {
              x[0] *= x[0];
              return n == 0 ? x[0] : square(x, n - 1);
            }

            @Differentiable
            static double fourth(double[] x) {
              double[] copy = x.clone();
              return square(copy, 1);
            }

            @Differentiable
            static double callsWriter(double[] x) {
              return CornersDerivatives.fourthJvp(x, new double[] {1}).tangent();
            }

            @Differentiable
            static double doubled(double[] x) {
              double[] copy = x.clone();
              Writer.times(copy);
              return copy[1] * copy[0];
            }

            @Differentiable
            static double callsVoid(double[] x) {
              return CornersDerivatives.doubledGradient(x).x()[0];
            }

            @Differentiable
            static double named(double result, double resultBar, double[] w, double wDot, double vjp) {
              return result * result * resultBar * w[0] * wDot * vjp;
            }

            @Differentiable
            static double callsNamed(double x) {
              double[] w = {x};
              double[] unit = {1};
              return CornersDerivatives.namedGradient(x, 1, w, 1, 1).result()
                  + CornersDerivatives.namedJvp(x, 0, 1, 0, w, unit, 1, 0, 1, 0).tangent();
            }

            @Differentiable
            static double thrower(double x) throws java.io.IOException {
              return x * x * x;
            }

            @Differentiable
            static double callsThrower(double x) throws java.io.IOException {
              return CornersDerivatives.throwerGradient(x).x();
            }

            private static double walk(double x, int n) {
              return n == 0 ? CornersDerivatives.cubeGradient(x).x() : walk(x * 0.5, n - 1);
            }

            @Differentiable
            static double cube(double x) {
              return x * x * x;
            }

            @Differentiable
            static double ofArray(double[] c, double[] seed) {
              return c[0] * c[0] * c[0] * c[1] * seed[0];
            }

            @Differentiable
            static double[] pair(double[] c) {
              return new double[] {c[0] * c[0] * c[0], c[1]};
            }

            @Differentiable
            static double overwritesAfter(double x) {
              double[] c = {x, 2};
              double[] seed = {x, 0};
              double r = CornersDerivatives.ofArrayGradient(c, seed).c()[0];
              double[] bars = new double[2];
              CornersDerivatives.pairVjp(c, bars, seed);
              c[0] = 7;
              seed[0] = 5;
              return r + bars[0];
            }

            @Differentiable
            static double callsInRecursion(double x) {
              return walk(x, 3);
            }
          }
          """,
          """
          final class Writer {
            @Differentiable(order = 2)
            static void times(double[] x) {
              x[1] *= x[0];
            }
          }
          """);

  /** What once was computed twice, or was not valid Java. */
  @Test
  void corners() throws Exception {
    double[] two = {2};
    Object fourth = CORNERS.call("CornersDerivatives", "callsWriterJvp", two, new double[] {1});
    assertThat(number(fourth, "value")).isEqualTo(32.0);
    assertThat(number(fourth, "tangent")).isEqualTo(48.0);
    Object reverse = CORNERS.call("CornersDerivatives", "callsWriterGradient", two);
    assertThat((double[]) component(reverse, "x")).isEqualTo(new double[] {48});
    Object throughVoid =
        CORNERS.call("CornersDerivatives", "callsVoidGradient", new double[] {2, 3});
    assertThat((double[]) component(throughVoid, "x")).isEqualTo(new double[] {6, 4});
    // 2 x w + x^2 at w = x
    assertThat(corner("callsNamed")).isEqualTo(12.0);
    // 6 x^3 + 3 x^3
    assertThat(corner("overwritesAfter")).isEqualTo(27 * 4.0);
    assertThat(corner("callsThrower")).isEqualTo(12.0);
    assertThat(corner("callsInRecursion")).isEqualTo(6 * 2.0 / 64);
  }

  private static double corner(String method) throws Exception {
    double tangent =
        number(CORNERS.call("CornersDerivatives", method + "Jvp", 2.0, 1.0), "tangent");
    Object gradient = CORNERS.call("CornersDerivatives", method + "Gradient", 2.0);
    assertThat(number(gradient, "x")).isEqualTo(tangent);
    return tangent;
  }
}
