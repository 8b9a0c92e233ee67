package org.wengert.sample.rules;

import org.wengert.Differentiable;

/** What uses the rules: nothing here knows of them. */
public final class RuleExamples {
  private RuleExamples() {}

  /** The distribution function of a normal variable. */
  @Differentiable
  public static double normal(double x, double mean, double deviation) {
    return 0.5 + 0.5 * SpecialFunctions.erf((x - mean) / (deviation * Math.sqrt(2)));
  }

  /** The log-likelihood of a gamma distribution. */
  @Differentiable(wrt = {"shape", "rate"})
  public static double gammaLikelihood(double[] data, double shape, double rate) {
    double sum = data.length * (shape * Math.log(rate) - SpecialFunctions.logGamma(shape));
    for (double x : data) {
      sum += (shape - 1) * Math.log(x) - rate * x;
    }
    return sum;
  }

  /** The squared length of a solution. */
  @Differentiable
  public static double squaredSolution(double[][] a, double[] b) {
    double[] x = LinearSystem.solve(a, b);
    double sum = 0;
    for (double element : x) {
      sum += element * element;
    }
    return sum;
  }
}
