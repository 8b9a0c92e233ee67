package org.wengert.sample.schools;

import static com.google.common.truth.Truth.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wengert.GradientCheck;
import org.wengert.ScalarFunction;

final class EightSchoolsTest {

  @Test
  void gradientIsRight() {
    for (int seed = 0; seed < 20; seed++) {
      GradientCheck.of(EightSchools.logPosterior())
          .at(new Random(seed).doubles(10, -2, 2).toArray())
          .orThrow();
    }
  }

  /** The densities as they are written in the model, in mu, tau and the thetas. */
  @Test
  void densityIsTheModels() {
    double[] q = {0.7, 1.1, 0.3, -0.2, 1.5, -1, 0.4, 0.9, -0.6, 0.1};
    double[] other = {-0.4, -0.8, 1, 0, -0.3, 0.2, 2, -0.5, 0.7, -1.3};
    assertThat(EightSchools.logPosterior().value(q) - EightSchools.logPosterior().value(other))
        .isWithin(1e-12)
        .of(logDensity(q) - logDensity(other));
  }

  private static double logDensity(double[] q) {
    double[] quantities = EightSchools.quantities(q);
    double mu = quantities[0];
    double tau = quantities[1];
    double log = logNormal(mu, 0, 5) - Math.log(1 + tau * tau / 25);
    for (int j = 0; j < 8; j++) {
      double theta = quantities[2 + j];
      log += logNormal(theta, mu, tau);
      log += logNormal(EightSchools.EFFECTS[j], theta, EightSchools.ERRORS[j]);
    }
    // The volume that (mu, tau, theta) has for one of q: 5, tau and, for each school, tau.
    return log + 9 * Math.log(tau);
  }

  private static double logNormal(double x, double mean, double deviation) {
    double z = (x - mean) / deviation;
    return -z * z / 2 - Math.log(deviation);
  }

  @Test
  void gradientsAllocateNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ScalarFunction logPosterior = EightSchools.logPosterior();
    PhasePoint point = new PhasePoint(logPosterior, new double[10]);
    point.drawMomentum(new Random(1));
    point.leapfrog(0.1, 10);
    long before = threads.getCurrentThreadAllocatedBytes();
    long asked = threads.getCurrentThreadAllocatedBytes() - before;
    point.leapfrog(0.01, 1_000);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isAtMost(3 * asked);
  }
}
