package org.wengert.sample.nist;

import org.wengert.Differentiable;

/**
 * The models that NIST files under its miscellaneous class. Each predicts the response at every
 * predictor {@code x[i]} for the parameters {@code b}, where {@code b[0]} is NIST's b1.
 */
final class MiscellaneousModels {

  private MiscellaneousModels() {}

  @Differentiable(wrt = "b")
  static double[] misra1b(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] * (1 - Math.pow(1 + b[1] * x[i] / 2, -2));
    }
    return y;
  }

  @Differentiable(wrt = "b")
  static double[] danWood(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] * Math.pow(x[i], b[1]);
    }
    return y;
  }

  @Differentiable(wrt = "b")
  static double[] bennett5(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] * Math.pow(b[1] + x[i], -1 / b[2]);
    }
    return y;
  }
}
