package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.processor.Program;

/** Derivatives of derivatives of derivatives, and of whole matrices. */
final class NestedDepthTest {
  private static final Program TOWER =
      Program.compile(
          """
          final class Tower {
            @Differentiable
            static double f(double x) {
              return Math.exp(2 * x) * x;
            }

            @Differentiable
            static double one(double x) {
              return TowerDerivatives.fGradient(x).x();
            }

            @Differentiable
            static double oneForward(double x) {
              return TowerDerivatives.fJvp(x, 1).tangent();
            }

            @Differentiable
            static double twoReverseOfReverse(double x) {
              return TowerDerivatives.oneGradient(x).x();
            }

            @Differentiable
            static double twoForwardOfReverse(double x) {
              return TowerDerivatives.oneJvp(x, 1).tangent();
            }

            @Differentiable
            static double twoReverseOfForward(double x) {
              return TowerDerivatives.oneForwardVjp(x, 1).x();
            }

            @Differentiable
            static double twoForwardOfForward(double x) {
              return TowerDerivatives.oneForwardJvp(x, 1).tangent();
            }

            @Differentiable
            static double threeReverse(double x) {
              return TowerDerivatives.twoForwardOfReverseGradient(x).x();
            }

            @Differentiable(order = 2)
            static double threeForward(double x) {
              return TowerDerivatives.twoReverseOfForwardJvp(x, 1).tangent();
            }

            @Differentiable(order = 2)
            static double fourth(double x) {
              return TowerDerivatives.threeReverseGradient(x).x();
            }

            /** Three perturbations of one variable, each another: at x the product rule thrice. */
            @Differentiable(wrt = "z")
            static double inner(double x, double y, double z) {
              return x * y * z;
            }

            @Differentiable(wrt = "y")
            static double middle(double x, double y) {
              return y * TowerDerivatives.innerGradient(x, y, x).z();
            }

            @Differentiable
            static double outer(double x) {
              return x * TowerDerivatives.middleJvp(x, x, 1).tangent();
            }

            private static double power(double x, int n) {
              return n == 0 ? 1 : power(x, n - 1) * x;
            }

            @Differentiable
            static double recursive(double x) {
              return power(x, 7);
            }

            @Differentiable
            static double recursiveOnce(double x) {
              return TowerDerivatives.recursiveGradient(x).x();
            }

            @Differentiable
            static double recursiveTwice(double x) {
              return TowerDerivatives.recursiveOnceGradient(x).x();
            }

            @Differentiable
            static double power(double x, double y) {
              return Math.pow(x, y);
            }

            @Differentiable
            static double slope(double x, double y) {
              return TowerDerivatives.powerGradient(x, y).x();
            }

            @Differentiable
            static double mixed(double x, double y) {
              return TowerDerivatives.slopeGradient(x, y).y();
            }

            @Differentiable
            static double annotated(double x, int n) {
              return n == 0 ? 1 : annotated(x, n - 1) * x;
            }

            @Differentiable
            static double annotatedOnce(double x) {
              return TowerDerivatives.annotatedGradient(x, 6).x();
            }

            @Differentiable
            static double annotatedTwice(double x) {
              return TowerDerivatives.annotatedOnceGradient(x).x();
            }
          }
          """);

  private static Object call(String name, Object... arguments) throws Exception {
    return TOWER.call("TowerDerivatives", name, arguments);
  }

  private static double number(Object record, String name) throws Exception {
    return (Double) component(record, name);
  }

  private static Object component(Object record, String name) throws Exception {
    Method accessor = record.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }

  /** The derivatives of {@code x exp(2 x)}: {@code (2^n x + n 2^(n-1)) exp(2 x)}. */
  private static double derivative(int order, double x) {
    return (Math.pow(2, order) * x + order * Math.pow(2, order - 1)) * Math.exp(2 * x);
  }

