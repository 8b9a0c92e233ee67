package org.wengert.sample.nist;

import java.util.List;

/**
 * One set of the NIST Statistical Reference Datasets for nonlinear regression, with the figures as
 * published. The arrays are shared with the caller, who must not write to them.
 *
 * @param level NIST's level of difficulty: Lower, Average or Higher
 * @param formula the model as published
 * @param starts the two published starting points of the parameters, the farther one first
 * @param certified the certified parameters, to eleven digits
 * @param deviation their certified standard deviations
 * @param residualSumOfSquares the certified minimum
 * @param y responses
 * @param x predictors, as many as responses
 */
record Dataset(
    String name,
    String level,
    String formula,
    List<double[]> starts,
    double[] certified,
    double[] deviation,
    double residualSumOfSquares,
    double[] y,
    double[] x) {

  int observations() {
    return y.length;
  }

  int parameters() {
    return certified.length;
  }
}
