package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertWithMessage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.wengert.processor.Program;

/** How Taylor series of methods belong together. */
final class TaylorPropertiesTest {
  private static final int ORDER = 8;

  private static final Program PROGRAM =
      Program.compile(
          """
          final class Model {
            @Differentiable(taylor = true)
            static double f(double x, double a) {
              return Math.sin(a * x) + Math.sqrt(9 + x) / (2 + Math.exp(x));
            }

            @Differentiable(taylor = true)
            static double g(double x, double a) {
              return Math.tanh(x - a) + Math.atan2(x, 2) * Math.pow(4 + x, a) + x * x;
            }

            @Differentiable(taylor = true)
            static double sum(double x, double a) {
              return f(x, a) + g(x, a);
            }

            @Differentiable(taylor = true)
            static double product(double x, double a) {
              return f(x, a) * g(x, a);
            }

            @Differentiable(taylor = true)
            static double quotient(double x, double a) {
              return g(x, a) / f(x, a);
            }

            /** By a division that is left to the reader of the series. */
            @Differentiable(taylor = true)
            static double chain(double x, double a) {
              return Math.log(5 + f(g(x, a) / 8, 0.5));
            }

            @Differentiable(taylor = true)
            static double outer(double x) {
              return Math.log(5 + f(x / 8, 0.5));
            }
          }
          """);

  private static double[] series(String method, double x, double xDot, double a, double aDot) {
    return call(method + "Taylor", x, xDot, a, aDot, ORDER);
  }

  private static double[] call(String method, Object... arguments) {
    try {
      return (double[]) PROGRAM.call("ModelDerivatives", method, arguments);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static double[] product(double[] a, double[] b) {
    double[] r = new double[ORDER + 1];
    for (int k = 0; k <= ORDER; k++) {
      for (int j = 0; j <= k; j++) {
        r[k] += a[j] * b[k - j];
      }
    }
    return r;
  }

  private static void assertNear(double[] actual, double[] expected) {
    double size = 0;
    for (int k = 0; k <= ORDER; k++) {
      size = Math.max(size, Math.abs(expected[k]));
      assertWithMessage("%s", k)
          .that(actual[k])
          .isWithin(1e-11 * size * Math.pow(2, k))
          .of(expected[k]);
    }
  }

  @Property(tries = 400, seed = "2026")
  void sumsAndProducts(
      @ForAll @DoubleRange(min = -2, max = 2) double x,
      @ForAll @DoubleRange(min = -2, max = 2) double xDot,
      @ForAll @DoubleRange(min = 0.1, max = 2) double a,
      @ForAll @DoubleRange(min = -2, max = 2) double aDot) {
    double[] f = series("f", x, xDot, a, aDot);
    double[] g = series("g", x, xDot, a, aDot);
    double[] sum = new double[ORDER + 1];
    for (int k = 0; k <= ORDER; k++) {
      sum[k] = f[k] + g[k];
    }
    assertNear(series("sum", x, xDot, a, aDot), sum);
    assertNear(series("product", x, xDot, a, aDot), product(f, g));
    if (Math.abs(f[0]) > 0.5) {
      assertNear(product(series("quotient", x, xDot, a, aDot), f), g);
    }
  }

  /** The series of a function of a function is the one series put into the other. */
  @Property(tries = 400, seed = "2026")
  void compositions(
      @ForAll @DoubleRange(min = -2, max = 2) double x,
      @ForAll @DoubleRange(min = -2, max = 2) double xDot,
      @ForAll @DoubleRange(min = 0.1, max = 2) double a,
      @ForAll @DoubleRange(min = -2, max = 2) double aDot) {
    double[] inner = series("g", x, xDot, a, aDot);
    double[] outer = call("outerTaylor", inner[0], 1.0, ORDER);
    double[] power = new double[ORDER + 1];
    power[0] = 1;
    inner[0] = 0;
    double[] expected = new double[ORDER + 1];
    for (int m = 0; m <= ORDER; m++) {
      for (int k = 0; k <= ORDER; k++) {
        expected[k] += outer[m] * power[k];
      }
      power = product(power, inner);
    }
    assertNear(series("chain", x, xDot, a, aDot), expected);
  }

  /** Twice as fast, each coefficient has one more factor of two: exactly. */
  @Property(tries = 400, seed = "2026")
  void speeds(
      @ForAll @DoubleRange(min = -2, max = 2) double x,
      @ForAll @DoubleRange(min = 0.1, max = 2) double a,
      @ForAll @DoubleRange(min = -2, max = 2) double aDot) {
    double[] slow = series("chain", x, 1, a, aDot);
    double[] fast = series("chain", x, 4, a, 4 * aDot);
    for (int k = 0; k <= ORDER; k++) {
      assertWithMessage("%s", k).that(fast[k]).isEqualTo(slow[k] * Math.pow(4, k));
    }
  }
}
