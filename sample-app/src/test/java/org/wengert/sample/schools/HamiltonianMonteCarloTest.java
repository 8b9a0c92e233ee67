package org.wengert.sample.schools;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wengert.Differentiable;

final class HamiltonianMonteCarloTest {

  /** A normal density with standard deviations 1 and 2. */
  @Differentiable
  static double logNormal(double[] x) {
    return -(x[0] * x[0] + x[1] * x[1] / 4) / 2;
  }

  /** Steps so long that only what is rejected keeps the variances right. */
  @Test
  void longStepsAreNoMoreThanSlow() {
    Chain chain =
        new HamiltonianMonteCarlo(1.5, 4)
            .sample(
                HamiltonianMonteCarloTestDerivatives.logNormal(), 2, 100, 100_000, new Random(1));
    assertThat(chain.acceptance()).isLessThan(0.9);
    double[] variances = {1, 4};
    for (int i = 0; i < 2; i++) {
      int coordinate = i;
      Estimate estimate =
          Estimate.of(
              new double[][] {
                Arrays.stream(chain.draws())
                    .mapToDouble(draw -> draw[coordinate] * draw[coordinate])
                    .toArray()
              });
      assertThat(estimate.standardError()).isLessThan(0.02 * variances[i]);
      assertThat((estimate.mean() - variances[i]) / estimate.standardError()).isWithin(4).of(0);
    }
  }
}