  private static void assertSlope(String method, int order) throws Exception {
    double x = 0.3;
    double value = derivative(order, x);
    double slope = derivative(order + 1, x);
    double own = (Double) TOWER.call("Tower", method, x);
    assertThat(own).isWithin(1e-13 * value).of(value);
    Object dual = call(method + "Jvp", x, 1.0);
    assertThat(number(dual, "value")).isEqualTo(own);
    assertThat(number(dual, "tangent")).isWithin(1e-13 * slope).of(slope);
    Object gradient = call(method + "Gradient", x);
    assertThat(number(gradient, "value")).isEqualTo(own);
    assertThat(number(gradient, "x")).isWithin(1e-13 * slope).of(slope);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "twoReverseOfReverse",
        "twoForwardOfReverse",
        "twoReverseOfForward",
        "twoForwardOfForward"
      })
  void thirdDerivativesInAllModes(String method) throws Exception {
    assertSlope(method, 2);
  }

  @Test
  void higherOnes() throws Exception {
    assertSlope("threeReverse", 3);
    assertSlope("threeForward", 3);
    assertSlope("fourth", 4);
    double x = 0.3;
    double fifth = derivative(5, x);
    double sixth = derivative(6, x);
    assertThat(number(call("threeForwardHvp", x, 1.0), "x")).isWithin(1e-13 * fifth).of(fifth);
    assertThat(((double[][]) call("fourthHessian", x))[0][0]).isWithin(1e-13 * sixth).of(sixth);
  }

  /** {@code middle = x y^2, its slope 2 x y, outer = 2 x^3}. */
  @Test
  void threePerturbationsAreNotConfused() throws Exception {
    assertThat(TOWER.call("Tower", "outer", 3.0)).isEqualTo(54.0);
    assertThat(number(call("outerJvp", 3.0, 1.0), "tangent")).isEqualTo(54.0);
    assertThat(number(call("outerGradient", 3.0), "x")).isEqualTo(54.0);
  }

  @Test
  void throughRecursion() throws Exception {
    for (String mode : new String[] {"Jvp", "Gradient"}) {
      Object[] one = mode.equals("Jvp") ? new Object[] {2.0, 1.0} : new Object[] {2.0};
      String name = mode.equals("Jvp") ? "tangent" : "x";
      assertThat(number(call("recursiveTwice" + mode, one), name)).isEqualTo(7 * 6 * 5 * 16.0);
      assertThat(number(call("annotatedTwice" + mode, one), name)).isEqualTo(6 * 5 * 4 * 8.0);
    }
  }

  /** The slope of a power by its base has a form of its own where the exponent is zero. */
  @Test
  void powersWithExponentZero() throws Exception {
    double x = 1.7;
    assertThat(number(call("slopeGradient", x, 0.0), "y")).isWithin(1e-15).of(1 / x);
    // d/dy x^(y-1) (1 + y log x) and d/dx of it, at y = 0
    Object third = call("mixedGradient", x, 0.0);
    assertThat(number(third, "y")).isWithin(1e-15).of(2 * Math.log(x) / x);
    assertThat(number(third, "x")).isWithin(1e-15).of(-1 / (x * x));
    assertThat(number(call("mixedJvp", x, 0.0, 0.0, 1.0), "tangent"))
        .isWithin(1e-15)
        .of(2 * Math.log(x) / x);
  }

  private static final Program TREE =
      Program.compile(
          """
          final class Tree {
            private static double tree(double x, double y, double[] a, double[] b, int n) {
              if (n == 0) {
                return x * y;
              }
              double s = tree(x, y, b, b, n - 1) * a[0];
              int unused = (int) tree(x, y, b, b.clone(), n - 1);
              return y * tree(s, x + y, a, a, n - 1);
            }

            @Differentiable
            static double f(double x, double y, double a) {
              return tree(x, y, new double[] {a}, new double[] {-1.7}, 2);
            }

            @Differentiable
            static double one(double x, double y, double a) {
              var g = TreeDerivatives.fGradient(x, y, a);
              return 0.3 * g.x() - 0.4 * g.y() + 0.7 * g.a();
            }

            @Differentiable
            static double two(double x, double y, double a) {
              var g = TreeDerivatives.oneGradient(x, y, a);
              return 0.3 * g.x() - 0.4 * g.y() + 0.7 * g.a();
            }

            @Differentiable
            static double twoForward(double x, double y, double a) {
              return TreeDerivatives.oneJvp(x, 0.3, y, -0.4, a, 0.7).tangent();
            }
          }
          """);

  /** The reverse sweep of the second tangent is in pieces, with calls between them. */
  @ParameterizedTest
  @ValueSource(strings = {"two", "twoForward"})
  void throughRecursionInPieces(String method) throws Exception {
    double[] p = {-1.66, 0.63, 0.57};
    Object gradient = TREE.call("TreeDerivatives", method + "Gradient", p[0], p[1], p[2]);
    String[] names = {"x", "y", "a"};
    for (int i = 0; i < 3; i++) {
      double[] more = p.clone();
      double[] less = p.clone();
      more[i] += 1e-5;
      less[i] -= 1e-5;
      double difference =
          ((Double) TREE.call("Tree", method, more[0], more[1], more[2])
                  - (Double) TREE.call("Tree", method, less[0], less[1], less[2]))
              / 2e-5;
      assertThat(number(gradient, names[i])).isWithin(1e-7).of(difference);
      double[] d = new double[3];
      d[i] = 1;
      Object dual =
          TREE.call("TreeDerivatives", method + "Jvp", p[0], d[0], p[1], d[1], p[2], d[2]);
      assertThat(number(dual, "tangent")).isWithin(1e-12).of(number(gradient, names[i]));
    }
  }

  private static final Program MATRICES =
      Program.compile(
          """
          final class Matrices {
            @Differentiable(order = 2)
            static double g(double x, double[] w, double[][] m) {
              double s = 0;
              for (int i = 0; i < w.length; i++) {
                s += Math.sin(x * w[i]) * m[0][i] * m[1][i % 2] * m[1][i % 2];
              }
              return s;
            }

            @Differentiable
            static double[] v(double x, double[] w, double[][] m) {
              return new double[] {
                x * x * w[0] * m[0][0], Math.sin(x * w[1]) * m[1][1] * m[1][1],
                m[0][1] * m[1][0] * w[0] * w[0]
              };
            }

            @Differentiable(wrt = {"w", "m"}, name = "u")
            static double[] v(double[] w, double x, double[][] m) {
              return new double[] {x * x * w[0] * m[0][0], Math.sin(x * w[1]) * m[1][1]};
            }

            private static double combined(double[][] rows, double x) {
              double s = 0;
              for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                  s += (r + 1) * (c + 2) * rows[r][c] * rows[r][c] * x;
                }
              }
              return s;
            }

            @Differentiable(order = 2)
            static double jacobian(double x, double[] w, double[][] m) {
              return combined(MatricesDerivatives.vJacobian(x, w, m), x);
            }

            @Differentiable
            static double partial(double x, double[] w, double[][] m) {
              return combined(MatricesDerivatives.uJacobian(w, x, m), x);
            }

            @Differentiable
            static double hessian(double x, double[] w, double[][] m) {
              return combined(MatricesDerivatives.gHessian(x, w, m), x);
            }

            @Differentiable
            static double product(double x, double[] w, double[][] m) {
              double[] wDot = {w[1], 2};
              double[][] mDot = {{1, x}, {w[0], 3}};
              MatricesDerivatives.GHvp hvp =
                  MatricesDerivatives.gHvp(x, x * x, w, wDot, m, mDot);
              double s = hvp.x() * x + hvp.value();
              for (int i = 0; i < w.length; i++) {
                s += hvp.w()[i] * (i + 1) * w[1];
              }
              return s * hvp.m()[1][1] * hvp.m()[0][0];
            }

            @Differentiable
            static double ofAll(double x, double[] w, double[][] m) {
              return MatricesDerivatives.hessianGradient(x, w, m).m()[1][1]
                  + MatricesDerivatives.productGradient(x, w, m).w()[0]
                  + MatricesDerivatives.jacobianHvp(x, 1, w, w, m, m).m()[0][0];
            }
          }
          """);

  private static Object at(String owner, String name, double[] p, double[] dot) throws Exception {
    double[] w = {p[1], p[2]};
    double[][] m = {{p[3], p[4]}, {p[5], p[6]}};
    if (dot == null) {
      return MATRICES.call(owner, name, p[0], w, m);
    }
    double[][] mDot = {{dot[3], dot[4]}, {dot[5], dot[6]}};
    return MATRICES.call(owner, name, p[0], dot[0], w, new double[] {dot[1], dot[2]}, m, mDot);
  }

  private static double[] gradient(String method, double[] p) throws Exception {
    Object gradient = at("MatricesDerivatives", method + "Gradient", p, null);
    double[] w = (double[]) component(gradient, "w");
    double[][] m = (double[][]) component(gradient, "m");
    return new double[] {
      number(gradient, "x"),
      w[0],
      w[1],
      m[0][0],
      m[0][1],
      m[1][0],
      m[1][1],
      number(gradient, "value")
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"jacobian", "partial", "hessian", "product", "ofAll"})
  void matrices(String method) throws Exception {
    double[] p = {0.7, 0.4, 1.2, 0.9, -0.3, 0.6, 1.1};
    double[] gradient = gradient(method, p);
    double own = (Double) at("Matrices", method, p, null);
    assertThat(gradient[7]).isEqualTo(own);
    double size = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < p.length; i++) {
      double[] dot = new double[p.length];
      dot[i] = 1;
      Object dual = at("MatricesDerivatives", method + "Jvp", p, dot);
      assertThat(number(dual, "value")).isEqualTo(own);
      assertWithMessage("%s by %s", method, i)
          .that(number(dual, "tangent"))
          .isWithin(1e-14 * size)
          .of(gradient[i]);
      double step = 1e-5;
      double[] more = p.clone();
      double[] less = p.clone();
      more[i] += step;
      less[i] -= step;
      double difference =
          ((Double) at("Matrices", method, more, null)
                  - (Double) at("Matrices", method, less, null))
              / (2 * step);
      assertThat(gradient[i]).isWithin(1e-8 * size).of(difference);
    }
  }

  @Test
  void theHessianOfWhatAJacobianGoesInto() throws Exception {
    double[] p = {0.7, 0.4, 1.2, 0.9, -0.3, 0.6, 1.1};
    double[][] hessian = (double[][]) at("MatricesDerivatives", "jacobianHessian", p, null);
    for (int i = 0; i < p.length; i++) {
      double step = 1e-5;
      double[] more = p.clone();
      double[] less = p.clone();
      more[i] += step;
      less[i] -= step;
      double[] above = gradient("jacobian", more);
      double[] below = gradient("jacobian", less);
      for (int j = 0; j < p.length; j++) {
        assertThat(hessian[i][j]).isWithin(1e-12).of(hessian[j][i]);
        assertThat(hessian[i][j]).isWithin(1e-6).of((above[j] - below[j]) / (2 * step));
      }
    }
  }
}
