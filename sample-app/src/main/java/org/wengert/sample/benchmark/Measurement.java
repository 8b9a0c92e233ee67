package org.wengert.sample.benchmark;

import java.util.Arrays;

/**
 * What was measured of one row, fork by fork.
 *
 * @param microseconds of one call
 * @param bytes allocated by one call
 */
record Measurement(double[] microseconds, double[] bytes) {

  double time() {
    return median(microseconds);
  }

  double allocated() {
    return median(bytes);
  }

  /** Returns the ratio of the medians. */
  double ratio(Measurement other) {
    return time() / other.time();
  }

  /** Returns the least ratio that any two forks give. */
  double leastRatio(Measurement other) {
    return least(microseconds) / greatest(other.microseconds);
  }

  /** Returns the greatest ratio that any two forks give. */
  double greatestRatio(Measurement other) {
    return greatest(microseconds) / least(other.microseconds);
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
