package org.wengert.processor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.wengert.processor.Diagnostics.assertErrors;
import static org.wengert.processor.Diagnostics.assertRanges;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * All that is wrong with one method is said in one build, whichever stage finds it; what only
 * follows from it is not said.
 */
final class SeveralErrorsTest {
  private static final String LAMBDA =
      "a lambda is an object, which a derivative does not follow: write its body in place, or as a"
          + " static method of this file and call that";
  private static final String RANDOM =
      "Math.random is not one of the functions whose derivatives are known: call it outside and"
          + " pass its result as a parameter";
  private static final String BITS =
      "Double.doubleToLongBits has no derivative, but is given a value that depends on an active"
          + " parameter: give it a @DerivativeRule, or write what it does as a static method of this"
          + " file";
  private static final String TRY =
      "try has no derivative, because where an exception leaves off is not known in advance: catch"
          + " exceptions where the method is called, and test for bad values with if";
  private static final String INSTANCE_OF =
      "instanceof is not supported: a derivative computes with numbers, booleans and arrays, whose"
          + " types are known; decide outside and pass a boolean";
  private static final String NOWHERE =
      "there is no loop, switch or label around this that it could lead out of, which the compiler"
          + " reports too: remove it";
  private static final String BOX =
      "values of type java.lang.Double are not supported, because a derivative computes with"
          + " numbers, not with objects that hold them: declare it as double";

  /** Each with an error; none says anything of another. */
  private static final List<String> STATEMENTS =
      List.of(
          "{ Object o = «new Object()»; o.hashCode(); }",
          "{ «Double» d = x; s += d; }",
          "{ s += «Math.random()»; }",
          "{ s += «Double.doubleToLongBits(x)»; }",
          "{ java.util.function.DoubleUnaryOperator u = «v -> v»; s += u.applyAsDouble(x); }",
          "{ «try { s++; } finally { s--; }» }",
          "{ «synchronized (c) { s++; }» }",
          "{ double d = «missing»; s *= d; }",
          "{ s += «one» + Math.sin(«two» * x) + c[«three»] + (x > 0 ? «four» : (double) «five»); }",
          "{ if («(Object) c instanceof Double d» && d > «p» || java.lang.Math.PI > x) { s++; } }",
          "{ var d = «six» + «seven»; s += d; switch ((int) «eight» + «nine») { default: s++; } }",
          "{ switch ((int) «ten») { case 1: s += «eleven»; break; default: s++; } }",
          "{ s += switch ((int) «twelve») { case 1 -> { s += «thirteen»; yield 2; } default -> x; }; }",
          "{ var d = «absent» + x; s += d * d; while (d > s) { s++; } }",
          "{ «Absent» d = null; s += d.x(); }",
          "{ for (double each : «nothing») { s += each; } }",
          "{ «last» = x; }",
          "{ «TABLE[0] = x»; s += TABLE[0]; }",
          "{ «c[0] = x»; c[1] = s; }",
          "{ double[] a = «n > 2 ? d : w»; s += a[0]; }",
          "{ if («(Object) c instanceof double[]») { s++; } }",
          "{ assert «n++ > 0»; }",
          "{ «class Local {}» }",
          "{ «record Pair(double a) {}» s += new Pair(x).a(); }",
          "{ Object k = «double.class»; }",
          "{ switch («box») { default: s++; } }",
          "{ if (x < 0) «throw e;» }",
          "{ if (x < 0) throw «new Exception()»; }",
          "{ if (x < 0) throw new ArithmeticException(\"bad \" + «c»); }",
          "{ double[][] rows = {c, c}; s += «rows[0].hashCode()»; }",
          "{ int k = «helper(x)» ? 1 : 2; s += k; }");

  @Test
  void variablesOfRecordPatternsAreNotUnknown() {
    assumeTrue(Runtime.version().feature() >= 21);
    for (String statements :
        List.of(
            "if («o instanceof Pair(double a, double b)» && a > b) { return a; }",
            "if (!(«o instanceof Pair(var a, var b)»)) { return x; } x += a * b;",
            "if («one» > x && «o instanceof Pair(var a, var b)» && a > b) { x++; }")) {
      assertRanges(
          new WengertProcessor(),
          """
          class Model {
            record Pair(double first, double second) {}
            @Differentiable static double f(double x, Object o) {
              %s
              return x;
            }
          }
          """
              .formatted(statements));
    }
  }

  /** In whatever order. */
  @Test
  void noneHidesAnother() {
    List<String> reversed = new ArrayList<>(STATEMENTS);
    Collections.reverse(reversed);
    for (List<String> statements : List.of(STATEMENTS, reversed)) {
      assertRanges(
          new WengertProcessor(),
          """
          class Model {
            static final double[] TABLE = {1, 2};
            static double last;
            static native boolean helper(double x);
            @Differentiable(wrt = {"x", "w"})
            static double f(double x, double[] w, double[] c, double[] d, int n, Integer box,
                RuntimeException e) {
              double s = x;
              %s
              return s;
            }
          }
          """
              .formatted(String.join("\n", statements)));
    }
  }

