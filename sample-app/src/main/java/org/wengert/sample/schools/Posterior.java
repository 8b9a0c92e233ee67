package org.wengert.sample.schools;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wengert.ScalarFunction;

/** Draws from the posterior of the eight schools, always the same. */
record Posterior(List<Chain> chains) {

  private static final int CHAINS = 4;
  private static final int WARM_UP = 1_000;
  private static final int DRAWS = 20_000;
  private static final HamiltonianMonteCarlo METHOD = new HamiltonianMonteCarlo(0.5, 8);

  static Posterior sample() {
    ScalarFunction logPosterior = EightSchools.logPosterior();
    // The numbers of java.util.Random are the same on every Java.
    Random seeds = new Random(1981);
    return new Posterior(
        Stream.generate(seeds::nextLong)
            .limit(CHAINS)
            .map(
                seed ->
                    METHOD.sample(
                        logPosterior, EightSchools.NAMES.size(), WARM_UP, DRAWS, new Random(seed)))
            .toList());
  }

  /** One for each of {@link EightSchools#NAMES}. */
  List<Estimate> estimates() {
    double[][][] quantities =
        chains.stream()
            .map(
                chain ->
                    Arrays.stream(chain.draws())
                        .map(EightSchools::quantities)
                        .toArray(double[][]::new))
            .toArray(double[][][]::new);
    return IntStream.range(0, EightSchools.NAMES.size())
        .mapToObj(
            k ->
                Estimate.of(
                    Arrays.stream(quantities)
                        .map(chain -> Arrays.stream(chain).mapToDouble(draw -> draw[k]).toArray())
                        .toArray(double[][]::new)))
        .toList();
  }

  /** The share of proposals that were accepted, over all chains. */
  double acceptance() {
    return chains.stream().mapToDouble(Chain::acceptance).average().orElseThrow();
  }
}
