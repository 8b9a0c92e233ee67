package org.wengert.sample.nist;

import java.util.Locale;

/**
 * Why a fit has fewer digits than wanted: shows by figures, not by words, that the optimiser is the
 * limit and the derivative is not.
 */
record Footnote(Comparison comparison) {

  /** Returns three lines of text. */
  String text() {
    Problem problem = comparison.problem();
    double[] b = comparison.generated().fit().parameters();
    double[][] exact = new DecimalJacobian(problem.peer(), problem.data().x()).at(b);
    return String.format(
        Locale.ROOT,
        """
        * %s, start %d: sums of squares in doubles tell the parameters to some %.1f digits.
          Where the optimiser stopped, our Jacobian is within %.0e of one of fifty digits, and ten
          Gauss-Newton steps with it reach %.1f digits (with differences, %.0e off, %.1f).\
        """,
        problem.data().name(),
        comparison.start() + 1,
        Resolution.digits(problem),
        Agreement.worst(problem.model().jacobian(b), exact),
        comparison.generated().polishedDigits(),
        Agreement.worst(new ForwardDifferences(problem.model()).at(b), exact),
        comparison.differences().polishedDigits());
  }
}