  /** Syntax, names, types, calls, and where derivatives would be lost. */
  @Test
  void ofAllStages() {
    assertError(
        """
        static final double[] TABLE = {1, 2};
        @Differentiable static double f(double x) {
          java.util.function.DoubleUnaryOperator square = /*!*/«v -> v * v»;
          double a = /*!*/«missing» * x;
          /*!*/«Double» box = x;
          double r = «Math.random/*!*/()» * x;
          double bits = «Double.doubleToLongBits/*!*/(x)»;
          «TABLE[0] /*!*/= x»;
          return square.applyAsDouble(a) + box + r + bits;
        }
        """,
        LAMBDA,
        unknown("missing"),
        BOX,
        RANDOM,
        BITS,
        "a value that depends on an active parameter is stored in the array in the static field"
            + " 'TABLE', so its derivative would be lost; store it in a local array or an array"
            + " parameter");
  }

  @Test
  void insideOfWhatIsRefused() {
    assertError(
        """
        @Differentiable static double f(double x) {
          double s = 0;
          /*!*/«try {
            s = «Math.random/*!*/()» + «Double.doubleToLongBits/*!*/(x)»;
          } finally {
            s++;
          }»
          if (/*!*/«absent» > x) {
            s += /*!*/«unknown»;
          }
          while (s < «Math.random/*!*/()») {
            s++;
          }
          return s;
        }
        """,
        TRY,
        RANDOM,
        BITS,
        unknown("absent"),
        unknown("unknown"),
        RANDOM);
  }

  @Test
  void severalNames() {
    assertError(
        """
        @Differentiable static double f(double x, double[] w) {
          /*!*/«Absent» a = null;
          var b = /*!*/«missing»;
          for (var v : /*!*/«nothing») {
            x += v;
          }
          switch (/*!*/«gone») {
            case 1: x = 2; break;
            default: x = 3;
          }
          return a.x() + b;
        }
        """,
        "cannot differentiate this: no type 'Absent' is known here; the compiler may say more",
        unknown("missing"),
        unknown("nothing"),
        unknown("gone"));
  }

  @Test
  void inWhatIsThrown() {
    assertError(
        """
        @Differentiable static double f(double x) {
          if (x < 0) throw new IllegalStateException("x" + /*!*/«typo» + (/*!*/«slip» + 1));
          if (x < 1) throw (new ArithmeticException(«foo/*!*/(x)»));
          if (x < 2) throw new /*!*/«NoSuchClass»("x");
          if (x < 3) throw /*!*/«new IllegalArgumentException("x", x, 3)»;
          assert x > 4 : /*!*/«missing»;
          assert x > 5 : ("x" + (/*!*/«absent»));
          return «Math.random/*!*/()» * x;
        }
        """,
        unknown("typo"),
        unknown("slip"),
        "cannot differentiate this: no method 'foo' is known here; the compiler may say more",
        "cannot differentiate this: no type 'NoSuchClass' is known here; the compiler may say more",
        "cannot differentiate this: no 'IllegalArgumentException' takes these arguments; the"
            + " compiler may say more",
        unknown("missing"),
        unknown("absent"),
        RANDOM);
  }

  @Test
  void behindPatterns() {
    assertErrors(
        new WengertProcessor(),
        """
        class Model {
          record Pt(double a) {}
          @Differentiable(wrt = "x") static double f(double x, Object o) {
            if (!(«o /*!*/instanceof Pt p»)) { return x; }
            p = new Pt(p.a() + p.a);
            while (!(«o /*!*/instanceof double[] a»)) { x++; }
            for (double each : a) { x += each; }
            a[0] += a.length;
            if («o /*!*/instanceof Double d» && d > 1) { x += d; }
            if («o /*!*/instanceof String s») { throw new ArithmeticException(s); }
            boolean b = «o /*!*/instanceof Pt q» && q.a() > 1;
            if (b) { throw new ArithmeticException("b" + p); }
            return «Math.random/*!*/()» * g(p, x);
          }
          static double g(Pt p, double x) { return p.a() * x; }
        }
        """,
        INSTANCE_OF,
        INSTANCE_OF,
        INSTANCE_OF,
        INSTANCE_OF,
        INSTANCE_OF,
        RANDOM);
  }

  @Test
  void ofJumpsToUnknownLabels() {
    assertError(
        """
        @Differentiable static double f(double x) {
          while (x < 3) {
            x++;
            /*!*/«break zzz;»
          }
          for (int i = 0; i < 3; i++) {
            x++;
            /*!*/«continue zzz;»
          }
          a: {
            do {
              if (x > 7) /*!*/«continue a;»
              if (x > 8) break a;
              x++;
            } while (x < 9);
          }
          return «Math.random/*!*/()» * x;
        }
        """,
        NOWHERE,
        NOWHERE,
        NOWHERE,
        RANDOM);
  }

