package org.wengert.sample.schools;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PosteriorTest {

  private static final List<Estimate> ESTIMATES = Posterior.sample().estimates();

  @Test
  void meansAreThePublished() {
    for (int i = 0; i < ESTIMATES.size(); i++) {
      String name = EightSchools.NAMES.get(i);
      assertWithMessage(name)
          .that(Published.ALL.get(name).errorsTo(ESTIMATES.get(i)))
          .isWithin(4)
          .of(0);
    }
  }

  /** A sharper test than the published means allow. */
  @Test
  void meansAreThoseOfQuadrature() {
    for (int i = 0; i < ESTIMATES.size(); i++) {
      Estimate estimate = ESTIMATES.get(i);
      assertWithMessage(EightSchools.NAMES.get(i))
          .that((estimate.mean() - exact(i)) / estimate.standardError())
          .isWithin(4)
          .of(0);
    }
  }

  @Test
  void quadratureAgreesWithThePublished() {
    for (int i = 0; i < ESTIMATES.size(); i++) {
      Published published = Published.ALL.get(EightSchools.NAMES.get(i));
      assertWithMessage(EightSchools.NAMES.get(i))
          .that((exact(i) - published.mean()) / published.standardError())
          .isWithin(4)
          .of(0);
    }
  }

  /** The comparisons mean something: the errors are small, and the chains agree. */
  @Test
  void chainsHaveMixed() {
    for (int i = 0; i < ESTIMATES.size(); i++) {
      Estimate estimate = ESTIMATES.get(i);
      Published published = Published.ALL.get(EightSchools.NAMES.get(i));
      assertThat(estimate.standardError()).isLessThan(0.6 * published.standardError());
      assertThat(estimate.shrinkage()).isWithin(1e-3).of(1);
    }
  }

  private static double exact(int quantity) {
    return switch (quantity) {
      case 0 -> ExactMeans.mu();
      case 1 -> ExactMeans.tau();
      default -> ExactMeans.theta(quantity - 2);
    };
  }
}
