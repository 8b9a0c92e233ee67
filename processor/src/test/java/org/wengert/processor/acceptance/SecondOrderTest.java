package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.ScalarFunction;
import org.wengert.processor.Program;

/** Hessians and their products with vectors. */
final class SecondOrderTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Model {
            @Differentiable(order = 2)
            static double valley(double[] x) {
              double sum = 0;
              for (int i = 0; i + 1 < x.length; i++) {
                double a = 1 - x[i];
                double b = x[i + 1] - x[i] * x[i];
                sum += a * a + 100 * b * b;
              }
              return sum;
            }

            @Differentiable(order = 2)
            static double scalars(double x, double y) {
              return Math.pow(x, 3) * Math.sin(y) + x / y;
            }

            @Differentiable(order = 2)
            static double mixed(double a, double[] w, int n, double[][] m, double c) {
              double s = 0;
              double[] t = new double[n];
              for (int i = 0; i < n; i++) {
                t[i] = Math.sin(a * w[i]) + (i > 0 ? t[i - 1] * m[i][0] : Math.exp(a));
                s += Math.pow(Math.abs(t[i]), 1.5) * c;
              }
              return bent(s, a) / (1 + w[0] * w[0]) + Math.max(a, w[0]);
            }

            private static double bent(double s, double a) {
              return Math.log(1 + s * s) * Math.tanh(a) + Math.sqrt(a);
            }

            @Differentiable(order = 2)
            static double calling(double a, double[] w) {
              double s = 0;
              for (int i = 0; i < w.length; i++) {
                s += Other.product(a * w[i], w) * i + ruled(w[i], s) + ruled(2, a);
              }
              double[] pair = Other.pair(w, s);
              double[] z = w.clone();
              Other.scale(z, a);
              return s * s + pair[0] * pair[1] + falling(a, 4) + z[1] * z[2];
            }

            private static double falling(double x, int n) {
              return n == 0 ? 1 : Math.sin(x + n) * falling(x * 0.5, n - 1) + x;
            }

            static double ruled(double x, double y) {
              return Math.tanh(x) * y * y;
            }

            @DerivativeRule(method = "ruled", parameter = 0)
            static double ruledByX(double x, double y) {
              double t = Math.tanh(x);
              return (1 - t * t) * y * y;
            }

            @DerivativeRule(method = "ruled", parameter = 1)
            static double ruledByY(double x, double y) {
              return 2 * Math.tanh(x) * y;
            }

            @Checkpointed(megabytes = 1)
            @Differentiable(order = 2)
            static double stepping(double[] x, int n) {
              double q = x[0];
              double p = x[1];
              for (int i = 0; i < n; i++) {
                p -= 0.1 * Math.sin(q) * x[2];
                q += 0.1 * p;
              }
              return q * p;
            }

            @Differentiable(order = 2)
            static double writing(double[] x, double y) {
              for (int i = 1; i < x.length; i++) {
                x[i] = x[i] * x[i - 1] + Math.sin(y * x[i]);
              }
              return x[x.length - 1] * y;
            }

