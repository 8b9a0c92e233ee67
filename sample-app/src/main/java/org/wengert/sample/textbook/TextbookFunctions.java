package org.wengert.sample.textbook;

import org.wengert.Differentiable;

/**
 * The two functions that textbooks on automatic differentiation start with, as one would write
 * them.
 */
final class TextbookFunctions {

  private TextbookFunctions() {}

  @Differentiable
  static double productPlusSine(double x1, double x2) {
    return x1 * x2 + Math.sin(x1);
  }

  @Differentiable
  static double logarithmProductSine(double x1, double x2) {
    return Math.log(x1) + x1 * x2 - Math.sin(x2);
  }
}
