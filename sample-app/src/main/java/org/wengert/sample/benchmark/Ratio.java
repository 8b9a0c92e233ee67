package org.wengert.sample.benchmark;

import java.util.Arrays;

/**
 * The time of a gradient and of its primal, fork by fork.
 *
 * @param primal microseconds in each fork
 * @param gradient microseconds in each fork, as many
 */
record Ratio(String problem, double[] primal, double[] gradient) {

  double medianPrimal() {
    return median(primal);
  }

  double medianGradient() {
    return median(gradient);
  }

  /** Returns the ratio of the medians. */
  double ratio() {
    return medianGradient() / medianPrimal();
  }

  /** Returns the least ratio that any two forks give. */
  double least() {
    return least(gradient) / greatest(primal);
  }

  /** Returns the greatest ratio that any two forks give. */
  double greatest() {
    return greatest(gradient) / least(primal);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
