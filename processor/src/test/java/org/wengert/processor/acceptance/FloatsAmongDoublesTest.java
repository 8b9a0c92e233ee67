package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.Dual;
import org.wengert.processor.Program;

/** Where a method has doubles, the derivatives of its floats have all digits of a double. */
final class FloatsAmongDoublesTest {
  private static final double X = 1.7;
  private static final double Y = -0.3;
  private static final double P = (float) X;
  private static final double Q = (float) Y;

  private static final Program PROGRAM =
      Program.compile(
          """
          final class Mixed {
            @Differentiable static double sum(double x, double y) { float p = (float) x, q = (float) y; return (p + q) * p; }
            @Differentiable static double difference(double x, double y) { float p = (float) x, q = (float) y; return (p - q) * q; }
            @Differentiable static double product(double x, double y) { float p = (float) x, q = (float) y; return p * q * p; }
            @Differentiable static double quotient(double x, double y) { float p = (float) x, q = (float) y; return p / q / q; }
            @Differentiable static double remainder(double x, double y) { float p = (float) x, q = (float) y; return p % q * p; }
            @Differentiable static double fused(double x, double y) { float p = (float) x, q = (float) y; return Math.fma(p, q, p) * q; }
            @Differentiable static double larger(double x, double y) { float p = (float) x, q = (float) y; return Math.max(p, q) * Math.min(p, q); }
            @Differentiable static double signs(double x, double y) { float p = (float) x, q = (float) y; return Math.abs(q) * Math.copySign(p, q); }
            @Differentiable static double neighbours(double x, double y) { float p = (float) x, q = (float) y; return Math.nextUp(p) * Math.scalb(-q, 3); }
            @Differentiable static double chosen(double x, double y) { float p = (float) x, q = (float) y; return x > 0 ? p * q : q; }
            @Differentiable
            static double loop(double x, double y) {
              float p = (float) x, s = 0;
              for (int i = 0; i < 3; i++) {
                if (s > y) {
                  s = p * s + (float) y;
                } else {
                  s -= p;
                }
              }
              return s;
            }
            static float helper(float p, float q) { return p * q / (p + q); }
            @Differentiable static double called(double x, double y) { return helper((float) x, (float) y); }
            @Differentiable
            static float out(float p, double x) {
              float q = p / 3;
              return q * (float) x / p;
            }
            @Differentiable
            static double array(float[] w, double x) {
              float s = 0;
              for (int i = 0; i < w.length; i++) {
                w[i] = w[i] / 3 * (float) x;
                s += w[i] * w[i];
              }
              return s;
            }
          }
          """);

  /** The derivatives by p and q of the formula that each method rounds. */
  private static double[] closed(String method) {
    double whole = Math.rint((P - P % Q) / Q);
    float sum = (float) P + (float) Q;
    float difference = (float) P - (float) Q;
    float product = (float) P * (float) Q;
    float quotient = (float) P / (float) Q;
    float fused = Math.fma((float) P, (float) Q, (float) P);
    float above = Math.nextUp((float) P);
    return switch (method) {
      case "sum" -> new double[] {P + sum, P};
      case "difference" -> new double[] {Q, -Q + difference};
      case "product" -> new double[] {Q * P + product, P * P};
      case "quotient" -> new double[] {1 / Q / Q, -P / Q / Q / Q - quotient / Q / Q};
      case "remainder" -> new double[] {P + (float) P % (float) Q, -whole * P};
      case "fused" -> new double[] {Q * Q + Q, P * Q + fused};
      case "larger" -> new double[] {Q, P};
      case "signs" -> new double[] {Q, P};
      case "neighbours" -> new double[] {-8 * Q, -8 * (double) above};
      case "chosen" -> new double[] {Q, P};
      // Only the first s, zero, is above y.
      case "loop" -> new double[] {-2, 1};
      case "called" -> {
        double d = sum;
        yield new double[] {Q / d - product / d / d, P / d - product / d / d};
      }
      default -> throw new IllegalArgumentException(method);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "sum",
    "difference",
    "product",
    "quotient",
    "remainder",
    "fused",
    "larger",
    "signs",
    "neighbours",
    "chosen",
    "loop",
    "called"
  })
  void bothModesAreExact(String method) throws Exception {
    double[] expected = closed(method);
    Object gradient = PROGRAM.call("MixedDerivatives", method + "Gradient", X, Y);
    double size = Math.abs(expected[0]) + Math.abs(expected[1]);
    assertThat(number(gradient, "x")).isWithin(4e-16 * size).of(expected[0]);
    assertThat(number(gradient, "y")).isWithin(4e-16 * size).of(expected[1]);
    for (int i = 0; i < 2; i++) {
      Dual dual =
          (Dual)
              PROGRAM.call(
                  "MixedDerivatives", method + "Jvp", X, i == 0 ? 1.0 : 0.0, Y, i == 1 ? 1.0 : 0.0);
      assertThat(dual.tangent()).isWithin(4e-16 * size).of(expected[i]);
    }
  }

  @Test
  void onlyWhatTheCallerTakesIsRounded() throws Exception {
    Object gradient = PROGRAM.call("MixedDerivatives", "outGradient", 0.7f, X);
    assertThat(number(gradient, "x")).isWithin(1e-16).of((double) (0.7f / 3) / 0.7f);
    float[] w = {0.7f, 0.9f};
    double[] written = {0.7f / 3 * (float) X, 0.9f / 3 * (float) X};
    Object second = PROGRAM.call("MixedDerivatives", "arrayGradient", w, X);
    // Elements of the adjoint array are floats in between.
    double[] bars = {(float) (2.0 * (float) written[0]), (float) (2.0 * (float) written[1])};
    assertThat(number(second, "x"))
        .isWithin(1e-15)
        .of(bars[0] * (double) (0.7f / 3) + bars[1] * (double) (0.9f / 3));
  }

  private static double number(Object result, String name) throws Exception {
    var accessor = result.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return ((Number) accessor.invoke(result)).doubleValue();
  }
}
