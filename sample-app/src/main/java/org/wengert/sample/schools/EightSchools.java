package org.wengert.sample.schools;

import java.util.List;
import org.wengert.Differentiable;
import org.wengert.ScalarFunction;

/**
 * The effect of coaching on a test's scores in eight schools (D. B. Rubin, "Estimation in parallel
 * randomized experiments", Journal of Educational Statistics 6 (1981), 377-401; Gelman et al.,
 * Bayesian Data Analysis, third edition, section 5.5): what was measured in school j is normal
 * around its effect theta_j, and the effects are normal around mu with standard deviation tau. The
 * priors are those of posteriordb's model {@code eight_schools_noncentered}: mu is normal with
 * standard deviation 5, tau half-Cauchy with scale 5.
 */
final class EightSchools {

  /** Measured effects, in points. */
  static final double[] EFFECTS = {28, 8, -3, 7, -1, 1, 18, 12};

  /** Their standard errors. */
  static final double[] ERRORS = {15, 10, 16, 11, 9, 11, 10, 18};

  /** What {@link #quantities} returns. */
  static final List<String> NAMES =
      List.of(
          "mu", "tau", "theta 1", "theta 2", "theta 3", "theta 4", "theta 5", "theta 6", "theta 7",
          "theta 8");

  private static final double SCALE = 5;

  private EightSchools() {}

  /**
   * The logarithm of the posterior's density, but for a constant, in parameters all of which are
   * near one in scale. The functions are StrictMath's, so that chains are the same on every
   * machine.
   *
   * @param q mu / 5, log tau, and (theta_j - mu) / tau for each school
   */
  @Differentiable(wrt = "q")
  static double logPosterior(double[] q, double[] effects, double[] errors) {
    double mu = SCALE * q[0];
    double tau = StrictMath.exp(q[1]);
    double scaled = tau / SCALE;
    // The last term is the density of log tau over that of tau.
    double log = -q[0] * q[0] / 2 - StrictMath.log1p(scaled * scaled) + q[1];
    for (int j = 0; j < effects.length; j++) {
      double eta = q[2 + j];
      double residual = (effects[j] - mu - tau * eta) / errors[j];
      log -= (eta * eta + residual * residual) / 2;
    }
    return log;
  }

  static ScalarFunction logPosterior() {
    return EightSchoolsDerivatives.logPosterior(EFFECTS, ERRORS);
  }

  /** mu, tau and the eight thetas, of the parameters of {@link #logPosterior}. */
  static double[] quantities(double[] q) {
    double mu = SCALE * q[0];
    double tau = StrictMath.exp(q[1]);
    double[] quantities = new double[q.length];
    quantities[0] = mu;
    quantities[1] = tau;
    for (int j = 2; j < q.length; j++) {
      quantities[j] = mu + tau * q[j];
    }
    return quantities;
  }
}
