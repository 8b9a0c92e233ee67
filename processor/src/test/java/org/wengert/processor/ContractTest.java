package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The generated members of every kind of signature, used by user code exactly as the contract says,
 * on functions whose derivatives are exact in floating point.
 */
final class ContractTest {

  @Test
  void scalarsToScalar() throws Exception {
    Program program =
        Program.compile(
            """
            final class Model {
              @Differentiable
              static double f(double x, double y) {
                return x * x * y;
              }
            }
            """,
            """
            final class User {
              static String run() {
                Dual jvp = ModelDerivatives.fJvp(3, 1, 5, 10);
                ModelDerivatives.FVjp vjp = ModelDerivatives.fVjp(3, 5, 2);
                ModelDerivatives.FGradient gradient = ModelDerivatives.fGradient(3, 5);
                return jvp + " " + vjp + " " + gradient;
              }
              static String object() {
                ScalarFunction f = ModelDerivatives.f();
                double[] x = {3, 5};
                double[] g = new double[2];
                return f.value(x) + " " + f.gradient(x, g) + " " + java.util.Arrays.toString(g)
                    + " " + java.util.Arrays.toString(f.gradient(x))
                    + " " + f.jvp(x, new double[] {1, 10});
              }
            }
            """);
    assertThat(program.call("User", "run"))
        .isEqualTo(
            "Dual[value=45.0, tangent=120.0] FVjp[value=45.0, x=60.0, y=18.0]"
                + " FGradient[value=45.0, x=30.0, y=9.0]");
    assertThat(program.call("User", "object"))
        .isEqualTo("45.0 45.0 [30.0, 9.0] [30.0, 9.0] Dual[value=45.0, tangent=120.0]");
  }

  @Test
  void scalarArrayAndConstantToScalar() throws Exception {
    Program program =
        Program.compile(
            """
            final class Model {
              @Differentiable
              static double f(double x, double[] w, int n) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                  sum += x * w[i] * w[i];
                }
                return sum;
              }
            }
            """,
            """
            final class User {
              static String run() {
                double[] w = {1, 2, 3};
                Dual jvp = ModelDerivatives.fJvp(10, 1, w, new double[] {1, 0, 100}, 2);
                double[] wBar = {1000, 1000, 1000};
                ModelDerivatives.FVjp vjp = ModelDerivatives.fVjp(10, w, wBar, 2, 0.5);
                ModelDerivatives.FGradient gradient = ModelDerivatives.fGradient(10, w, 2);
                double x = gradient.x();
                double[] fresh = gradient.w();
                return jvp + " " + vjp + " " + java.util.Arrays.toString(wBar)
                    + " " + gradient.value() + " " + x + " " + java.util.Arrays.toString(fresh);
              }
            }
            """);
    assertThat(program.call("User", "run"))
        .isEqualTo(
            "Dual[value=50.0, tangent=25.0] FVjp[value=50.0, x=2.5] [1010.0, 1020.0, 1000.0]"
                + " 50.0 5.0 [20.0, 40.0, 0.0]");
  }

  @Test
  void arrayToScalarHasNoRecordAndIsAnObject() throws Exception {
    Program program =
        Program.compile(
            """
            final class Model {
              @Differentiable
              static double f(int n, double[] w, String label) {
                if (n > w.length) {
                  throw new IllegalStateException(label);
                }
                double sum = 0;
                for (int i = 0; i < n; i++) {
                  sum += w[i] * w[i];
                }
                return sum;
              }
            }
            """,
            """
            final class User {
              static String run() {
                double[] w = {1, 2, 3};
                double[] wBar = new double[3];
                double value = ModelDerivatives.fVjp(2, w, wBar, "label", 10);
                ScalarFunction f = ModelDerivatives.f(2, "label");
                double[] g = {7, 7, 7};
                return value + " " + java.util.Arrays.toString(wBar) + " " + f.value(w)
                    + " " + f.gradient(w, g) + " " + java.util.Arrays.toString(g)
                    + " " + f.jvp(w, new double[] {1, 1, 1})
                    + " " + ModelDerivatives.fJvp(2, w, new double[] {1, 1, 1}, "label")
                    + " " + java.util.Arrays.toString(ModelDerivatives.fGradient(2, w, "").w());
              }
              static void fail() {
                ModelDerivatives.f(4, "too short").value(new double[3]);
              }
            }
            """);
    assertThat(program.call("User", "run"))
        .isEqualTo(
            "5.0 [20.0, 40.0, 0.0] 5.0 5.0 [2.0, 4.0, 0.0] Dual[value=5.0, tangent=6.0]"
                + " Dual[value=5.0, tangent=6.0] [2.0, 4.0, 0.0]");
    IllegalStateException thrown =
        org.junit.jupiter.api.Assertions.assertThrows(
            IllegalStateException.class, () -> program.call("User", "fail"));
    assertThat(thrown).hasMessageThat().isEqualTo("too short");
  }

