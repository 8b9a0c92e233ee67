package org.wengert.processor;

import static org.wengert.processor.Diagnostics.assertErrors;

import org.junit.jupiter.api.Test;

/** What is wrong with a body is said at the very expression, and only of the method it is in. */
final class BodyErrorsTest {

  @Test
  void everyMethodIsReported() {
    assertErrors(
        new WengertProcessor(),
        """
        class Model {
          static double field;
          @Differentiable static double f(double x) {
            /*!*/field = x;
            return x;
          }
          @Differentiable static double g(double x) {
            double y = x;
            Model/*!*/.field = y;
            return y;
          }
        }
        """,
        "the field field is assigned here: a derivative only follows locals, parameters and array"
            + " elements; return the value or write it to an array parameter instead",
        "the field Model.field is assigned here: a derivative only follows locals, parameters and"
            + " array elements; return the value or write it to an array parameter instead");
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
          @Differentiable static int /*!*/worse(double x) { return 1; }
          static ModelDerivatives.GoodGradient user() {
            return ModelDerivatives.goodGradient(3);
          }
        }
        """,
        "synchronized has no derivative, which would need the lock at another time: synchronize"
            + " where the method is called",
        "worse returns int, which changes in steps and so has no derivative: return a double");
  }
}
