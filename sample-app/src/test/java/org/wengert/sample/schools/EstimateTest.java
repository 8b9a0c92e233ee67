package org.wengert.sample.schools;

import static com.google.common.truth.Truth.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EstimateTest {

  @Test
  void independentDrawsAreAsManyAsTheyAre() {
    Estimate estimate = Estimate.of(chains(0, 0));
    assertThat(estimate.mean()).isWithin(0.02).of(0);
    assertThat(estimate.standardDeviation()).isWithin(0.02).of(1);
    assertThat(estimate.effectiveSize()).isWithin(2_000).of(40_000);
    assertThat(estimate.shrinkage()).isWithin(1e-3).of(1);
  }

  /** The correlation time of an autoregression is (1 + r) / (1 - r). */
  @Test
  void correlatedDrawsCountForLess() {
    assertThat(Estimate.of(chains(0.9, 0)).effectiveSize()).isWithin(400).of(40_000 / 19.0);
    assertThat(Estimate.of(chains(-0.5, 0)).effectiveSize()).isWithin(6_000).of(3 * 40_000);
  }

  @Test
  void chainsThatDisagreeAreSeen() {
    assertThat(Estimate.of(chains(0, 0.5)).shrinkage()).isGreaterThan(1.05);
  }

  /** Four chains of an autoregression, each so much higher than the one before. */
  private static double[][] chains(double correlation, double offset) {
    return IntStream.range(0, 4)
        .mapToObj(chain -> chain(new Random(chain + 17), correlation, chain * offset))
        .toArray(double[][]::new);
  }

  private static double[] chain(Random random, double correlation, double mean) {
    double[] chain = new double[10_000];
    double x = random.nextGaussian();
    for (int i = 0; i < chain.length; i++) {
      x = correlation * x + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
      chain[i] = mean + x;
    }
    return chain;
  }
}
