package org.wengert.sample.nist;

import org.wengert.Differentiable;

/**
 * The models that NIST files under its rational class: quotients of polynomials. Each predicts the
 * response at every predictor {@code x[i]} for the parameters {@code b}, where {@code b[0]} is
 * NIST's b1.
 */
final class RationalModels {

  private RationalModels() {}

  @Differentiable(wrt = "b")
  static double[] kirby2(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double numerator = b[0] + x[i] * (b[1] + x[i] * b[2]);
      double denominator = 1 + x[i] * (b[3] + x[i] * b[4]);
      y[i] = numerator / denominator;
    }
    return y;
  }

  @Differentiable(wrt = "b")
  static double[] hahn1(double[] b, double[] x) {
    return cubicOverCubic(b, x);
  }

  @Differentiable(wrt = "b")
  static double[] thurber(double[] b, double[] x) {
    return cubicOverCubic(b, x);
  }

  private static double[] cubicOverCubic(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double numerator = b[0] + x[i] * (b[1] + x[i] * (b[2] + x[i] * b[3]));
      double denominator = 1 + x[i] * (b[4] + x[i] * (b[5] + x[i] * b[6]));
      y[i] = numerator / denominator;
    }
    return y;
  }

  @Differentiable(wrt = "b")
  static double[] mgh09(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double square = x[i] * x[i];
      y[i] = b[0] * (square + x[i] * b[1]) / (square + x[i] * b[2] + b[3]);
    }
    return y;
  }
}
