package org.wengert.processor;

import org.junit.jupiter.api.Test;

/** What is wrong with a derivative rule is said at the rule, or at the call that needs another. */
final class RuleErrorsTest {

  @Test
  void ruleThatCannotBeCalled() {
    assertErrors(
        """
        static double g(double x) { return x; }
        @DerivativeRule(method = "g") double /*!*/rule(double x) { return 1; }
        @DerivativeRule(method = "g") private static double /*!*/secret(double x) { return 1; }
        """,
        "rule is a derivative rule, which generated classes call: make it static, and not private",
        "secret is a derivative rule, which generated classes call: make it static, and not"
            + " private");
  }

  @Test
  void noSuchMethod() {
    assertErrors(
        """
        @DerivativeRule(of = Math.class, method = "erf") static double /*!*/rule(double x) { return 1; }
        """,
        "Math has no static method erf that this could be a rule for:"
            + " correct the method or the class that the annotation names");
  }

  @Test
  void signatures() {
    assertErrors(
        """
        static double g(double x, int n) { return x; }
        static double[] h(double[][] a, float s, double t) { return a[0]; }
        static void v(double[] a) { }
        static float s(float x) { return x; }
        @DerivativeRule(method = "g") static double /*!*/g1(double x) { return 1; }
        @DerivativeRule(method = "g") static float /*!*/g2(double x, int n) { return 1; }
        @DerivativeRule(method = "h", mode = DerivativeRule.Mode.TANGENT)
        static double[] /*!*/h1(double[][] a) { return a[0]; }
        @DerivativeRule(method = "h", mode = DerivativeRule.Mode.ADJOINT)
        static void /*!*/h2(double[][] a) { }
        @DerivativeRule(method = "v", mode = DerivativeRule.Mode.ADJOINT)
        static double /*!*/v1(double[] a, double[] aBar) { return 1; }
        @DerivativeRule(method = "s", mode = DerivativeRule.Mode.TANGENT)
        static void /*!*/s1(float x) { }
        """,
        "the declaration of this rule for Model.g does not fit:"
            + " write static double g1(double x, int n)",
        "the declaration of this rule for Model.g does not fit:"
            + " write static double g2(double x, int n)",
        "the declaration of this rule for Model.h does not fit:"
            + " write static DualArray h1(double[][] a, double[][] aDot,"
            + " float s, float sDot, double t, double tDot)",
        "the declaration of this rule for Model.h does not fit:"
            + " write static double[] h2(double[][] a, double[][] aBar,"
            + " float s, double t, double[] result, double[] resultBar)",
        "the declaration of this rule for Model.v does not fit:"
            + " write static void v1(double[] a, double[] aBar)",
        "the declaration of this rule for Model.s does not fit:"
            + " write static DualFloat s1(float x, float xDot)");
  }

  @Test
  void overloads() {
    assertErrors(
        """
        static double g(double x) { return x; }
        static double g(double x, double y) { return x; }
        @DerivativeRule(method = "g") static double /*!*/rule(int n) { return 1; }
        """,
        "the declaration of this rule for Model.g does not fit:"
            + " write static double rule(double x) or static double"
            + " rule(double x, double y)");
  }

  @Test
  void partialsOfArrays() {
    assertErrors(
        """
        static double g(double[] x) { return x[0]; }
        @DerivativeRule(method = "g") static double /*!*/rule(double[] x) { return 1; }
        """,
        "Model.g takes or returns arrays, so one partial derivative does not do: write a rule with"
            + " mode = TANGENT and one with mode = ADJOINT");
  }

  @Test
  void parameterThatHasNone() {
    assertErrors(
        """
        static double g(double x, int n) { return x; }
        @DerivativeRule(method = "g", parameter = 1) static double /*!*/one(double x, int n) { return 1; }
        @DerivativeRule(method = "g", parameter = 2) static double /*!*/two(double x, int n) { return 1; }
        """,
        "Model.g has no parameter 1 that is a double or a float: set parameter to the position of"
            + " the one that this rule differentiates by, from zero",
        "Model.g has no parameter 2 that is a double or a float: set parameter to the position of"
            + " the one that this rule differentiates by, from zero");
  }

  @Test
  void twoForTheSame() {
    assertErrors(
        """
        static double g(double x) { return x; }
        @DerivativeRule(method = "g") static double one(double x) { return 1; }
        @DerivativeRule(method = "g") static double /*!*/two(double x) { return 1; }
        """,
        "two and one are rules for the same derivative of Model.g: remove one of them");
  }

  @Test
  void callWithAParameterThatHasNoRule() {
    assertErrors(
        """
        static double g(double x, double y) { return x * y; }
        @DerivativeRule(method = "g") static double byX(double x, double y) { return y; }
        @Differentiable static double fine(double x) { return g(x, 3); }
        @Differentiable static double f(double x) { return g/*!*/(x, x); }
        """,
        "Model.g has no rule for its parameter 2, which is given a value that depends on an active"
            + " parameter here: add one with @DerivativeRule(method = \"g\", parameter = 1)");
  }

  @Test
  void callOfAMethodWithHalfItsRules() {
    assertErrors(
        """
        static double g(double[] x) { return x[0]; }
        @DerivativeRule(method = "g", mode = DerivativeRule.Mode.TANGENT)
        static Dual tangent(double[] x, double[] xDot) { return new Dual(x[0], xDot[0]); }
        @Differentiable static double f(double[] x) { return g/*!*/(x); }
        """,
        "Model.g has only one of the two rules that both modes need: add @DerivativeRule(method ="
            + " \"g\", mode = DerivativeRule.Mode.ADJOINT) static void gAdjoint(double[] x, double[]"
            + " xBar, double result, double resultBar)");
  }

  private static void assertErrors(String members, String... messages) {
    Diagnostics.assertErrors(
        new WengertProcessor(),
        "import org.wengert.*;\nclass Model {\n" + members + "}\n",
        messages);
  }
}
