package org.wengert.sample.nist;

/**
 * One problem fitted from one start, with the generated Jacobian and with forward differences.
 *
 * @param start 0 for NIST's first start, 1 for its second
 */
record Comparison(Problem problem, int start, Result generated, Result differences) {

  /**
   * What is asked of Levenberg-Marquardt alone; {@link Resolution} tells where it cannot be had.
   */
  static final double DIGITS_WANTED = 8;

  /**
   * What one Jacobian led to.
   *
   * @param fit by Levenberg-Marquardt
   * @param digits correct digits of that fit
   * @param polishedDigits correct digits after Gauss-Newton steps from there
   */
  record Result(Fit fit, double digits, double polishedDigits) {

    private static Result of(Problem problem, int start, Jacobian jacobian) {
      Dataset data = problem.data();
      LeastSquares leastSquares = new LeastSquares(problem, jacobian);
      Fit fit = leastSquares.fit(data.starts().get(start));
      Fit polished = leastSquares.polish(fit.parameters());
      return new Result(
          fit,
          CorrectDigits.of(fit.parameters(), data.certified()),
          CorrectDigits.of(polished.parameters(), data.certified()));
    }
  }

  static Comparison of(Problem problem, int start) {
    return new Comparison(
        problem,
        start,
        Result.of(problem, start, problem.model()::jacobian),
        Result.of(problem, start, new ForwardDifferences(problem.model())));
  }

  boolean needsExplanation() {
    return generated.digits() < DIGITS_WANTED;
  }
}
