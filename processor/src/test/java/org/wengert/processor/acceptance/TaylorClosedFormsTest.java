package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.processor.Program;

/** Taylor series that are known in closed form, up to order 20. */
final class TaylorClosedFormsTest {
  private static final int ORDER = 20;

  /** The numbers of which the tangent is made, at every other place from 1 on. */
  private static final long[] TANGENT_NUMBERS = {
    1, 2, 16, 272, 7936, 353792, 22368256, 1903757312, 209865342976L, 29088885112832L
  };

  /**
   * A function of x, and its series.
   *
   * @param at where it is expanded
   * @param along how fast x moves
   */
  private record Known(
      String expression, double at, double along, IntToDoubleFunction coefficient) {
    @Override
    public String toString() {
      return expression + " at " + at + " along " + along;
    }
  }

  private static Known of(String expression, IntToDoubleFunction coefficient) {
    return new Known(expression, 0, 1, coefficient);
  }

  private static Known of(
      String expression, double at, double along, IntToDoubleFunction coefficient) {
    return new Known(expression, at, along, coefficient);
  }

  static List<Known> known() {
    double e = Math.exp(0.6);
    return List.of(
        of("Math.exp(x)", k -> 1 / factorial(k)),
        of("Math.exp(x)", 0.6, -1.5, k -> e * Math.pow(-1.5, k) / factorial(k)),
        of("Math.expm1(x)", k -> k == 0 ? 0 : 1 / factorial(k)),
        of("Math.log(1 + x)", k -> k == 0 ? 0 : -sign(k) / k),
        of("Math.log1p(x)", k -> k == 0 ? 0 : -sign(k) / k),
        of("Math.log(x)", 2.5, 1, k -> k == 0 ? Math.log(2.5) : -Math.pow(-0.4, k) / k),
        of(
            "Math.log10(x)",
            2.5,
            1,
            k -> k == 0 ? Math.log10(2.5) : -Math.pow(-0.4, k) / k / Math.log(10)),
        of("1 / (1 - x)", k -> 1),
        of("1 / x", 2, 1, k -> Math.pow(-0.5, k) / 2),
        of("(1 + x) / (1 - x)", k -> k == 0 ? 1 : 2),
        of("x / (1 - x) / 2", k -> k == 0 ? 0 : 0.5),
        of("x / (1 - x) / (1 - x)", k -> k),
        of("1 / (1 + 25 * x * x)", k -> even(k) ? Math.pow(-25, k / 2.0) : 0),
        of("Math.sin(x)", k -> even(k) ? 0 : sign(k / 2) / factorial(k)),
        of("Math.cos(x)", k -> even(k) ? sign(k / 2) / factorial(k) : 0),
        of("Math.sin(x)", 0.7, 1.3, k -> rotated(0.7, k) * Math.pow(1.3, k) / factorial(k)),
        of("Math.cos(x)", 0.7, 1.3, k -> rotated(0.7, k + 1) * Math.pow(1.3, k) / factorial(k)),
        of("Math.tan(x)", TaylorClosedFormsTest::tangent),
        of("Math.sin(x) / Math.cos(x)", TaylorClosedFormsTest::tangent),
        of("Math.tanh(x)", k -> even(k) ? 0 : sign(k / 2) * tangent(k)),
        of("Math.sinh(x)", k -> even(k) ? 0 : 1 / factorial(k)),
        of("Math.cosh(x)", k -> even(k) ? 1 / factorial(k) : 0),
        of("Math.sinh(x)", 0.6, 2, k -> hyperbolic(0.6, k) * Math.pow(2, k) / factorial(k)),
        of("Math.cosh(x)", 0.6, 2, k -> hyperbolic(0.6, k + 1) * Math.pow(2, k) / factorial(k)),
        of("Math.atan(x)", k -> even(k) ? 0 : sign(k / 2) / k),
        of("Math.atan2(x, 1)", k -> even(k) ? 0 : sign(k / 2) / k),
        of("Math.atan2(1e200 * x, 1e200)", k -> even(k) ? 0 : sign(k / 2) / k),
        of("Math.atan2(1, x)", k -> k == 0 ? Math.PI / 2 : even(k) ? 0 : -sign(k / 2) / k),
        of("Math.atan2(Math.sin(x), Math.cos(x))", 0.4, 1, k -> k == 0 ? 0.4 : k == 1 ? 1 : 0),
        of("Math.asin(x)", TaylorClosedFormsTest::arcsine),
        of("Math.acos(x)", k -> k == 0 ? Math.PI / 2 : -arcsine(k)),
        of("Math.asin(Math.sin(x))", 0.4, 1, k -> k == 0 ? 0.4 : k == 1 ? 1 : 0),
        of("Math.atan(Math.tan(x))", 0.4, 1, k -> k == 0 ? 0.4 : k == 1 ? 1 : 0),
        of("Math.sqrt(1 + x)", k -> binomial(0.5, k)),
        of("Math.cbrt(1 + x)", k -> binomial(1 / 3.0, k)),
        of("Math.hypot(1, x)", k -> even(k) ? binomial(0.5, k / 2) : 0),
        of("Math.hypot(x, 2)", k -> even(k) ? 2 * binomial(0.5, k / 2) / Math.pow(4, k / 2.0) : 0),
        of("Math.hypot(3 * Math.exp(x), 4 * Math.exp(x))", k -> 5 / factorial(k)),
        of("Math.hypot(x, 1e200) / 1e200", k -> k == 0 ? 1 : 0),
        of("Math.hypot(3 * (1 + x), 4 + 4 * x)", k -> k < 2 ? 5 : 0),
        of("Math.pow(1 + x, 2.7)", k -> binomial(2.7, k)),
        of("Math.pow(1 + x, -1.5)", k -> binomial(-1.5, k)),
        of("Math.pow(1 + x, -3)", k -> binomial(-3, k)),
        of("Math.pow(1 + x, 7)", k -> binomial(7, k)),
        of("Math.pow(1 + x, 100)", k -> binomial(100, k)),
        of("Math.pow(x + x * x, 80) * 1e300", 1e-4, 1, TaylorClosedFormsTest::smallPower),
        of("Math.pow(x, 3)", k -> k == 3 ? 1 : 0),
        of("Math.pow(x, 20)", k -> k == 20 ? 1 : 0),
        of("Math.pow(x, 21)", k -> 0),
        of("Math.pow(x, 1000)", k -> 0),
        of("Math.pow(x, 3)", -2, 1, k -> k > 3 ? 0 : binomial(3, k) * Math.pow(-2, 3 - k)),
        of("Math.pow(x, 0)", k -> k == 0 ? 1 : 0),
        of("Math.pow(x, 1)", k -> k == 1 ? 1 : 0),
        of("Math.pow(2, x)", k -> Math.pow(Math.log(2), k) / factorial(k)),
        of("Math.pow(1 - x, x - 1) * Math.pow(1 - x, 1 - x)", k -> k == 0 ? 1 : 0),
        of("Math.pow(Math.exp(x), x)", k -> even(k) ? 1 / factorial(k / 2) : 0),
        of("Math.fma(x, x, x)", k -> k == 1 || k == 2 ? 1 : 0),
        of("Math.fma(3, x, 2)", k -> k == 0 ? 2 : k == 1 ? 3 : 0),
        of("Math.toDegrees(Math.toRadians(x))", k -> k == 1 ? 1 : 0),
        of("Math.scalb(x, 5)", k -> k == 1 ? 32 : 0),
        of("7.5 % (2 + x)", k -> k == 0 ? 1.5 : k == 1 ? -3 : 0),
        of("(x + 7.5) % 2", k -> k == 0 ? 1.5 : k == 1 ? 1 : 0),
        of("Math.IEEEremainder(7.5, 2 + x)", k -> k == 0 ? -0.5 : k == 1 ? -4 : 0),
        of("Math.abs(x * x * x)", -2, 1, k -> k > 3 ? 0 : -binomial(3, k) * Math.pow(-2, 3 - k)),
        of("Math.copySign(x, -1)", 2, 1, k -> k == 0 ? -2 : k == 1 ? -1 : 0),
        of("Math.max(x, x * x) + Math.min(x, x * x)", 3, 1, k -> k > 2 ? 0 : square(k)),
        of("Math.max(x * x, x)", 1, 1, k -> k == 1 ? 1.5 : k == 2 ? 0.5 : k == 0 ? 1 : 0),
        of("x > 0 ? Math.exp(x) : Math.sin(x)", k -> even(k) ? 0 : sign(k / 2) / factorial(k)),
        of("-x - (x - 2) - (3 - x)", k -> k < 2 ? -1 : 0),
        of("Math.rint(x) + Math.signum(x) + Math.floor(x)", 2, 1, k -> k == 0 ? 5 : 0),
        of("bessel(x)", k -> even(k) ? Math.pow(-0.25, k / 2.0) / square(factorial(k / 2)) : 0),
        of("lambert(x)", k -> k == 0 ? 0 : Math.pow(-k, k - 1.0) / factorial(k)));
  }

