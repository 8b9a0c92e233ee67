package org.wengert.sample.nist;

/**
 * How exactly any optimiser that compares sums of squares in doubles can know the parameters.
 *
 * <p>Moving parameter j by {@code d} from the minimum, the others following as best they can,
 * raises the sum of squares S by {@code (d / sigma)^2 S / f}, where sigma is the parameter's
 * standard deviation and f the degrees of freedom. What does not rise above the rounding error of S
 * itself is not seen. That error is one rounding unit of S, and that of the model's values, {@code
 * u |y|} each, carried through the squares of the residuals.
 */
final class Resolution {

  private static final double ROUNDING_UNIT = Math.ulp(1.0) / 2;

  private Resolution() {}

  /** Returns the number of digits of the parameter that is known worst. */
  static double digits(Problem problem) {
    Dataset data = problem.data();
    double[] fitted = problem.model().value(data.certified());
    double sum = 0;
    double carried = 0;
    for (int i = 0; i < fitted.length; i++) {
      double residual = fitted[i] - data.y()[i];
      sum += residual * residual;
      carried += Math.pow(2 * residual * fitted[i] * ROUNDING_UNIT, 2);
    }
    double relativeError = ROUNDING_UNIT + Math.sqrt(carried) / sum;
    double unseen = Math.sqrt(relativeError * (data.observations() - data.parameters()));
    double worst = 0;
    for (int j = 0; j < data.parameters(); j++) {
      worst = Math.max(worst, unseen * data.deviation()[j] / Math.abs(data.certified()[j]));
    }
    return -Math.log10(worst);
  }
}