  @Test
  void arrayToArray() throws Exception {
    Program program =
        Program.compile(
            """
            public final class Model {
              private Model() {}
              @Differentiable
              public static double[] f(double[] x, double a) {
                return new double[] {x[0] * x[1], a * x[0], x[1]};
              }
              @Differentiable(wrt = "x", name = "g")
              static double[] f(double[] x, int n) {
                double[] y = new double[n];
                for (int i = 0; i < n; i++) {
                  y[i] = x[i] * x[i];
                }
                return y;
              }
            }
            """,
            """
            final class User {
              static String run() {
                double[] x = {3, 5};
                DualArray jvp = ModelDerivatives.fJvp(x, new double[] {1, 10}, 2, 100);
                double[] xBar = {1000, 1000};
                ModelDerivatives.FVjp vjp =
                    ModelDerivatives.fVjp(x, xBar, 2, new double[] {1, 1, 4});
                double[][] jacobian = ModelDerivatives.fJacobian(x, 2);
                return jvp + " " + java.util.Arrays.toString(vjp.value()) + " " + vjp.a()
                    + " " + java.util.Arrays.toString(xBar)
                    + " " + java.util.Arrays.deepToString(jacobian);
              }
              static String object() {
                double[] x = {1, 2, 3};
                VectorFunction wide = ModelDerivatives.g(1);
                VectorFunction square = ModelDerivatives.g(3);
                return java.util.Arrays.toString(square.value(x))
                    + " " + square.jvp(x, new double[] {1, 1, 1})
                    + " " + java.util.Arrays.toString(square.vjp(x, new double[] {1, 10, 100}))
                    + " " + java.util.Arrays.deepToString(square.jacobian(x))
                    + " " + java.util.Arrays.deepToString(wide.jacobian(x))
                    + " " + java.util.Arrays.deepToString(ModelDerivatives.gJacobian(x, 1))
                    + " " + java.util.Arrays.deepToString(ModelDerivatives.gJacobian(x, 2))
                    + " " + java.util.Arrays.deepToString(ModelDerivatives.gJacobian(x, 0))
                    + " "
                    + java.util.Arrays.deepToString(ModelDerivatives.gJacobian(new double[0], 0));
              }
            }
            """);
    assertThat(program.call("User", "run"))
        .isEqualTo(
            "DualArray[value=[15.0, 6.0, 5.0], tangent=[35.0, 302.0, 10.0]] [15.0, 6.0, 5.0] 3.0"
                + " [1007.0, 1007.0] [[5.0, 3.0, 0.0], [2.0, 0.0, 3.0], [0.0, 1.0, 0.0]]");
    assertThat(program.call("User", "object"))
        .isEqualTo(
            "[1.0, 4.0, 9.0] DualArray[value=[1.0, 4.0, 9.0], tangent=[2.0, 4.0, 6.0]]"
                + " [2.0, 40.0, 600.0] [[2.0, 0.0, 0.0], [0.0, 4.0, 0.0], [0.0, 0.0, 6.0]]"
                + " [[2.0, 0.0, 0.0]] [[2.0, 0.0, 0.0]] [[2.0, 0.0, 0.0], [0.0, 4.0, 0.0]] []"
                + " []");
  }

  @Test
  void jacobianFlattensAllActiveInputs() throws Exception {
    Program program =
        Program.compile(
            """
            final class Model {
              @Differentiable
              static double[] f(double x, double[][] a, float s, double[] w, int m) {
                double sum = x * s * w[0];
                for (int i = 0; i < a.length; i++) {
                  for (int j = 0; j < a[i].length; j++) {
                    sum += (10 * i + j + 1) * a[i][j];
                  }
                }
                double[] y = new double[m];
                for (int k = 0; k < m; k++) {
                  y[k] = (k + 1) * sum;
                }
                return y;
              }
            }
            """,
            """
            final class User {
              static double[][] run(int m) {
                double[][] a = {{1, 2}, {}, {3}};
                return ModelDerivatives.fJacobian(2, a, 3, new double[] {5, 7}, m);
              }
            }
            """);
    double[] row = {15, 1, 2, 21, 10, 6, 0};
    for (int m = 0; m < 9; m++) {
      double[][] jacobian = (double[][]) program.call("User", "run", m);
      assertThat(jacobian).hasLength(m);
      for (int k = 0; k < m; k++) {
        double factor = k + 1;
        assertThat(jacobian[k])
            .isEqualTo(java.util.Arrays.stream(row).map(entry -> factor * entry).toArray());
      }
    }
  }

