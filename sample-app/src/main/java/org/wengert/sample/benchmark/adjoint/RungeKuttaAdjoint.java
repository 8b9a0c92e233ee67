package org.wengert.sample.benchmark.adjoint;

import java.util.Arrays;

/** The gradient of the last element of the chain's solution, by hand, in memory kept for it. */
public final class RungeKuttaAdjoint {

  private final double[] x;
  private final int steps;
  private final double h;
  private final double[] xBar;

  /** The solution at the start of each step, and at the end. */
  private final double[][] y;

  /** The adjoint of the solution at the end of a step, and at its start as far as is known. */
  private final double[] endBar;

  private final double[] startBar;

  private final double[][] stages;
  private final double[] stageBar;

  /**
   * @param x the coefficients, read by every call
   */
  public RungeKuttaAdjoint(double[] x, double end, int steps) {
    int n = x.length;
    this.x = x;
    this.steps = steps;
    h = end / steps;
    xBar = new double[n];
    y = new double[steps + 1][n];
    endBar = new double[n];
    startBar = new double[n];
    stages = new double[3][n];
    stageBar = new double[n];
  }

  /** Returns the gradient, in the same array every time. */
  public double[] gradient() {
    for (int step = 0; step < steps; step++) {
      forward(y[step], y[step + 1]);
    }
    Arrays.fill(xBar, 0);
    Arrays.fill(startBar, 0);
    startBar[x.length - 1] = 1;
    for (int step = steps - 1; step >= 0; step--) {
      System.arraycopy(startBar, 0, endBar, 0, x.length);
      backward(y[step]);
    }
    return xBar;
  }

  private void forward(double[] from, double[] to) {
    computeStages(from);
    System.arraycopy(from, 0, to, 0, x.length);
    addSlope(from, h / 6, to);
    addSlope(stages[0], h / 3, to);
    addSlope(stages[1], h / 3, to);
    addSlope(stages[2], h / 6, to);
  }

  private void computeStages(double[] from) {
    computeStage(from, from, h / 2, stages[0]);
    computeStage(from, stages[0], h / 2, stages[1]);
    computeStage(from, stages[1], h, stages[2]);
  }

  private void computeStage(double[] from, double[] at, double by, double[] stage) {
    System.arraycopy(from, 0, stage, 0, x.length);
    addSlope(at, by, stage);
  }

  private void addSlope(double[] at, double by, double[] to) {
    to[0] += by * x[0];
    for (int i = 1; i < x.length; i++) {
      to[i] += by * (x[i] * at[i - 1]);
    }
  }

  /** From {@code endBar} to {@code startBar}, which are the same on entry. */
  private void backward(double[] from) {
    computeStages(from);
    Arrays.fill(stageBar, 0);
    reverseSlope(stages[2], h / 6, 0);
    reverseSlope(stages[1], h / 3, h);
    reverseSlope(stages[0], h / 3, h / 2);
    reverseSlope(from, h / 6, h / 2);
  }

  /**
   * Hands the adjoint of the slope at {@code at} on to {@code at}, to the start and to the
   * coefficients.
   *
   * @param weight of the slope in the step
   * @param factor of the slope in the next stage, whose adjoint is overwritten by that of this one
   */
  private void reverseSlope(double[] at, double weight, double factor) {
    int n = x.length;
    xBar[0] += weight * endBar[0] + factor * stageBar[0];
    for (int i = 1; i < n; i++) {
      double slopeBar = weight * endBar[i] + factor * stageBar[i];
      xBar[i] += slopeBar * at[i - 1];
      stageBar[i - 1] = slopeBar * x[i];
      startBar[i - 1] += stageBar[i - 1];
    }
    stageBar[n - 1] = 0;
  }
}
