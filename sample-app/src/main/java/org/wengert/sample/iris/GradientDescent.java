package org.wengert.sample.iris;

import org.wengert.ScalarFunction;

/**
 * Plain gradient descent with a fixed rate.
 *
 * @param rate how far to go along the negative gradient
 */
record GradientDescent(double rate, int iterations) {

  /** Hears of every iteration, before its step is taken. */
  @FunctionalInterface
  interface Progress {
    /** The arrays are reused by the next iteration. */
    void at(int iteration, double loss, double[] gradient, double[] point);
  }

  /** Returns the last point of the descent from {@code start}, which is not changed. */
  double[] minimize(ScalarFunction function, double[] start, Progress progress) {
    double[] point = start.clone();
    double[] gradient = new double[point.length];
    for (int iteration = 0; iteration <= iterations; iteration++) {
      double loss = function.gradient(point, gradient);
      progress.at(iteration, loss, gradient, point);
      if (iteration < iterations) {
        for (int j = 0; j < point.length; j++) {
          point[j] -= rate * gradient[j];
        }
      }
    }
    return point;
  }
}