  private static double square(double x) {
    return x * x;
  }

  /** Of {@code x + x * x} at 3. */
  private static double square(int k) {
    return k == 0 ? 12 : k == 1 ? 7 : 1;
  }

  private static boolean even(int k) {
    return k % 2 == 0;
  }

  private static double sign(int k) {
    return even(k) ? 1 : -1;
  }

  private static double factorial(int n) {
    return IntStream.rangeClosed(2, n).asDoubleStream().reduce(1, (a, b) -> a * b);
  }

  private static double binomial(double a, int k) {
    double result = 1;
    for (int i = 0; i < k; i++) {
      result *= (a - i) / (i + 1);
    }
    return result;
  }

  /**
   * Of the 80th powers of x and of {@code 1 + x}, times each other, which begin below all numbers.
   */
  private static double smallPower(int k) {
    double sum = 0;
    for (int j = 0; j <= k; j++) {
      double ofX = binomial(80, j) * Math.pow(10, 300 - 4.0 * (80 - j));
      sum += ofX * binomial(80, k - j) * Math.pow(1.0001, 80 - (k - j));
    }
    return sum;
  }

  private static double tangent(int k) {
    return even(k) ? 0 : TANGENT_NUMBERS[k / 2] / factorial(k);
  }

  private static double arcsine(int k) {
    int n = k / 2;
    return even(k) ? 0 : binomial(2 * n, n) / Math.pow(4, n) / k;
  }

