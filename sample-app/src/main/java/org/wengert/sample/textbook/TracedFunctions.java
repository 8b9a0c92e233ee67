package org.wengert.sample.textbook;

import org.wengert.Differentiable;

/**
 * The same functions taken to pieces, one elementary operation for each entry of {@code v}, so that
 * their derivatives tell what every intermediate value does.
 *
 * <p>{@code v} is written only, and its tangents are the tangent trace. Each step adds one entry of
 * {@code e}, which is zero: the adjoint of that entry is the derivative of the result by a small
 * disturbance of the step, and that is the definition of the adjoint of the intermediate value.
 * {@code v[k]} is the textbook's v with the index k - 1.
 */
final class TracedFunctions {

  private TracedFunctions() {}

  @Differentiable
  static double productPlusSine(double[] x, double[] e, double[] v) {
    v[0] = x[0] + e[0];
    v[1] = x[1] + e[1];
    v[2] = v[0] * v[1] + e[2];
    v[3] = Math.sin(v[0]) + e[3];
    v[4] = v[2] + v[3] + e[4];
    return v[4];
  }

  @Differentiable
  static double logarithmProductSine(double[] x, double[] e, double[] v) {
    v[0] = x[0] + e[0];
    v[1] = x[1] + e[1];
    v[2] = Math.log(v[0]) + e[2];
    v[3] = v[0] * v[1] + e[3];
    v[4] = Math.sin(v[1]) + e[4];
    v[5] = v[2] + v[3] + e[5];
    v[6] = v[5] - v[4] + e[6];
    return v[6];
  }
}