            @Differentiable(order = 2, wrt = "x")
            static double partly(double[] x, double[] c) {
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                s += Math.exp(c[i] * x[i]) * x[0];
              }
              return s;
            }

            @Differentiable(order = 2)
            static float singles(float x, float[] y) {
              return x * x * y[0] + y[1] * y[0] * x;
            }

            @Differentiable(order = 2)
            static double beside(double x, double y, int k) {
              double[] c = new double[9];
              for (int i = 0; i < 8; i++) {
                c[i] = 3;
              }
              c[8] = x;
              return c[k] * Math.sqrt(y) + x * x;
            }

            @Differentiable(order = 2)
            static double overwritten(double[] x, double[] y) {
              double t = y[0] * y[0] * y[0];
              x[0] = 1;
              return t;
            }

            @Differentiable(order = 2)
            static double unused(double x, double y) {
              double[] both = {x * x, Math.sqrt(x) * y};
              double s = both[0] + y * y;
              return s > 1e300 ? both[1] : s;
            }
          }
          """,
          """
          final class Other {
            @Differentiable(order = 2)
            static double product(double y, double[] w) {
              double p = 1;
              for (double v : w) {
                p *= Math.cos(v * y);
              }
              return p * y;
            }

            @Differentiable(order = 2)
            static double[] pair(double[] w, double s) {
              return new double[] {s * w[0], Math.exp(w[1]) / (1 + s * s)};
            }

            @Differentiable(order = 2)
            static void scale(double[] z, double a) {
              for (int i = 0; i < z.length; i++) {
                z[i] = Math.exp(a * z[i]);
              }
            }
          }
          """);

  private static Object call(String method, Object... arguments) throws Exception {
    return PROGRAM.call("ModelDerivatives", method, copy(arguments));
  }

  private static Object[] copy(Object... arguments) {
    return Arrays.stream(arguments)
        .map(
            argument ->
                argument instanceof double[] array
                    ? array.clone()
                    : argument instanceof double[][] rows
                        ? Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new)
                        : argument)
        .toArray();
  }

  private static Object component(Object record, String name) throws Exception {
    Method accessor = record.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }

  /** The numbers of a record but for the value, in order. */
  private static double[] numbers(Object record) throws Exception {
    List<Object> parts = new ArrayList<>();
    for (var part : record.getClass().getRecordComponents()) {
      if (!part.getName().equals("value")) {
        parts.add(component(record, part.getName()));
      }
    }
    return parts.stream().flatMapToDouble(SecondOrderTest::flat).toArray();
  }

  private static DoubleStream flat(Object part) {
    if (part instanceof double[][] rows) {
      return Arrays.stream(rows).flatMapToDouble(Arrays::stream);
    }
    return part instanceof double[] array ? Arrays.stream(array) : DoubleStream.of((Double) part);
  }

  @Test
  void valleyInClosedForm() throws Exception {
    double[] x = {-1, 2, 0.5};
    double[][] hessian = (double[][]) call("valleyHessian", x);
    assertThat(hessian[0]).usingTolerance(1e-12).containsExactly(402, 400, 0).inOrder();
    assertThat(hessian[1]).usingTolerance(1e-12).containsExactly(400, 4802, -800).inOrder();
    assertThat(hessian[2]).usingTolerance(1e-12).containsExactly(0, -800, 200).inOrder();
    Object product = call("valleyHvp", x, new double[] {1, 0, 2});
    assertThat((double[]) component(product, "x"))
        .usingTolerance(1e-12)
        .containsExactly(402, -1200, 400)
        .inOrder();
    assertThat(component(product, "value")).isEqualTo(PROGRAM.call("Model", "valley", x));
  }

  @Test
  void scalarsInClosedForm() throws Exception {
    double x = 1.3;
    double y = 0.4;
    double[][] hessian = (double[][]) call("scalarsHessian", x, y);
    double mixed = 3 * x * x * Math.cos(y) - 1 / (y * y);
    assertThat(hessian[0])
        .usingTolerance(1e-13)
        .containsExactly(6 * x * Math.sin(y), mixed)
        .inOrder();
    assertThat(hessian[1])
        .usingTolerance(1e-13)
        .containsExactly(mixed, -x * x * x * Math.sin(y) + 2 * x / (y * y * y))
        .inOrder();
  }

  private static final double[] W = {0.3, 0.8, 1.1};
  private static final double[][] M = {{0.3, 0.1}, {0.5, 0.2}, {0.9, 0.4}};

  private static Object[] argumentsOf(String method) {
    return switch (method) {
      case "mixed" -> new Object[] {0.7, W, 3, M, 1.5};
      case "calling" -> new Object[] {0.6, W};
      case "stepping" -> new Object[] {W, 500};
      case "writing" -> new Object[] {W, 0.9};
      default -> throw new IllegalArgumentException(method);
    };
  }

  /** Symmetric, and the differences of gradients. */
  @ParameterizedTest
  @ValueSource(strings = {"mixed", "calling", "stepping", "writing"})
  void hessiansAreThoseOfGradients(String method) throws Exception {
    Object[] at = argumentsOf(method);
    double[][] hessian = (double[][]) call(method + "Hessian", at);
    int[] inputs =
        switch (method) {
          case "mixed" -> new int[] {0, 1, 3, 4};
          case "calling" -> new int[] {0, 1};
          case "stepping" -> new int[] {0};
          default -> new int[] {0, 1};
        };
    int row = 0;
    for (int input : inputs) {
      int size = (int) flat(at[input]).count();
      for (int i = 0; i < size; i++) {
        double[] up = numbers(call(method + "Gradient", moved(at, input, i, 1e-5)));
        double[] down = numbers(call(method + "Gradient", moved(at, input, i, -1e-5)));
        for (int j = 0; j < up.length; j++) {
          double difference = (up[j] - down[j]) / 2e-5;
          assertWithMessage("%s %s %s", method, row, j)
              .that(hessian[row][j])
              .isWithin(1e-7 * (1 + Math.abs(difference)))
              .of(difference);
          assertThat(hessian[row][j])
              .isWithin(1e-13 * (1 + Math.abs(difference)))
              .of(hessian[j][row]);
        }
        row++;
      }
    }
    assertThat(row).isEqualTo(hessian.length);
  }

  private static Object[] moved(Object[] at, int input, int index, double step) {
    Object[] moved = copy(at);
    if (moved[input] instanceof double[] array) {
      array[index] += step;
    } else if (moved[input] instanceof double[][] rows) {
      rows[index / rows[0].length][index % rows[0].length] += step;
    } else {
      moved[input] = (Double) moved[input] + step;
    }
    return moved;
  }

  @Test
  void onlyByActiveParameters() throws Exception {
    double[] x = {0.2, 0.7};
    double[] c = {1.5, -0.5};
    double[][] hessian = (double[][]) call("partlyHessian", x, c);
    assertThat(hessian).hasLength(2);
    double first = Math.exp(c[0] * x[0]);
    double second = Math.exp(c[1] * x[1]);
    assertThat(hessian[0])
        .usingTolerance(1e-14)
        .containsExactly(c[0] * first * (2 + c[0] * x[0]), c[1] * second)
        .inOrder();
    assertThat(hessian[1])
        .usingTolerance(1e-14)
        .containsExactly(c[1] * second, c[1] * c[1] * second * x[0])
        .inOrder();
  }

  @Test
  void singles() throws Exception {
    float[][] hessian = (float[][]) call("singlesHessian", 2f, new float[] {3, 5});
    assertThat(hessian).isEqualTo(new float[][] {{6, 9, 3}, {9, 0, 2}, {3, 2, 0}});
  }

  /** The root is not used, so that its infinite slope and curvature do not matter. */
  @ParameterizedTest
  @CsvSource({"0, 0.5", "-1, 2"})
  void whatIsNotUsed(double x, double y) throws Exception {
    double[][] hessian = (double[][]) call("unusedHessian", x, y);
    assertThat(hessian).isEqualTo(new double[][] {{2, 0}, {0, 2}});
  }

  /** One array twice: what is written into one tangent is gone from the other. */
  @Test
  void arraysThatAreTheSame() throws Exception {
    double[] x = {2};
    double[] xDot = {3};
    Object product = PROGRAM.call("ModelDerivatives", "overwrittenHvp", x, xDot, x, xDot);
    assertThat((double[]) component(product, "y")).isEqualTo(new double[] {6 * 2 * 3});
    assertThat(x).isEqualTo(new double[] {1});
    assertThat(xDot).isEqualTo(new double[] {0});
  }

  /** The tangent of a constant is zero, also beside the infinite slope of its factor. */
  @Test
  void constantsBesideARoot() throws Exception {
    Object product = call("besideHvp", 1.0, 1.0, 0.0, 0.0, 2);
    assertThat(numbers(product)).isEqualTo(new double[] {2, 0});
  }

  /** Writes as the method does, and their tangents with them. */
  @Test
  void arraysThatAreWrittenTo() throws Exception {
    double[] x = W.clone();
    double[] xDot = {1, 0, 0};
    Object product = PROGRAM.call("ModelDerivatives", "writingHvp", x, xDot, 0.9, 0.0);
    double[] expected = W.clone();
    double value = (Double) PROGRAM.call("Model", "writing", expected, 0.9);
    assertThat(component(product, "value")).isEqualTo(value);
    assertThat(x).isEqualTo(expected);
    double[][] hessian = (double[][]) call("writingHessian", W, 0.9);
    assertThat(numbers(product)).usingTolerance(1e-13).containsExactly(hessian[0]).inOrder();
  }

  @Test
  void functionObject() throws Exception {
    ScalarFunction f = (ScalarFunction) call("valley");
    double[] x = {-1, 2, 0.5};
    double[] hv = {7, 7, 7};
    f.hvp(x, new double[] {1, 0, 2}, hv);
    assertThat(hv).usingTolerance(1e-12).containsExactly(402, -1200, 400).inOrder();
    assertThat(f.hessian(x)).isEqualTo(call("valleyHessian", x));
    double[] v = {1, 0, 2};
    double[] other = new double[2];
    for (double[] wrong : new double[][] {null, x, v, new double[2]}) {
      assertThrows(IllegalArgumentException.class, () -> f.hvp(x, v, wrong));
    }
    assertThrows(IllegalArgumentException.class, () -> f.hvp(x, new double[2], hv));
    ScalarFunction g = (ScalarFunction) call("scalars");
    g.hvp(new double[] {1.3, 0.4}, new double[] {0, 1}, other);
    assertThat(other).isEqualTo(((double[][]) call("scalarsHessian", 1.3, 0.4))[1]);
  }

  @Test
  void wrongVectorsAreRefused() {
    for (double[] wrong : new double[][] {null, new double[2]}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> PROGRAM.call("ModelDerivatives", "valleyHvp", new double[3], wrong));
    }
  }
}
