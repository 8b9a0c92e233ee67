package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.VectorFunction;
import org.wengert.processor.Program;

/** Jacobians of methods that return few elements: all rows after one forward sweep. */
final class FewRowsTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Model {
            @Differentiable(wrt = {"camera", "point", "weight"})
            static double[] image(double[] camera, double[] point, double weight, double[] seen) {
              double[] y = {point[0] - camera[3], point[1] - camera[4], point[2] - camera[5]};
              double[] z = rotate(camera, y);
              double r = z[0] * z[0] / (z[2] * z[2]);
              return new double[] {
                weight * (z[0] / z[2] * (1 + camera[6] * r) - seen[0] + Work.one()),
                weight * (z[1] / z[2] * (1 + camera[6] * r) - seen[1])
              };
            }

            private static double[] rotate(double[] rotation, double[] y) {
              double angle = Math.hypot(rotation[0], Math.hypot(rotation[1], rotation[2]));
              if (angle < 0.5) {
                return new double[] {y[0] + rotation[0], y[1] * y[0], y[2]};
              }
              double cos = Math.cos(angle);
              double sin = Math.sin(angle);
              double[] a = {rotation[0] / angle, rotation[1] / angle, rotation[2] / angle};
              return new double[] {
                y[0] * cos + (a[1] * y[2] - a[2] * y[1]) * sin,
                y[1] * cos + (a[2] * y[0] - a[0] * y[2]) * sin,
                y[2] * cos + (a[0] * y[1] - a[1] * y[0]) * sin + a[0]
              };
            }

            @Differentiable
            static double[] moments(double[] x, double[] w) {
              double sum = 0;
              double squares = 0;
              double last = 0;
              for (int i = 0; i < x.length; i++) {
                last = Math.sqrt(last * last + x[i]) + w[i] * x[i];
                sum += last;
                squares += last * last * w[0];
              }
              return new double[] {sum, squares, last + Work.one()};
            }

            @Differentiable
            static double[] scalars(double a, double b, double c, double d) {
              return new double[] {a * Math.sqrt(b) * c, d * Work.one()};
            }

            @Differentiable(wrt = "x")
            static double[] partly(double[] x, double c) {
              return new double[] {c, x[1] * c, 7 + 0 * Work.one()};
            }

            @Differentiable
            static float[] singles(float[] x, double s) {
              float[] y = {(float) (x[0] * s + Work.one()), x[1] / x[0]};
              return y;
            }

            @Differentiable
            static double[] mixed(float[] x, double[] s) {
              return new double[] {x[0] * s[0], s[1]};
            }

            @Differentiable
            static double[] calls(double[] x) {
              return new double[] {Other.square(x[0]) * x[1], x[0] + Work.one()};
            }

            @Differentiable
            static double[] writes(double[] x) {
              x[0] *= x[1];
              return new double[] {x[0] + Work.one(), x[1]};
            }

            @Differentiable
            static double[] local(double[] x, int i) {
              double[] y = new double[5];
              y[i] = x[0] * x[1];
              return new double[] {y[i] * x[0] + Work.one(), y[0]};
            }

            @Differentiable
            static double[] fails(double[] x, int i) {
              double[] y = new double[2];
              y[i] = x[0];
              return y;
            }

            @Differentiable
            static double[] refuses(double[] x) {
              if (x[0] < 0) {
                throw new IllegalArgumentException("x[0] is " + x[0]);
              }
              return new double[] {x[0] * x[3], x[1]};
            }

