package org.wengert.sample.nist;

import org.wengert.VectorFunction;

/**
 * The Jacobian without derivatives: one-sided differences with the step of MINPACK's {@code
 * fdjac2}, the square root of the rounding unit times the parameter.
 */
record ForwardDifferences(VectorFunction model) implements Jacobian {

  private static final double RELATIVE_STEP = Math.sqrt(Math.ulp(1.0));

  @Override
  public double[][] at(double[] b) {
    double[] here = model.value(b);
    double[][] jacobian = new double[here.length][b.length];
    double[] moved = b.clone();
    for (int j = 0; j < b.length; j++) {
      double step = b[j] == 0 ? RELATIVE_STEP : RELATIVE_STEP * Math.abs(b[j]);
      moved[j] = b[j] + step;
      double[] there = model.value(moved);
      for (int i = 0; i < here.length; i++) {
        jacobian[i][j] = (there[i] - here[i]) / step;
      }
      moved[j] = b[j];
    }
    return jacobian;
  }
}
