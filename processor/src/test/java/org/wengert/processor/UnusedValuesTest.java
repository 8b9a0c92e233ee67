package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/** What a program computed but did not use on the way it took has no influence on its adjoints. */
final class UnusedValuesTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          @SuppressWarnings("wengert:equality")
          final class Unused {
            @Differentiable
            static double sinc(double x, double y) {
              double r = Math.sqrt(x * x + y * y);
              double s = 1;
              if (r > 0) {
                s = Math.sin(r) / r;
              }
              return s;
            }

            @Differentiable
            static double early(double x) {
              double l = Math.log(x);
              if (x > 0.5) {
                return l;
              }
              return x;
            }

            @Differentiable
            static double quotient(double x, double y) {
              double q = x / y;
              return y == 0 ? x : q;
            }

            @Differentiable
            static double softplus(double x) {
              double e = Math.exp(x);
              double p = e * x;
              if (x > 700) {
                return x;
              }
              return Math.log1p(e) + p;
            }

            @Differentiable
            static double skipped(double[] a) {
              double s = 0;
              for (int i = 0; i < a.length; i++) {
                double l = 1 / a[i];
                if (a[i] == 0) {
                  continue;
                }
                s += l;
              }
              return s;
            }

            @Differentiable
            static double stored(double[] a) {
              double[] t = new double[a.length];
              for (int i = 0; i < a.length; i++) {
                t[i] = Math.sqrt(a[i]);
              }
              double s = 0;
              for (int i = 0; i < a.length; i++) {
                if (a[i] > 0) {
                  s += t[i];
                }
              }
              return s;
            }

            @Differentiable
            static double none(double x, int n) {
              for (int i = 0; i < n; i++) {
                x = x * 1.5;
              }
              return x;
            }
          }
          """);

  @Test
  void inBranches() throws Exception {
    assertThat(gradient("sinc", 0.0, 0.0)).isEqualTo("SincGradient[value=1.0, x=0.0, y=0.0]");
    assertThat(gradient("early", 0.0)).isEqualTo("EarlyGradient[value=0.0, x=1.0]");
    assertThat(gradient("quotient", 1.0, 0.0))
        .isEqualTo("QuotientGradient[value=1.0, x=1.0, y=0.0]");
    assertThat(gradient("softplus", 800.0)).isEqualTo("SoftplusGradient[value=800.0, x=1.0]");
  }

  @Test
  void inLoops() throws Exception {
    assertThat(adjoint("skipped", 0, 2)).isEqualTo(new double[] {0, -0.25});
    assertThat(adjoint("stored", 0, 4)).isEqualTo(new double[] {0, 0.25});
  }

  @Test
  void aLoopWithTheLeastBoundRunsNeitherWay() throws Exception {
    assertThat(gradient("none", 2.0, Integer.MIN_VALUE))
        .isEqualTo("NoneGradient[value=2.0, x=1.0]");
  }

  private static String gradient(String method, Object... arguments) throws Exception {
    return PROGRAM.call("UnusedDerivatives", method + "Gradient", arguments).toString();
  }

  private static double[] adjoint(String method, double... a) throws Exception {
    double[] adjoint = new double[a.length];
    PROGRAM.call("UnusedDerivatives", method + "Vjp", a, adjoint, 1.0);
    return adjoint;
  }
}