  @Test
  void ofOperandsThatNoOperatorTakes() {
    assertError(
        """
        @Differentiable static double f(double x, boolean b, int n) {
          final int v = 2;
          x += /*!*/«0.1» << v;
          x += 3 >>> «0.5f /*!*/+ n»;
          x += 3 & /*!*/«1.5»;
          x += ~/*!*/«2.5»;
          x += !/*!*/«1» ? 2 : 3;
          x += /*!*/«true» < 3 ? 2 : 3;
          x += /*!*/«true» < false ? 2 : 3;
          /*!*/«x» <<= 1;
          n |= /*!*/«0.5»;
          /*!*/«b» -= b;
          /*!*/«b» += true;
          x += («5 % 2 /*!*/== true» ? 1 : 0) * x;
          x += («true /*!*/!= 1.5» ? 1 : 0) * x;
          x += («true /*!*/& 1» ? 1 : 0) * x;
          x += 1 - /*!*/«"s"»;
          final int k = /*!*/«true»;
          final boolean c = /*!*/«3»;
          return «Math.random/*!*/()» * x;
        }
        """,
        notA("double", "whole number"),
        notA("float", "whole number"),
        notA("double", "whole number"),
        notA("double", "whole number"),
        notA("int", "boolean"),
        notA("boolean", "number"),
        notA("boolean", "number"),
        notA("double", "whole number"),
        notA("double", "whole number"),
        notA("boolean", "number"),
        notA("boolean", "number"),
        mismatched("==", "int", "boolean"),
        mismatched("!=", "boolean", "double"),
        mismatched("&", "boolean", "int"),
        notA("java.lang.String", "number"),
        misfit("true", "int"),
        misfit("3", "boolean"),
        RANDOM);
  }

  @Test
  void ofSeveralLosses() {
    assertError(
        """
        static native double[] weights();
        @Differentiable(wrt = "x") static double f(double x, double[] c, double[] d) {
          «c[0] /*!*/= x»;
          c[1] = x;
          «d[1] /*!*/= x»;
          double[] w = «weights/*!*/()»;
          w[0] = x;
          return «Double.doubleToLongBits/*!*/(c[0] + d[1])» + w[0];
        }
        """,
        constant("c"),
        constant("d"),
        "the array that Model.weights returns here comes to hold values that depend on an active"
            + " parameter, whose derivatives would be lost: work on a clone of it",
        BITS);
  }

  @Test
  void ofHelpers() {
    assertError(
        """
        @Differentiable static double f(double x) { return g(x) + g(x) + «Math.random/*!*/()»; }
        static double g(double x) {
          Runnable r = /*!*/«() -> {}»;
          r.run();
          return «Math.random/*!*/()» * x;
        }
        """,
        RANDOM,
        LAMBDA + " (in g, which is differentiated too because f calls it)",
        RANDOM + " (in g, which is differentiated too because f calls it)");
  }

  @Test
  void ofWhatIsAskedFor() {
    assertError(
        """
        @Differentiable(taylor = true, order = 2) static double f(double[][] a) {
          «a[0] /*!*/= a[1].clone()»;
          return a[0][0];
        }
        @Differentiable(wrt = /*!*/«"y"», order = /*!*/«7») static double g(double x) {
          double a = /*!*/«missing»;
          return «Math.random/*!*/()» * a;
        }
        """,
        "this may write into an array that the method is given, and Taylor series of what is left"
            + " there are not supported: write into a clone, or drop taylor = true",
        "g has no parameter y: its parameters are x",
        "there are no derivatives of order 7: write an order from 1 to 6",
        unknown("missing"),
        RANDOM);
  }

  private static String unknown(String name) {
    return "cannot differentiate this: no variable '"
        + name
        + "' is known here; the compiler may say more";
  }

  private static String notA(String type, String wanted) {
    return "cannot differentiate this: '%s' is not a %s; the compiler may say more"
        .formatted(type, wanted);
  }

  private static String mismatched(String operator, String left, String right) {
    return "the operator %s cannot be differentiated with operands of type %s and %s: it needs two numbers, two booleans, or two arrays or enums that are compared"
        .formatted(operator, left, right);
  }

  private static String misfit(String value, String type) {
    return "a value of type %s does not fit where one of type %s is needed, which the compiler reports too: convert it"
        .formatted(value, type);
  }

  private static String constant(String array) {
    return "a value that depends on an active parameter is stored in '%1$s', which is not listed in wrt, so its derivative would be lost; add '%1$s' to wrt or store into a local array"
        .formatted(array);
  }

  private static void assertError(String members, String... messages) {
    assertErrors(new WengertProcessor(), "class Model {\n" + members + "\n}", messages);
  }
}
