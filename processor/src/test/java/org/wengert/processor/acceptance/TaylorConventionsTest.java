package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.processor.Program;

/**
 * At kinks and poles, too, a Taylor series begins as the directional derivative says, and is
 * nothing but the value where nothing moves.
 */
final class TaylorConventionsTest {
  private static final int ORDER = 3;

  private static final double[] POINTS = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    2,
    3,
    -3,
    1e-10,
    1e-200,
    1e200,
    700,
    -800,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  private static final double[] DIRECTIONS = {0, 1, -2};

  private static final List<String> OF_ONE =
      List.of(
          "Math.sin(x)",
          "Math.cos(x)",
          "Math.tan(x)",
          "Math.asin(x)",
          "Math.acos(x)",
          "Math.atan(x)",
          "Math.sinh(x)",
          "Math.cosh(x)",
          "Math.tanh(x)",
          "Math.exp(x)",
          "Math.expm1(x)",
          "Math.log(x)",
          "Math.log10(x)",
          "Math.log1p(x)",
          "Math.sqrt(x)",
          "Math.cbrt(x)",
          "Math.abs(x)",
          "Math.signum(x)",
          "Math.floor(x)",
          "Math.toRadians(x)",
          "Math.toDegrees(x)",
          "Math.nextUp(x)",
          "Math.nextDown(x)",
          "Math.nextAfter(x, 3)",
          "StrictMath.sin(x)",
          "StrictMath.log10(x)",
          "x * x",
          "1 / x",
          "x / 3",
          "-x",
          "x % 2",
          "2 % x",
          "Math.sqrt(x * x)",
          "Math.abs(x * x)",
          "Math.sqrt(Math.abs(x))",
          "Math.pow(x, 3)",
          "Math.pow(x, 2)",
          "Math.pow(x, 0)",
          "Math.pow(x, 1)",
          "Math.pow(x, -1)",
          "Math.pow(x, -2)",
          "Math.pow(x, 0.5)",
          "Math.pow(x, 2.5)",
          "Math.pow(x, 100)",
          "Math.pow(2, x)",
          "Math.pow(0, x)",
          "Math.pow(-2, x)",
          "Math.max(x, 0)",
          "Math.min(x, x)",
          "Math.max(x, x * x)",
          "Math.scalb(x, 3)",
          "Math.scalb(x, 1030)",
          "Math.copySign(x, -1)",
          "Math.copySign(3, x)",
          "(float) x",
          "(double) (int) x",
          "Math.hypot(x, 0)",
          "Math.hypot(1, x)",
          "Math.atan2(x, 1)",
          "Math.atan2(1, x)",
          "Math.IEEEremainder(x, 2)",
          "x > 0 ? x : 0",
          "Math.fma(x, x, x)");

  private static final List<String> OF_TWO =
      List.of(
          "x * y",
          "x / y",
          "x + y",
          "x - y",
          "x % y",
          "Math.pow(x, y)",
          "Math.hypot(x, y)",
          "Math.atan2(x, y)",
          "Math.max(x, y)",
          "Math.min(x, y)",
          "Math.copySign(x, y)",
          "Math.fma(x, y, x)",
          "Math.IEEEremainder(x, y)",
          "Math.sqrt(x) * y",
          "Math.log(x) * y");

  private static final Program PROGRAM = compile();

