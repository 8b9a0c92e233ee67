package org.wengert.sample.schools;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;

/**
 * The posterior means of the eight schools by quadrature: given tau all else is normal (Gelman et
 * al., Bayesian Data Analysis, third edition, section 5.4, but for the prior of mu), and the
 * integral over tau remains.
 */
final class ExactMeans {

  private static final double SCALE = 5;

  private ExactMeans() {}

  static double mu() {
    return expectation(tau -> new Given(tau).mu);
  }

  static double tau() {
    return expectation(tau -> tau);
  }

  static double theta(int school) {
    return expectation(tau -> new Given(tau).theta(school));
  }

  private static double expectation(DoubleUnaryOperator quantity) {
    return integral(tau -> quantity.applyAsDouble(tau) * new Given(tau).density)
        / integral(tau -> new Given(tau).density);
  }

  /** Over the half-Cauchy prior of tau, which is uniform in the angle. */
  private static double integral(DoubleUnaryOperator function) {
    return new IterativeLegendreGaussIntegrator(20, 1e-12, 1e-12)
        .integrate(
            100_000,
            angle -> function.applyAsDouble(SCALE * Math.tan(angle)),
            0,
            Math.PI / 2 - 1e-9);
  }

  /** What tau makes of the others. */
  private static final class Given {
    private final double tau;
    private final double mu;
    private final double density;

    private Given(double tau) {
      this.tau = tau;
      double precision = 1 / (SCALE * SCALE);
      double weighted = 0;
      double log = 0;
      for (int j = 0; j < EightSchools.EFFECTS.length; j++) {
        double y = EightSchools.EFFECTS[j];
        double variance = EightSchools.ERRORS[j] * EightSchools.ERRORS[j] + tau * tau;
        precision += 1 / variance;
        weighted += y / variance;
        log -= (Math.log(variance) + y * y / variance) / 2;
      }
      this.mu = weighted / precision;
      this.density = Math.exp(log + (weighted * mu - Math.log(precision)) / 2 + 40);
    }

    private double theta(int j) {
      double own = EightSchools.ERRORS[j] * EightSchools.ERRORS[j];
      return (EightSchools.EFFECTS[j] * tau * tau + mu * own) / (tau * tau + own);
    }
  }
}
