package org.wengert.sample.schools;

import java.util.Arrays;

/**
 * What chains tell of the expectation of a quantity (Gelman et al., Bayesian Data Analysis, third
 * edition, sections 11.4 and 11.5).
 *
 * @param effectiveSize how many independent draws would tell as much
 * @param shrinkage R-hat: how many times smaller the standard deviation of the draws could get if
 *     the chains went on; one, once they have mixed
 */
record Estimate(double mean, double standardDeviation, double effectiveSize, double shrinkage) {

  /**
   * @param chains the quantity in each draw of some chains of the same even length
   */
  static Estimate of(double[][] chains) {
    // Halves are compared, too: a chain that drifts does not agree with itself.
    double[][] halves =
        Arrays.stream(chains)
            .flatMap(
                chain ->
                    Arrays.stream(
                        new double[][] {
                          Arrays.copyOf(chain, chain.length / 2),
                          Arrays.copyOfRange(chain, chain.length / 2, chain.length)
                        }))
            .toArray(double[][]::new);
    int length = halves[0].length;
    double[] means = Arrays.stream(halves).mapToDouble(Estimate::mean).toArray();
    double within = Arrays.stream(halves).mapToDouble(Estimate::variance).average().orElseThrow();
    double total = within * (length - 1) / length + variance(means);
    return new Estimate(
        mean(means),
        Math.sqrt(total),
        halves.length * length / correlationTime(halves, total),
        Math.sqrt(total / within));
  }

  /** The standard deviation of the mean's error. */
  double standardError() {
    return standardDeviation / Math.sqrt(effectiveSize);
  }

  /**
   * The sum of the autocorrelations at all lags, of both signs. Sums of neighbours are positive and
   * fall (Geyer 1992); those after the first that is not are noise.
   */
  private static double correlationTime(double[][] chains, double variance) {
    double sum = -1;
    for (int lag = 0; lag + 1 < chains[0].length; lag += 2) {
      double pair =
          autocorrelation(chains, variance, lag) + autocorrelation(chains, variance, lag + 1);
      if (pair <= 0) {
        break;
      }
      sum += 2 * pair;
    }
    return sum;
  }

  /** From the mean squares of differences between draws that are so far apart. */
  private static double autocorrelation(double[][] chains, double variance, int lag) {
    double squares = 0;
    for (double[] chain : chains) {
      for (int i = lag; i < chain.length; i++) {
        double difference = chain[i] - chain[i - lag];
        squares += difference * difference;
      }
    }
    return 1 - squares / (chains.length * (chains[0].length - lag)) / (2 * variance);
  }

  private static double mean(double[] numbers) {
    return Arrays.stream(numbers).average().orElseThrow();
  }

  private static double variance(double[] numbers) {
    double mean = mean(numbers);
    double squares = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
    return squares / (numbers.length - 1);
  }
}