  @Test
  void arraysInAndOut() throws Exception {
    Program program =
        Program.compile(
            """
            final class Model {
              @Differentiable
              static void f(double t, double[] y) {
                for (int i = 0; i < y.length; i++) {
                  y[i] = t * y[i];
                }
              }
              @Differentiable
              static void g(double[] from, double[] to) {
                to[0] = from[0] * from[0];
              }
            }
            """,
            """
            final class User {
              static String forward() {
                double[] y = {3, 4};
                double[] yDot = {1, 0};
                ModelDerivatives.fJvp(2, 10, y, yDot);
                return java.util.Arrays.toString(y) + " " + java.util.Arrays.toString(yDot);
              }
              static String reverse() {
                double[] y = {3, 4};
                double[] yBar = {1, 10};
                ModelDerivatives.FVjp vjp = ModelDerivatives.fVjp(2, y, yBar);
                return java.util.Arrays.toString(y) + " " + java.util.Arrays.toString(yBar)
                    + " " + vjp;
              }
              static String withoutRecord() {
                double[] to = {0};
                double[] toBar = {1};
                double[] fromBar = {100};
                ModelDerivatives.gVjp(new double[] {3}, fromBar, to, toBar);
                return to[0] + " " + toBar[0] + " " + fromBar[0];
              }
            }
            """);
    assertThat(program.call("User", "forward")).isEqualTo("[6.0, 8.0] [32.0, 40.0]");
    assertThat(program.call("User", "reverse")).isEqualTo("[6.0, 8.0] [2.0, 20.0] FVjp[t=43.0]");
    assertThat(program.call("User", "withoutRecord")).isEqualTo("9.0 0.0 106.0");
  }

  @Test
  void floats() throws Exception {
    Program program =
        Program.compile(
            """
            final class Model {
              @Differentiable
              static float f(float x, float[] w) {
                return x * w[0];
              }
              @Differentiable
              static float[] g(float x, double y) {
                return new float[] {x * x, (float) (x * y)};
              }
            }
            """,
            """
            final class User {
              static String run() {
                float[] w = {5};
                float[] wBar = {100};
                DualFloat jvp = ModelDerivatives.fJvp(3, 1, w, new float[] {10});
                ModelDerivatives.FVjp vjp = ModelDerivatives.fVjp(3, w, wBar, 2);
                ModelDerivatives.FGradient gradient = ModelDerivatives.fGradient(3, w);
                float x = vjp.x() + gradient.x();
                float[] fresh = gradient.w();
                return jvp + " " + vjp + " " + wBar[0] + " " + x + " " + fresh[0];
              }
              static String vector() {
                DualFloatArray jvp = ModelDerivatives.gJvp(3, 1, 5, 10);
                ModelDerivatives.GVjp vjp = ModelDerivatives.gVjp(3, 5, new float[] {1, 10});
                float x = vjp.x();
                double y = vjp.y();
                float[][] jacobian = ModelDerivatives.gJacobian(3, 5);
                return jvp + " " + x + " " + y + " " + java.util.Arrays.deepToString(jacobian);
              }
            }
            """);
    assertThat(program.call("User", "run"))
        .isEqualTo("DualFloat[value=15.0, tangent=35.0] FVjp[value=15.0, x=10.0] 106.0 15.0 3.0");
    assertThat(program.call("User", "vector"))
        .isEqualTo(
            "DualFloatArray[value=[9.0, 15.0], tangent=[6.0, 35.0]] 56.0 30.0"
                + " [[6.0, 0.0], [5.0, 3.0]]");
  }

