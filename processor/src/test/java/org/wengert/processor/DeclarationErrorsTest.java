package org.wengert.processor;

import static org.wengert.processor.Diagnostics.assertErrors;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is wrong with the declaration of an annotated method is said where it is written. */
final class DeclarationErrorsTest {

  @Test
  void methodMustBeStatic() {
    assertError(
        "class Model { @Differentiable double /*!*/f(double x) { return x; } }",
        "f is not static: only static methods are differentiated; make it static and pass what it"
            + " needs of the object as parameters");
  }

  @Test
  void methodMustNotBePrivate() {
    assertError(
        "class Model { @Differentiable private static double /*!*/f(double x) { return x; } }",
        "f is private, so that its derivatives, which stand in a class of their own in the same"
            + " package, could not call it: make it package-private");
  }

  @Test
  void methodMustHaveABody() {
    assertError(
        "interface Model { @Differentiable double /*!*/f(double x); }",
        "f has no body to differentiate: annotate the static method that does the computation");
  }

  @Test
  void methodMustNotBeNative() {
    assertError(
        "class Model { @Differentiable static native double /*!*/f(double x); }",
        "f is native: only a body in Java can be differentiated; write it in Java");
  }

  @Test
  void methodMustNotBeGeneric() {
    assertError(
        "class Model { @Differentiable static <T> double /*!*/f(double x, T t) { return x; } }",
        "f has type parameters: derivatives exist for double and float only; write these types"
            + " instead");
  }

  @Test
  void noClassAroundMayBePrivate() {
    assertError(
        """
        class Model {
          private static /*!*/class Hidden {
            static class Inner {
              @Differentiable static double f(double x) { return x; }
              @Differentiable static double g(double x) { return x; }
            }
          }
        }
        """,
        "the class Hidden is private, so that the derivatives, which stand in a class of their own"
            + " in the same package, could not call its methods: make it package-private");
  }

  @Test
  void theTangentMustNotNeedTooManyParameters() {
    String parameters =
        IntStream.range(0, 64).mapToObj(i -> "double x" + i).collect(Collectors.joining(", "));
    assertError(
        "class Model { @Differentiable static double /*!*/f(" + parameters + ") { return x0; } }",
        "f has too many parameters: with a tangent for each, its derivative would need more than"
            + " the 255 slots that a Java method can have; pass arrays instead");
  }

  @Test
  void integersHaveNoDerivative() {
    assertError(
        "class Model { @Differentiable static /*!*/int f(double x) { return (int) x; } }",
        "f returns int, which changes in steps and so has no derivative: return a double");
    assertError(
        "class Model { @Differentiable static /*!*/boolean f(double x) { return x > 0; } }",
        "f returns boolean, which changes in steps and so has no derivative: return a double");
  }

  @Test
  void otherResultsAreNotSupported() {
    for (String type : new String[] {"double[][]", "int[]", "String", "Double"}) {
      int bracket = type.lastIndexOf('[');
      String marked = new StringBuilder(type).insert(Math.max(bracket, 0), "/*!*/").toString();
      assertError(
          "class Model { @Differentiable static " + marked + " f(double x) { return null; } }",
          "f returns "
              + type
              + ": only methods that return double, float, double[], float[] or nothing can be"
              + " differentiated; return one of these, or write the result to an array parameter");
    }
  }

  @Test
  void wrtNamesParameters() {
    assertError(
        """
        class Model {
          @Differentiable(wrt = {"x", /*!*/"z"})
          static double f(double x, int n) { return x; }
        }
        """,
        "f has no parameter z: its parameters are x, n");
  }

  @Test
  void wrtNamesDifferentiableParameters() {
    assertError(
        """
        class Model {
          @Differentiable(wrt = /*!*/"label")
          static double f(double x, String label, float[][] w) { return x; }
        }
        """,
        "the parameter label is of type String, which has no derivative: the differentiable"
            + " parameters of f are x, w");
  }

  @Test
  void somethingMustBeActive() {
    assertError(
        "class Model { @Differentiable static double /*!*/f(int n) { return n; } }",
        "f has nothing to differentiate with respect to: no parameter is a double, a float or an"
            + " array of these");
  }

