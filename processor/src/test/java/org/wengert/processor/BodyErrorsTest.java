package org.wengert.processor;

import static org.wengert.processor.Diagnostics.assertErrors;

import org.junit.jupiter.api.Test;

/** What is wrong with a body is said at the very expression, and only of the method it is in. */
final class BodyErrorsTest {

  @Test
  void callWithoutDerivative() {
    assertError(
        "@Differentiable static double f(double x) { return x + Double.hashCode/*!*/(x); }",
        "Double.hashCode has no derivative, but is given a value that depends on an active"
            + " parameter: give it a @DerivativeRule, or write what it does as a static method of"
            + " this file");
  }

  @Test
  void callOfAnObject() {
    assertError(
        """
        double g(double[] w) { return 1; }
        @Differentiable static double f(Model m, double[] w) { return m.g/*!*/(w) * w[0]; }
        """,
        "Model.g is a method of an object, which a derivative does not follow: make it static and"
            + " pass what it needs as parameters");
  }

  @Test
  void callOfAnObjectWithoutOne() {
    assertError(
        """
        double g(double[] w) { return 1; }
        @Differentiable static double f(double[] w) { return Model.g/*!*/(w) * w[0]; }
        """,
        "Model.g is a method of an object, which a derivative does not follow: make it static and"
            + " pass what it needs as parameters");
  }

  @Test
  void storeInStaticField() {
    assertError(
        """
        static double last;
        @Differentiable static double f(double x) { /*!*/last = x; return x; }
        """,
        "the field last is assigned here: a derivative only follows locals, parameters and array"
            + " elements; return the value or write it to an array parameter instead");
  }

  @Test
  void hiddenStaticField() {
    assertError(
        """
        private static class Inner { static final double[] TABLE = {1, 2}; }
        @Differentiable static double f(double x) { return Inner/*!*/.TABLE[0] * x; }
        """,
        "TABLE is not visible to the generated class, which reads it too: drop 'private' where its"
            + " class or its record is declared, or pass its value as a parameter");
  }

  @Test
  void copyBetweenTypes() {
    assertError(
        """
        @Differentiable static double f(double[] w, int[] k) {
          System.arraycopy/*!*/(k, 0, w, 0, 1);
          return w[0];
        }
        """,
        "the elements of a int[] cannot be copied to a double[], which Java refuses too when it gets"
            + " here: copy them one by one");
  }

  @Test
  void storeInStaticArray() {
    assertError(
        """
        static final double[] SCRATCH = new double[2];
        @Differentiable static double f(double x) {
          SCRATCH[1] = 2;
          SCRATCH[0] /*!*/= x;
          return SCRATCH[0];
        }
        """,
        "a value that depends on an active parameter is stored in the array in the static field"
            + " 'SCRATCH', so its derivative would be lost; store it in a local array or an array"
            + " parameter");
  }

  @Test
  void staticArrayAmongActiveOnes() {
    assertError(
        """
        static final double[] TABLE = {1, 2};
        @Differentiable static double f(double[] w, double x) {
          double[] a = x > 2 /*!*/? TABLE : w;
          return a[0];
        }
        """,
        "an array variable may refer to the array in the static field 'TABLE', which is a constant,"
            + " or to an array that carries a derivative, so its elements cannot be told apart; use"
            + " separate variables, or 'TABLE.clone()'");
  }

  @Test
  void staticArrayPassedOn() {
    assertError(
        """
        static final double[] TABLE = {1, 2};
        @Differentiable static double f(double x, int n) { return n > 0 ? g/*!*/(x, TABLE, n) : x; }
        @Differentiable static double g(double x, double[] w, int n) {
          w[0] = x;
          return n > 1 ? g(x, w, n - 1) : w[0];
        }
        """,
        "the array in the static field 'TABLE' is passed to Model.g, which may store values in it"
            + " that depend on an active parameter, so their derivatives would be lost; pass"
            + " 'TABLE.clone()' or an array parameter");
  }

  @Test
  void nothingButExceptions() {
    assertError(
        """
        @Differentiable static double /*!*/f(double x, boolean b) {
          if (b) throw new IllegalStateException(); else throw new ArithmeticException();
        }
        """,
        "f always throws, so it has no result to differentiate: remove the annotation, or return"
            + " a value in some case");
  }

  @Test
  void storeInConstantArray() {
    assertError(
        """
        @Differentiable(wrt = "x")
        static double f(double x, double[] c) { c[0] /*!*/= x; return c[0]; }
        """,
        "a value that depends on an active parameter is stored in 'c', which is not listed in wrt,"
            + " so its derivative would be lost; add 'c' to wrt or store into a local array");
  }

  @Test
  void synchronizedStatement() {
    assertError(
        """
        @Differentiable static double f(double x) { /*!*/synchronized (Model.class) { return x; } }
        """,
        "synchronized has no derivative, which would need the lock at another time: synchronize"
            + " where the method is called");
  }

  @Test
  void tryStatement() {
    assertError(
        "@Differentiable static double f(double x) { /*!*/try { return x; } finally { } }",
        "try has no derivative, because where an exception leaves off is not known in advance:"
            + " catch exceptions where the method is called, and test for bad values with if");
  }

