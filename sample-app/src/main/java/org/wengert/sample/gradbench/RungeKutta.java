package org.wengert.sample.gradbench;

import org.wengert.Differentiable;

/** The classical Runge-Kutta method of order four, on a chain of differential equations. */
public final class RungeKutta {

  private static final double END = 2;

  private RungeKutta() {}

  /**
   * The solution at the end of the time, which begins at 0 everywhere.
   *
   * @param x the coefficients of the chain, at least one
   */
  @Differentiable
  public static double[] solve(double[] x, int steps) {
    int n = x.length;
    double h = END / steps;
    double[] y = new double[n];
    double[] stage = new double[n];
    double[] k1 = new double[n];
    double[] k2 = new double[n];
    double[] k3 = new double[n];
    double[] k4 = new double[n];
    for (int step = 0; step < steps; step++) {
      rightHandSide(x, y, k1);
      for (int i = 0; i < n; i++) {
        stage[i] = y[i] + h * k1[i] / 2;
      }
      rightHandSide(x, stage, k2);
      for (int i = 0; i < n; i++) {
        stage[i] = y[i] + h * k2[i] / 2;
      }
      rightHandSide(x, stage, k3);
      for (int i = 0; i < n; i++) {
        stage[i] = y[i] + h * k3[i];
      }
      rightHandSide(x, stage, k4);
      for (int i = 0; i < n; i++) {
        y[i] += h * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6;
      }
    }
    return y;
  }

  /** Overwrites {@code slope} with the derivatives of {@code y} by time. */
  private static void rightHandSide(double[] x, double[] y, double[] slope) {
    slope[0] = x[0];
    for (int i = 1; i < x.length; i++) {
      slope[i] = x[i] * y[i - 1];
    }
  }
}
