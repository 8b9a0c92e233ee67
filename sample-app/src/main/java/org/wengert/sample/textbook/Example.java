package org.wengert.sample.textbook;

import java.util.List;
import org.wengert.ScalarFunction;

/**
 * One worked example.
 *
 * @param formula the function as text
 * @param function the function as one would write it; the others are the same in pieces
 * @param points where it is worked
 */
record Example(
    String formula,
    ScalarFunction function,
    List<Step> steps,
    Trace.Forward forward,
    Trace.Reverse reverse,
    List<double[]> points) {

  /** {@code x1*x2 + sin(x1)} at a few points. */
  static final Example PRODUCT_PLUS_SINE =
      new Example(
          "x1*x2 + sin(x1)",
          TextbookFunctionsDerivatives.productPlusSine(),
          List.of(
              new Step("v-1", "x1", "x1'", "v1_ * v0 + v2_ * cos v-1"),
              new Step("v0", "x2", "x2'", "v1_ * v-1"),
              new Step("v1", "v-1 * v0", "v-1' * v0 + v-1 * v0'", "v3_"),
              new Step("v2", "sin v-1", "v-1' * cos v-1", "v3_"),
              new Step("v3", "v1 + v2", "v1' + v2'", "y_")),
          TracedFunctionsDerivatives::productPlusSineJvp,
          TracedFunctionsDerivatives::productPlusSineVjp,
          List.of(new double[] {2, 3}, new double[] {0, 1}, new double[] {Math.PI, -1}));

  /** {@code ln(x1) + x1*x2 - sin(x2)} at (2, 5), as worked by Baydin and others (2018). */
  static final Example LOGARITHM_PRODUCT_SINE =
      new Example(
          "ln(x1) + x1*x2 - sin(x2)",
          TextbookFunctionsDerivatives.logarithmProductSine(),
          List.of(
              new Step("v-1", "x1", "x1'", "v1_ / v-1 + v2_ * v0"),
              new Step("v0", "x2", "x2'", "v2_ * v-1 + v3_ * cos v0"),
              new Step("v1", "ln v-1", "v-1' / v-1", "v4_"),
              new Step("v2", "v-1 * v0", "v-1' * v0 + v-1 * v0'", "v4_"),
              new Step("v3", "sin v0", "v0' * cos v0", "-v5_"),
              new Step("v4", "v1 + v2", "v1' + v2'", "v5_"),
              new Step("v5", "v4 - v3", "v4' - v3'", "y_")),
          TracedFunctionsDerivatives::logarithmProductSineJvp,
          TracedFunctionsDerivatives::logarithmProductSineVjp,
          List.of(new double[] {2, 5}));

  Trace at(double[] x) {
    return Trace.of(forward, reverse, x, steps.size());
  }
}
