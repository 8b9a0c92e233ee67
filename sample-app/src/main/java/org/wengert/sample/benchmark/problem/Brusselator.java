package org.wengert.sample.benchmark.problem;

import org.wengert.Differentiable;

/**
 * The Brusselator with diffusion on a line of cells: u' = a + u^2 v - (b + 1) u + d u_xx and v' = b
 * u - u^2 v + d v_xx, with u = a and v = b / a beyond both ends. The state holds all u, then all v.
 */
final class Brusselator {

  private Brusselator() {}

  /**
   * Half the squared norm of the state after {@code steps} steps of the classical Runge-Kutta
   * method.
   *
   * @param parameters a, b, and d over the squared distance of two cells
   */
  @Differentiable(wrt = {"start", "parameters"})
  static double energy(double[] start, double[] parameters, int steps, double dt) {
    int n = start.length;
    double[] y = start.clone();
    double[] stage = new double[n];
    double[] k1 = new double[n];
    double[] k2 = new double[n];
    double[] k3 = new double[n];
    double[] k4 = new double[n];
    for (int step = 0; step < steps; step++) {
      rate(y, parameters, k1);
      for (int i = 0; i < n; i++) {
        stage[i] = y[i] + dt / 2 * k1[i];
      }
      rate(stage, parameters, k2);
      for (int i = 0; i < n; i++) {
        stage[i] = y[i] + dt / 2 * k2[i];
      }
      rate(stage, parameters, k3);
      for (int i = 0; i < n; i++) {
        stage[i] = y[i] + dt * k3[i];
      }
      rate(stage, parameters, k4);
      for (int i = 0; i < n; i++) {
        y[i] += dt / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += y[i] * y[i];
    }
    return sum / 2;
  }

  private static void rate(double[] y, double[] parameters, double[] rate) {
    int cells = y.length / 2;
    double a = parameters[0];
    double b = parameters[1];
    double d = parameters[2];
    for (int i = 0; i < cells; i++) {
      double u = y[i];
      double v = y[cells + i];
      double uLeft = i > 0 ? y[i - 1] : a;
      double uRight = i + 1 < cells ? y[i + 1] : a;
      double vLeft = i > 0 ? y[cells + i - 1] : b / a;
      double vRight = i + 1 < cells ? y[cells + i + 1] : b / a;
      double uuv = u * u * v;
      rate[i] = a + uuv - (b + 1) * u + d * (uLeft - 2 * u + uRight);
      rate[cells + i] = b * u - uuv + d * (vLeft - 2 * v + vRight);
    }
  }
}
