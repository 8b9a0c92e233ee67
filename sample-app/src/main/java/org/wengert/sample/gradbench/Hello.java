package org.wengert.sample.gradbench;

import org.wengert.Differentiable;

/** The suite's first greeting: the square of a number. */
final class Hello {

  private Hello() {}

  @Differentiable
  static double square(double x) {
    return x * x;
  }
}