  private static Program compile() {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < OF_ONE.size(); i++) {
      methods.append(
          "@Differentiable(taylor = true) static double one%d(double x) { return %s; }\n"
              .formatted(i, OF_ONE.get(i)));
    }
    for (int i = 0; i < OF_TWO.size(); i++) {
      methods.append(
          "@Differentiable(taylor = true) static double two%d(double x, double y) { return %s; }\n"
              .formatted(i, OF_TWO.get(i)));
    }
    for (int i = 0; i < OF_TWO.size(); i++) {
      for (String wrt : List.of("x", "y")) {
        methods.append("@Differentiable(taylor = true, wrt = \"%s\")\n".formatted(wrt));
        methods.append(
            "static double by_%2$s%1$d(double x, double y) { return %3$s; }\n"
                .formatted(i, wrt, OF_TWO.get(i)));
      }
    }
    for (int i = 0; i < OF_ONE.size(); i++) {
      methods.append(
          "@Differentiable(taylor = true) static double still%d(double x) { return %s; }\n"
              .formatted(i, rootOfZero(OF_ONE.get(i))));
    }
    for (int i = 0; i < OF_TWO.size(); i++) {
      methods.append(
          "@Differentiable(taylor = true) static double still%d(double x, double y) { return %s; }\n"
              .formatted(OF_ONE.size() + i, rootOfZero(OF_TWO.get(i))));
    }
    return Program.compile("@SuppressWarnings(\"all\") final class Model {\n" + methods + "}\n");
  }

  /** A root at zero has no series, but that of a constant. */
  private static String rootOfZero(String expression) {
    return "Math.sqrt((%1$s) - (%1$s))".formatted(expression);
  }

  /** Whatever is computed from constants is a constant, and has no part beside infinite slopes. */
  @ParameterizedTest
  @MethodSource("expressions")
  void constantsStayConstants(String expression) throws Exception {
    int i = expressions().toList().indexOf(expression);
    int finite = 0;
    for (double x : POINTS) {
      for (double y : i < OF_ONE.size() ? new double[] {0} : POINTS) {
        double[] numbers = i < OF_ONE.size() ? new double[] {x, 0} : new double[] {x, 0, y, 0};
        double[] series = series("still" + i, numbers, ORDER);
        if (series[0] == 0) {
          assertWithMessage("%s %s", x, y)
              .that(series)
              .usingTolerance(0)
              .containsExactly(0, 0, 0, 0);
          finite++;
        }
      }
    }
    assertWithMessage("finite").that(finite).isAtLeast(3);
  }

  static List<String> ofTwo() {
    return OF_TWO;
  }

  /** What does not move is as good as what is not active. */
  @ParameterizedTest
  @MethodSource("ofTwo")
  void oneOfTwo(String expression) throws Exception {
    int i = OF_TWO.indexOf(expression);
    for (double x : POINTS) {
      for (double y : POINTS) {
        assertWithMessage("by x at %s %s", x, y)
            .that(series("two" + i, new double[] {x, -2, y, 0}, ORDER))
            .isEqualTo(series("by_x" + i, new double[] {x, -2, y}, ORDER));
        assertWithMessage("by y at %s %s", x, y)
            .that(series("two" + i, new double[] {x, 0, y, -2}, ORDER))
            .isEqualTo(series("by_y" + i, new double[] {x, y, -2}, ORDER));
      }
    }
  }

  static Stream<String> expressions() {
    return Stream.concat(OF_ONE.stream(), OF_TWO.stream());
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void firstCoefficientsAreDirectionalDerivatives(String expression) throws Exception {
    for (double x : POINTS) {
      for (double xDot : DIRECTIONS) {
        if (OF_ONE.contains(expression)) {
          check("one" + OF_ONE.indexOf(expression), x, xDot);
          continue;
        }
        for (double y : POINTS) {
          for (double yDot : DIRECTIONS) {
            check("two" + OF_TWO.indexOf(expression), x, xDot, y, yDot);
          }
        }
      }
    }
  }

  private void check(String method, double... numbers) throws Exception {
    String place = Arrays.toString(numbers);
    double[] series = series(method, numbers, ORDER);
    for (int order = 0; order < ORDER; order++) {
      assertWithMessage("order %s at %s", order, place)
          .that(series(method, numbers, order))
          .isEqualTo(Arrays.copyOf(series, order + 1));
    }
    Object dual = call(method + "Jvp", boxed(numbers));
    assertWithMessage("value at %s", place).that(series[0]).isEqualTo(component(dual, "value"));
    boolean moves = IntStream.range(0, numbers.length).anyMatch(i -> i % 2 == 1 && numbers[i] != 0);
    boolean stays = IntStream.range(0, numbers.length).anyMatch(i -> i % 2 == 1 && numbers[i] == 0);
    if (!moves) {
      for (int k = 1; k <= ORDER; k++) {
        assertWithMessage("%s at %s", k, place).that(Math.abs(series[k])).isEqualTo(0.0);
      }
    }
    double tangent = component(dual, "tangent");
    if (Double.isNaN(tangent)) {
      // A zero of the caller's times an infinity, or a difference of infinities.
      boolean isNone = Double.isNaN(series[1]) || Double.isInfinite(series[1]);
      assertWithMessage("first at %s: %s", place, series[1]).that(stays || isNone).isTrue();
    } else {
      boolean same =
          series[1] == tangent
              || Math.abs(series[1] - tangent) <= 1e-13 * Math.abs(tangent) + 1e-300;
      assertWithMessage("first at %s: %s, but %s", place, series[1], tangent).that(same).isTrue();
    }
  }

  private static double[] series(String method, double[] numbers, int order) throws Exception {
    Object[] arguments = Arrays.copyOf(boxed(numbers), numbers.length + 1);
    arguments[numbers.length] = order;
    return (double[]) call(method + "Taylor", arguments);
  }

  private static Object[] boxed(double[] numbers) {
    return Arrays.stream(numbers).boxed().toArray();
  }

  private static Object call(String method, Object... arguments) throws Exception {
    return PROGRAM.call("ModelDerivatives", method, arguments);
  }

  private static double component(Object record, String name) throws Exception {
    Method accessor = record.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return (double) accessor.invoke(record);
  }

  /** Beyond the first coefficient: what is right from the side that the method took. */
  static Stream<List<Object>> kinks() {
    double inf = Double.POSITIVE_INFINITY;
    double nan = Double.NaN;
    return Stream.of(
        List.of("Math.abs(x)", 0.0, new double[] {0, 0, 0, 0}),
        List.of("Math.abs(x * x)", 0.0, new double[] {0, 0, 0, 0}),
        List.of("Math.sqrt(x)", 0.0, new double[] {0, inf, -inf, inf}),
        List.of("Math.sqrt(Math.abs(x))", 0.0, new double[] {0, nan, nan, nan}),
        List.of("Math.pow(x, 0.5)", 0.0, new double[] {0, inf, -inf, inf}),
        List.of("Math.pow(x, 2.5)", 0.0, new double[] {0, 0, 0, inf}),
        List.of("Math.pow(x, 2.5)", 1e-200, new double[] {0, 2.5e-300, 1.875e-100, 0.3125e100}),
        List.of("Math.pow(x, -1)", 0.0, new double[] {inf, -inf, inf, -inf}),
        List.of("Math.pow(x, 0)", 0.0, new double[] {1, 0, 0, 0}),
        List.of("Math.hypot(x, 0)", 0.0, new double[] {0, 0, 0, 0}),
        List.of("Math.max(x, 0)", 0.0, new double[] {0, 0.5, 0, 0}),
        List.of("Math.max(x, x * x)", 1.0, new double[] {1, 1.5, 0.5, 0}),
        List.of("Math.asin(x)", 1.0, new double[] {Math.asin(1), inf, inf, inf}));
  }

  @ParameterizedTest
  @MethodSource("kinks")
  void beyondTheFirst(List<Object> kink) throws Exception {
    double[] expected = (double[]) kink.get(2);
    double[] numbers = {(Double) kink.get(1), 1};
    double[] series = series("one" + OF_ONE.indexOf(kink.get(0)), numbers, ORDER);
    for (int k = 0; k <= ORDER; k++) {
      boolean same =
          Double.compare(series[k] + 0.0, expected[k]) == 0
              || Math.abs(series[k] - expected[k]) <= 1e-14 * Math.abs(expected[k]);
      assertWithMessage("%s: %s", kink.get(0), Arrays.toString(series)).that(same).isTrue();
    }
  }

  /** At the origin the exponent counts as a constant, and the series ends where that matters. */
  @ParameterizedTest
  @MethodSource("powers")
  void powersOfZero(double y, double[] expected) throws Exception {
    double[] numbers = {0, 1, y, 1};
    double[] series = series("two" + OF_TWO.indexOf("Math.pow(x, y)"), numbers, ORDER);
    assertWithMessage("%s", y).that(series).isEqualTo(expected);
  }

  static Stream<Object[]> powers() {
    double nan = Double.NaN;
    return Stream.of(
        new Object[] {2.0, new double[] {0, 0, 1, nan}},
        new Object[] {3.0, new double[] {0, 0, 0, 1}},
        new Object[] {1.0, new double[] {0, 1, nan, nan}},
        new Object[] {0.0, new double[] {1, 0, nan, nan}});
  }
}