            @Differentiable
            static double[] maybe(double[] x, double[] none, double t) {
              return new double[] {t * x[1], t > 0 ? t : none[0]};
            }
          }
          """,
          """
          final class Other {
            @Differentiable
            static double square(double x) {
              return x * x;
            }
          }
          """,
          """
          final class Work {
            static int count;
            static double one() { count++; return 1; }
            static int takeCount() { int taken = count; count = 0; return taken; }
          }
          """,
          """
          final class Rows {
            static double[][] image(double[] camera, double[] point, double weight, double[] seen) {
              double[][] rows = new double[2][];
              for (int i = 0; i < 2; i++) {
                double[] cameraBar = new double[camera.length];
                double[] pointBar = new double[point.length];
                double[] seed = new double[2];
                seed[i] = 1;
                double w = ModelDerivatives.imageVjp(
                    camera, cameraBar, point, pointBar, weight, seen, seed).weight();
                rows[i] = java.util.stream.DoubleStream.concat(
                    java.util.stream.DoubleStream.concat(
                        java.util.Arrays.stream(cameraBar), java.util.Arrays.stream(pointBar)),
                    java.util.stream.DoubleStream.of(w)).toArray();
              }
              return rows;
            }

            static double[] scalars(double a, double b, double c, double d, double[] seed) {
              ModelDerivatives.ScalarsVjp vjp = ModelDerivatives.scalarsVjp(a, b, c, d, seed);
              return new double[] {
                vjp.value()[0], vjp.value()[1], vjp.a(), vjp.b(), vjp.c(), vjp.d()
              };
            }

            static double[][] moments(double[] x, double[] w) {
              double[][] rows = new double[3][];
              for (int i = 0; i < 3; i++) {
                double[] xBar = new double[x.length];
                double[] wBar = new double[w.length];
                double[] seed = new double[3];
                seed[i] = 1;
                ModelDerivatives.momentsVjp(x, xBar, w, wBar, seed);
                rows[i] = java.util.stream.DoubleStream.concat(
                    java.util.Arrays.stream(xBar), java.util.Arrays.stream(wBar)).toArray();
              }
              return rows;
            }
          }
          """);

  private static Object call(String method, Object... arguments) throws Exception {
    return PROGRAM.call("ModelDerivatives", method, arguments);
  }

  private static int work() throws Exception {
    return (int) PROGRAM.call("Work", "takeCount");
  }

  /** To the last bit, but for signs of zeros. */
  private static void same(double[][] actual, double[][] expected) {
    for (double[][] rows : new double[][][] {actual, expected}) {
      for (double[] row : rows) {
        Arrays.setAll(row, i -> row[i] + 0.0);
      }
    }
    assertWithMessage("%s, not %s", Arrays.deepToString(actual), Arrays.deepToString(expected))
        .that(Arrays.deepEquals(actual, expected))
        .isTrue();
  }

  private static double[] numbers(Random random, int n) {
    return random.doubles(n, -1, 1).toArray();
  }

  @Test
  void rowsAreThoseOfSingleSweeps() throws Exception {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      double[] camera = numbers(random, 7);
      double[] point = numbers(random, 3);
      double[] seen = numbers(random, 2);
      double[][] expected = (double[][]) PROGRAM.call("Rows", "image", camera, point, 0.7, seen);
      same((double[][]) call("imageJacobian", camera, point, 0.7, seen), expected);
    }
    double[] zeros = new double[7];
    same(
        (double[][]) call("imageJacobian", zeros, new double[] {1, 2, 3}, 0.7, new double[2]),
        (double[][])
            PROGRAM.call("Rows", "image", zeros, new double[] {1, 2, 3}, 0.7, new double[2]));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10})
  void loopsAreReversedOnceForEachRow(int n) throws Exception {
    Random random = new Random(n);
    double[] x = random.doubles(n).toArray();
    double[] w = numbers(random, n);
    same(
        (double[][]) call("momentsJacobian", x, w),
        (double[][]) PROGRAM.call("Rows", "moments", x, w));
  }

  /** One array for two parameters has its columns twice: each for one of its uses. */
  @Test
  void oneArrayForTwoParameters() throws Exception {
    double[] x = {0.5, 2};
    same(
        (double[][]) call("momentsJacobian", x, x),
        (double[][]) PROGRAM.call("Rows", "moments", x, x));
  }

  @Test
  void theMethodIsEvaluatedOnce() throws Exception {
    double[] camera = {1, 2, 3, 4, 5, 6, 7};
    work();
    call("imageJacobian", camera, new double[] {1, 2, 3}, 0.7, new double[2]);
    assertThat(work()).isEqualTo(1);
    call("momentsJacobian", new double[0], new double[0]);
    assertThat(work()).isEqualTo(1);
  }

  @Test
  void scalars() throws Exception {
    assertThat((double[][]) call("scalarsJacobian", 2.0, 9.0, 5.0, 4.0))
        .isEqualTo(new double[][] {{15, 10.0 / 6, 6, 0}, {0, 0, 0, 1}});
    VectorFunction object = (VectorFunction) call("scalars");
    assertThat(object.jacobian(new double[] {2, 9, 5, 4}))
        .isEqualTo(new double[][] {{15, 10.0 / 6, 6, 0}, {0, 0, 0, 1}});
  }

  /** The slope of the root does not matter to the row that makes no use of it. */
  @Test
  void aRowIsZeroWhereItsElementDoesNotDepend() throws Exception {
    assertThat((double[][]) call("scalarsJacobian", 2.0, 0.0, 5.0, 4.0))
        .isEqualTo(new double[][] {{0, Double.POSITIVE_INFINITY, 0, 0}, {0, 0, 0, 1}});
    assertThat((double[][]) call("partlyJacobian", new double[] {1, 2, 3}, 5.0))
        .isEqualTo(new double[][] {{0, 0, 0}, {0, 5, 0}, {0, 0, 0}});
  }

  /** The adjoint itself goes by the elements, too. */
  @Test
  void combinationsOfRows() throws Exception {
    assertThat(vjp(9.0, new double[] {2, -3}))
        .isEqualTo(new double[] {30, 4, 30, 20.0 / 6, 12, -3});
    assertThat(vjp(0.0, new double[] {0, 1})).isEqualTo(new double[] {0, 4, 0, 0, 0, 1});
    for (int length : new int[] {0, 1, 3}) {
      assertThat(failure("Rows", "scalars", 2.0, 9.0, 5.0, 4.0, new double[length]))
          .hasMessageThat()
          .isEqualTo("resultBar has length " + length + ", but the result has length 2");
    }
    assertThat(failure("Rows", "scalars", 2.0, 9.0, 5.0, 4.0, null))
        .hasMessageThat()
        .isEqualTo("resultBar is null");
  }

  private static double[] vjp(double b, double[] seed) throws Exception {
    return (double[]) PROGRAM.call("Rows", "scalars", 2.0, b, 5.0, 4.0, seed);
  }

  @Test
  void singlePrecision() throws Exception {
    assertThat((float[][]) call("singlesJacobian", new float[] {2, 3}, 0.5))
        .isEqualTo(new float[][] {{0.5f, 0, 2}, {-0.75f, 0.5f, 0}});
    assertThat((double[][]) call("mixedJacobian", new float[] {2, 3}, new double[] {5, 7}))
        .isEqualTo(new double[][] {{5, 0, 2, 0}, {0, 0, 0, 1}});
  }

  @Test
  void otherWaysWhereCallsOrArraysStandBetween() throws Exception {
    assertThat((double[][]) call("callsJacobian", new double[] {2, 3}))
        .isEqualTo(new double[][] {{12, 4}, {1, 0}});
    double[] x = {2, 3};
    assertThat((double[][]) call("writesJacobian", x)).isEqualTo(new double[][] {{3, 2}, {0, 1}});
    assertThat(x).isEqualTo(new double[] {2, 3});
    assertThat((double[][]) call("localJacobian", new double[] {2, 3}, 1))
        .isEqualTo(new double[][] {{12, 4}, {0, 0}});
  }

  @Test
  void arraysThatAreNotThereHaveNoColumns() throws Exception {
    assertThat((double[][]) call("maybeJacobian", new double[] {2, 3}, null, 5.0))
        .isEqualTo(new double[][] {{0, 5, 3}, {0, 0, 1}});
  }

  @Test
  void exceptionsAreTheMethodsOwn() throws Exception {
    assertThat(failure("ModelDerivatives", "failsJacobian", new double[] {2, 3}, 2))
        .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    assertThat(failure("ModelDerivatives", "refusesJacobian", new double[] {-2, 3, 4, 5}))
        .hasMessageThat()
        .isEqualTo("x[0] is -2.0");
    assertThat(failure("ModelDerivatives", "refusesJacobian", new double[] {2, 3}))
        .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    assertThat((double[][]) call("refusesJacobian", new double[] {2, 3, 4, 5}))
        .isEqualTo(new double[][] {{5, 0, 0, 2}, {0, 1, 0, 0}});
  }

  private static Throwable failure(String type, String method, Object... arguments)
      throws Exception {
    try {
      PROGRAM.call(type, method, arguments);
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    } catch (RuntimeException e) {
      return e;
    }
  }

  /** Only where it is used. */
  @Test
  void generatedMembers() throws Exception {
    List<String> names =
        Arrays.stream(PROGRAM.type("ModelDerivatives").getDeclaredMethods())
            .map(Method::getName)
            .toList();
    for (String method : List.of("image", "moments", "scalars", "partly", "singles", "refuses")) {
      assertThat(names).contains(method + "JacobianRows");
      assertThat(names).doesNotContain(method + "JacobianRow");
      assertThat(names).doesNotContain(method + "JacobianColumns");
    }
    for (String method : List.of("mixed", "calls", "writes", "local", "fails")) {
      assertThat(names).doesNotContain(method + "JacobianRows");
    }
  }
}