  @Test
  void functionObjectsLeaveTheirArgumentsAlone() throws Exception {
    Program program =
        Program.compile(
            """
            final class Model {
              @Differentiable
              static double f(double[] x) {
                x[0] = x[0] * x[1];
                return x[0] * x[0];
              }
              @Differentiable
              static double[] g(double[] x) {
                x[0] = x[0] * x[1];
                return x;
              }
            }
            """,
            """
            final class User {
              static String scalar() {
                double[] x = {3, 2};
                double[] xDot = {1, 0};
                double[] g = new double[2];
                ScalarFunction f = ModelDerivatives.f();
                return f.value(x) + " " + f.gradient(x, g) + " " + java.util.Arrays.toString(g)
                    + " " + f.jvp(x, xDot) + " " + f.value(x) + " " + java.util.Arrays.toString(x)
                    + " " + java.util.Arrays.toString(xDot);
              }
              static String vector() {
                double[] x = {3, 2};
                double[] xDot = {1, 0};
                VectorFunction g = ModelDerivatives.g();
                return java.util.Arrays.toString(g.value(x)) + " " + g.jvp(x, xDot)
                    + " " + java.util.Arrays.toString(g.vjp(x, new double[] {1, 10}))
                    + " " + java.util.Arrays.deepToString(g.jacobian(x))
                    + " " + java.util.Arrays.deepToString(ModelDerivatives.gJacobian(x))
                    + " " + java.util.Arrays.toString(x) + " " + java.util.Arrays.toString(xDot);
              }
            }
            """);
    assertThat(program.call("User", "scalar"))
        .isEqualTo(
            "36.0 36.0 [24.0, 36.0] Dual[value=36.0, tangent=24.0] 36.0 [3.0, 2.0] [1.0, 0.0]");
    assertThat(program.call("User", "vector"))
        .isEqualTo(
            "[6.0, 2.0] DualArray[value=[6.0, 2.0], tangent=[2.0, 0.0]] [2.0, 13.0]"
                + " [[2.0, 3.0], [0.0, 1.0]] [[2.0, 3.0], [0.0, 1.0]] [3.0, 2.0] [1.0, 0.0]");
  }

  @Test
  void nestedClassesHaveSiblingsOfTheirOwn() throws Exception {
    Program program =
        Program.compile(
            """
            public class Outer {
              public static class Inner {
                @Differentiable public static double f(double x) { return x * x; }
              }
              interface Side {
                @Differentiable static double f(double x) { return x * x * x; }
              }
            }
            """,
            """
            final class User {
              static double run() {
                return Outer_InnerDerivatives.fGradient(3).x()
                    + Outer_SideDerivatives.fGradient(3).x();
              }
            }
            """);
    assertThat(program.call("User", "run")).isEqualTo(33.0);
    assertThat(program.type("Outer_InnerDerivatives").getModifiers())
        .isEqualTo(java.lang.reflect.Modifier.PUBLIC | java.lang.reflect.Modifier.FINAL);
    assertThat(program.type("Outer_SideDerivatives").getModifiers())
        .isEqualTo(java.lang.reflect.Modifier.FINAL);
  }

  @Test
  void checkedExceptionsAreDeclared() throws Exception {
    Program program =
        Program.compile(
            """
            final class Model {
              @Differentiable
              static double f(double x) throws java.io.IOException {
                return x * x;
              }
            }
            """,
            """
            final class User {
              static double run(double x) throws java.io.IOException {
                return ModelDerivatives.fGradient(x).x();
              }
            }
            """);
    assertThat(program.call("User", "run", 2.0)).isEqualTo(4.0);
  }

  @Test
  void anyParameterNameCompiles() throws Exception {
    Program program =
        Program.compile(
            """
            final class Model {
              @Differentiable(wrt = "x")
              static double f(double xDot, double x, double xBar, double resultBar, double vjp) {
                return x * xDot * xBar * resultBar * vjp;
              }
              @Differentiable(wrt = "w")
              static double[] g(
                  double[] w, int value, int jacobian, int row, int column, int next, int x) {
                double gradient = w[0] * value * jacobian * row * column * next * x;
                return new double[] {gradient, gradient};
              }
            }
            """,
            """
            final class User {
              static String run() {
                return ModelDerivatives.fGradient(2, 3, 4, 5, 6)
                    + " " + ModelDerivatives.fJvp(2, 3, 1, 4, 5, 6)
                    + " " + java.util.Arrays.deepToString(
                        ModelDerivatives.gJacobian(new double[] {2}, 1, 2, 3, 4, 5, 6))
                    + " " + ModelDerivatives.g(1, 2, 3, 4, 5, 6).value(new double[] {1})[0];
              }
            }
            """);
    assertThat(program.call("User", "run"))
        .isEqualTo(
            "FGradient[value=720.0, x=240.0] Dual[value=720.0, tangent=240.0]"
                + " [[720.0], [720.0]] 720.0");
  }
}