  @Test
  void voidMethodMustHaveAnActiveArray() {
    String message =
        "f returns nothing and writes nothing that could be differentiated: return the result, or"
            + " write it to an active array parameter";
    assertError("class Model { @Differentiable static void /*!*/f(double x) { } }", message);
    assertError(
        """
        class Model {
          @Differentiable(wrt = "x") static void /*!*/f(double x, double[] y) { }
        }
        """,
        message);
  }

  @Test
  void nameMustBeAnIdentifier() {
    assertError(
        """
        class Model {
          @Differentiable(name = /*!*/"f-2") static double f(double x) { return x; }
        }
        """,
        "\"f-2\" is not a Java identifier: the generated methods' names start with the base name");
    assertError(
        """
        class Model {
          @Differentiable(name = /*!*/"int") static double f(double x) { return x; }
        }
        """,
        "\"int\" is not a Java identifier: the generated methods' names start with the base name");
  }

  @Test
  void recordComponentsMustBeAbleToBearTheNamesOfParameters() {
    assertError(
        "class Model { @Differentiable static double f(double /*!*/value) { return value; } }",
        "the parameter is called value, and so is the result in the generated record FVjp: give the"
            + " parameter another name");
    assertError(
        "class Model { @Differentiable static double f(double[] /*!*/value) { return value[0]; } }",
        "the parameter is called value, and so is the result in the generated record FGradient:"
            + " give the parameter another name");
    assertError(
        "class Model { @Differentiable static double f(double /*!*/wait) { return wait; } }",
        "the parameter is called wait, which no component of a record may be called, and the"
            + " generated record FVjp names its components after the parameters: give the parameter"
            + " another name");
  }

  @Test
  void overloadsNeedNames() {
    assertError(
        """
        class Model {
          @Differentiable static double f(double x) { return x; }
          @Differentiable static double /*!*/f(double[] x, String s) { return x[0]; }
        }
        """,
        "f(double) and f(double[], String) would both generate fReverse: give one of them a base"
            + " name of its own with @Differentiable(name = \"...\")");
  }

  @Test
  void givenNamesMustNotCollide() {
    assertError(
        """
        class Model {
          @Differentiable(name = "g") static double[] f(double[] x) { return x; }
          @Differentiable static void /*!*/g(double[] x) { }
        }
        """,
        "f(double[]) and g(double[]) would both generate gJvp: give one of them a base name of its"
            + " own with @Differentiable(name = \"...\")");
    assertError(
        """
        class Model {
          @Differentiable static double f(double x) { return x; }
          @Differentiable(wrt = "x")
          static double /*!*/fJvp(double[] x, double y, double z) { return x[0]; }
        }
        """,
        "f(double) and fJvp(double[], double, double) would both generate fJvp: give one of them a"
            + " base name of its own with @Differentiable(name = \"...\")");
  }

  @Test
  void taylorSeriesMustNotCollide() {
    assertError(
        """
        class Model {
          @Differentiable(taylor = true) static double f(double x) { return x; }
          @Differentiable(wrt = "z", name = "fTaylor")
          static double /*!*/g(double x, double y, int n, double z) { return z; }
        }
        """,
        "f(double) and g(double, double, int, double) would both generate fTaylor: give one of them"
            + " a base name of its own with @Differentiable(name = \"...\")");
  }

  @Test
  void siblingMustNotExist() {
    assertError(
        """
        /*!*/class Model { @Differentiable static double f(double x) { return x; } }
        class ModelDerivatives { }
        """,
        "the derivatives of Model go to a class ModelDerivatives, but there is one in the sources"
            + " already: give yours another name");
  }

  @Test
  void everythingIsSaidAtOnce() {
    assertErrors(
        new WengertProcessor(),
        """
        class Model {
          @Differentiable(wrt = /*!*/"y", order = /*!*/7)
          double /*!*/f(double x, byte b) { return x; }
          @Differentiable static /*!*/int g(double x) { return 1; }
        }
        """,
        "f has no parameter y: its parameters are x, b",
        "there are no derivatives of order 7: write an order from 1 to 6",
        "f is not static: only static methods are differentiated; make it static and pass what it"
            + " needs of the object as parameters",
        "g returns int, which changes in steps and so has no derivative: return a double");
  }

  private static void assertError(String classes, String message) {
    assertErrors(new WengertProcessor(), classes, message);
  }
}
