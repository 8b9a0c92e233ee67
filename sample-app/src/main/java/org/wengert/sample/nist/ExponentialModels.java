package org.wengert.sample.nist;

import org.wengert.Differentiable;

/**
 * The models that NIST files under its exponential class. Each predicts the response at every
 * predictor {@code x[i]} for the parameters {@code b}, where {@code b[0]} is NIST's b1.
 */
final class ExponentialModels {

  private ExponentialModels() {}

  @Differentiable(wrt = "b")
  static double[] misra1a(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] * (1 - Math.exp(-b[1] * x[i]));
    }
    return y;
  }

  @Differentiable(wrt = "b")
  static double[] chwirut2(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.exp(-b[0] * x[i]) / (b[1] + b[2] * x[i]);
    }
    return y;
  }

  @Differentiable(wrt = "b")
  static double[] lanczos3(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double sum = 0;
      for (int k = 0; k < b.length; k += 2) {
        sum += b[k] * Math.exp(-b[k + 1] * x[i]);
      }
      y[i] = sum;
    }
    return y;
  }

  @Differentiable(wrt = "b")
  static double[] gauss1(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] =
          b[0] * Math.exp(-b[1] * x[i])
              + peak(b[2], b[3], b[4], x[i])
              + peak(b[5], b[6], b[7], x[i]);
    }
    return y;
  }

  private static double peak(double height, double centre, double width, double x) {
    double distance = (x - centre) / width;
    return height * Math.exp(-distance * distance);
  }

  @Differentiable(wrt = "b")
  static double[] mgh17(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] + b[1] * Math.exp(-x[i] * b[3]) + b[2] * Math.exp(-x[i] * b[4]);
    }
    return y;
  }

  @Differentiable(wrt = "b")
  static double[] eckerle4(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double distance = (x[i] - b[2]) / b[1];
      y[i] = b[0] / b[1] * Math.exp(-0.5 * distance * distance);
    }
    return y;
  }

  @Differentiable(wrt = "b")
  static double[] rat43(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] / Math.pow(1 + Math.exp(b[1] - b[2] * x[i]), 1 / b[3]);
    }
    return y;
  }
}