  /** The k-th derivative of the sine. */
  private static double rotated(double x, int k) {
    return sign(k / 2) * (even(k) ? Math.sin(x) : Math.cos(x));
  }

  private static double hyperbolic(double x, int k) {
    return even(k) ? Math.sinh(x) : Math.cosh(x);
  }

  private static final Program PROGRAM = compile();

  private static Program compile() {
    StringBuilder methods = new StringBuilder();
    List<Known> all = known();
    for (int i = 0; i < all.size(); i++) {
      methods.append(
          "@Differentiable(taylor = true) static double f%d(double x) { return %s; }\n"
              .formatted(i, all.get(i).expression));
    }
    return Program.compile(
        """
        final class Model {
          %s
          private static double bessel(double x) {
            double term = 1;
            double sum = 1;
            for (int m = 1; m <= 12; m++) {
              term *= -x * x / 4 / (m * m);
              sum += term;
            }
            return sum;
          }

          /** Where {@code w * exp(w)} is x, by Newton's method. */
          private static double lambert(double x) {
            double w = 0;
            for (int i = 0; i < 6; i++) {
              w -= (w * Math.exp(w) - x) / (Math.exp(w) * (1 + w));
            }
            return w;
          }
        }
        """
            .formatted(methods));
  }

  @ParameterizedTest
  @MethodSource("known")
  void coefficientsAreThoseOfTheClosedForm(Known known) throws Exception {
    int i = known().stream().map(Known::toString).toList().indexOf(known.toString());
    Object result =
        PROGRAM.call("ModelDerivatives", "f" + i + "Taylor", known.at, known.along, ORDER);
    double[] series = (double[]) result;
    assertWithMessage("length").that(series).hasLength(ORDER + 1);
    assertWithMessage("value").that(series[0]).isEqualTo(PROGRAM.call("Model", "f" + i, known.at));
    for (int k = 0; k <= ORDER; k++) {
      double expected = known.coefficient.applyAsDouble(k);
      assertWithMessage("%s", k)
          .that(series[k])
          .isWithin(1e-13 * Math.abs(expected) + 1e-15)
          .of(expected);
    }
  }
}
