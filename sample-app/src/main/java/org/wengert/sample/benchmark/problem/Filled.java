package org.wengert.sample.benchmark.problem;

import java.util.Arrays;

/** Arrays filled with one number: adjoints at the start of a sweep, and directions. */
final class Filled {

  private Filled() {}

  static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  static double[][] ones(double[][] shape) {
    return Arrays.stream(shape).map(row -> ones(row.length)).toArray(double[][]::new);
  }

  static double[][] zeros(double[][] shape) {
    return Arrays.stream(shape).map(row -> new double[row.length]).toArray(double[][]::new);
  }

  static void clear(double[]... rows) {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }
}
