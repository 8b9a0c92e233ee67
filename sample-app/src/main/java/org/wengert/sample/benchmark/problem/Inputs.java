package org.wengert.sample.benchmark.problem;

import java.util.Random;

/** Random inputs that are the same in every run. */
final class Inputs {

  private Inputs() {}

  static double[] normal(int length, long seed) {
    return normal(1, length, 1, seed)[0];
  }

  static double[][] normal(int rows, int columns, double scale, long seed) {
    Random random = new Random(seed);
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = scale * random.nextGaussian();
      }
    }
    return matrix;
  }

  static int[] labels(int length, int classes, long seed) {
    return new Random(seed).ints(length, 0, classes).toArray();
  }
}