  @Test
  void lambda() {
    assertError(
        """
        @Differentiable static double f(double x) {
          java.util.function.DoubleUnaryOperator square = /*!*/y -> y * y;
          return square.applyAsDouble(x);
        }
        """,
        "a lambda is an object, which a derivative does not"
            + " follow: write its body in place, or as a static method of this file"
            + " and call that");
  }

  @Test
  void methodReference() {
    assertError(
        """
        @Differentiable static double f(double x) {
          java.util.function.DoubleUnaryOperator sin = /*!*/Math::sin;
          return sin.applyAsDouble(x);
        }
        """,
        "a method reference is an object, which a"
            + " derivative does not follow: call the method directly");
  }

  @Test
  void newObject() {
    assertError(
        """
        @Differentiable static double f(double x) { return (/*!*/new Model()).hashCode() * x; }
        """,
        "creating an object has no derivative: only numbers, booleans, arrays and records of this"
            + " source file are followed; keep the values in one of these instead");
  }

  @Test
  void boxedValue() {
    assertError(
        "@Differentiable static double f(Integer n, double x) { return /*!*/n * x; }",
        "values of type java.lang.Integer are not supported, because a derivative computes with"
            + " numbers, not with objects that hold them: declare it as int");
  }

  @Test
  void recursionWithRows() {
    assertError(
        """
        static double[][] g(double x, int n) { return n > 0 ? g(x, n - 1) : new double[n][n]; }
        @Differentiable static double f(double x) { return g/*!*/(x, 3)[0][0]; }
        """,
        "g calls itself and returns a double[][], which is not supported: write the result to an"
            + " array parameter");
  }

  @Test
  void activeArgumentForAConstant() {
    assertError(
        """
        @Differentiable(wrt = "x")
        static double f(double x, double y) { return x > 1 ? f/*!*/(x - 1, x) : y; }
        """,
        "Model.f is not differentiated with respect to its parameter 2, which is given a value that"
            + " depends on an active parameter here: add that parameter to wrt of Model.f");
  }

  @Test
  void arrayFromElsewhereThatIsWritten() {
    assertError(
        """
        static native double[] weights();
        @Differentiable static double f(double x) {
          double[] w = weights/*!*/();
          w[0] = x;
          return w[0] * w[1];
        }
        """,
        "the array that Model.weights returns here comes to hold values that depend on an active"
            + " parameter, whose derivatives would be lost: work on a clone of it");
  }

  @Test
  void callThatTheGeneratedClassCannotMake() {
    assertError(
        """
        static class Base extends java.net.URLClassLoader {
          Base() { super(null); }
          @Differentiable static double f(double x) {
            return registerAsParallelCapable/*!*/() ? x : 1;
          }
        }
        """,
        "ClassLoader.registerAsParallelCapable is not visible to the generated class, which calls"
            + " it too: make it public, or package-private where it stands in the same package");
  }

  @Test
  void switchOverBox() {
    assertError(
        """
        @Differentiable static double f(double x, Character c) {
          switch (/*!*/c) { case 'a': return x; default: return 2 * x; }
        }
        """,
        "a switch over a value of type java.lang.Character is not supported: only numbers, enums and"
            + " strings select a case here; decide outside and pass an int");
  }

  @Test
  void assertion() {
    assertError(
        "@Differentiable static double f(double x, int n) { assert n++ /*!*/> 0; return x * n; }",
        "the condition of this assert changes something, so that the method would compute something"
            + " else where assertions are enabled: do that in a statement of its own");
  }

  @Test
  void recordsInCallsThatStayCalls() {
    assertError(
        """
        record Point(double x, double y) {}
        @Differentiable static double f(double x) { return g/*!*/(x, 3).x() + h(/*!*/new Point(x, 1), 3); }
        static Point g(double x, int n) {
          return n == 0 ? new Point(x, x) : g(x * x, n - 1);
        }
        static double h(Point p, int n) { return n == 0 ? p.x() : h(p, n - 1); }
        """,
        "Model.g returns the record p.Model.Point from a call that is not read in place, because the"
            + " method calls itself or stands in another file: return a number, or write to an array"
            + " parameter",
        "Model.h takes a p.Model.Point here, a record, which a call that stays one cannot hand over:"
            + " pass its components");
  }

  /** Else the compiler would not find what other code uses, and say so. */
  @Test
  void methodsWithoutErrorsAreGenerated() {
    assertErrors(
        new WengertProcessor(),
        """
        class Model {
          @Differentiable static double good(double x) { return x * x; }
          @Differentiable static double bad(double x) {
            /*!*/synchronized (Model.class) { return x; }
          }
          @Differentiable static /*!*/int worse(double x) { return 1; }
          static ModelDerivatives.GoodGradient user() {
            return ModelDerivatives.goodGradient(3);
          }
        }
        """,
        "synchronized has no derivative, which would need the lock at another time: synchronize"
            + " where the method is called",
        "worse returns int, which changes in steps and so has no derivative: return a double");
  }

  private static void assertError(String members, String... messages) {
    assertErrors(new WengertProcessor(), "class Model {\n" + members + "\n}", messages);
  }
}
