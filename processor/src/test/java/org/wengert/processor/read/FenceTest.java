package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

/** What has no place on a tape is refused at its very place, in words that say what to do. */
class FenceTest {
  @Test
  void lambdas() {
    Rejection.of(
            """
            static double f(double x) {
              java.util.function.DoubleUnaryOperator g = «y -> y * x»;
              return x;
            }
            """)
        .says(
            "a lambda is an object, which a derivative does not"
                + " follow: write its body in place, or as a static method of this"
                + " file and call that");
  }

  @Test
  void methodReferences() {
    Rejection.of(
            """
            static double f(double x) {
              java.util.function.DoubleUnaryOperator g = «Math::sin»;
              return x;
            }
            """)
        .says(
            "a method reference is an object, which a"
                + " derivative does not follow: call the method directly");
  }

  @Test
  void tryAndWhatIsInside() {
    Rejection.of(
            """
            static double f(double x) {
              «try {
                x++;
              } finally {
                «synchronized (String.class) {
                  x = 2 * x;
                }»
              }»
              return x;
            }
            """)
        .says(
            "try has no derivative, because where an exception leaves off is not known in advance:"
                + " catch exceptions where the method is called, and test for bad values with if",
            "synchronized has no derivative, which would need the lock at another time:"
                + " synchronize where the method is called");
  }

  @Test
  void instanceOf() {
    Rejection.of(
            """
            static double f(Object x) {
              return «x instanceof Double» ? 1 : 2;
            }
            """)
        .says(
            "instanceof is not supported: a derivative computes with numbers, booleans and arrays,"
                + " whose types are known; decide outside and pass a boolean");
  }

  @Test
  void classes() {
    Rejection.of(
            """
            static double f(double x) {
              «class Local {}»
              «record Pair(double a) {}»
              Object o = «new Object() {}»;
              o = «new Object()»;
              o = «double.class»;
              return x;
            }
            """)
        .says(
            "a class declared in a method is for objects,"
                + " which a derivative does not follow: write its code as static methods of"
                + " this file and call those",
            "a record declared in a method is not known to annotation processors: declare it in the"
                + " class instead",
            "an anonymous class makes an object, which a derivative"
                + " does not follow: write its code as a static method of this file"
                + " and call that",
            "creating an object has no derivative: only numbers, booleans, arrays and records of"
                + " this source file are followed; keep the values in one of these instead",
            "a class literal has no place in a derivative, which computes with numbers and booleans"
                + " only: do this outside of the differentiated method");
  }

  @Test
  void thrownVariables() {
    Rejection.of(
            """
            static double f(double x, RuntimeException e) {
              if (x > 0) «throw e;»
              if (x < 0) «throw new RuntimeException() {};»
              return x;
            }
            """)
        .says(
            "an exception that is made elsewhere is an object, which a"
                + " derivative does not follow: write 'throw new SomeException(...)' here",
            "an exception that is made elsewhere is an object, which a"
                + " derivative does not follow: write 'throw new SomeException(...)' here");
  }

  @Test
  void inCalledMethods() {
    Rejection.of(
            """
            static double f(double x) {
              return g(x) + 1;
            }
            static double g(double x) {
              return h(x);
            }
            static double h(double x) {
              «synchronized (String.class) { x++; }»
              return x;
            }
            """)
        .says(
            "synchronized has no derivative, which would need the lock at another time: synchronize"
                + " where the method is called (in h, which is differentiated too because g calls"
                + " it)");
  }
}
