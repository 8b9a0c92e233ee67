package org.wengert.sample.gradbench;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Gradient descent as GradBench prescribes it. */
final class Descent {

  private static final double SMALL = 1e-5;

  private Descent() {}

  /** Returns where the descent ends; {@code start} stays as it is. */
  static double[] argmin(
      ToDoubleFunction<double[]> function, UnaryOperator<double[]> gradient, double[] start) {
    double[] x = start.clone();
    double value = function.applyAsDouble(x);
    double[] slope = gradient.apply(x);
    double rate = 1e-5;
    int steps = 0;
    while (norm(slope) > SMALL) {
      if (steps == 10) {
        rate *= 2;
        steps = 0;
      } else {
        double[] next = new double[x.length];
        double[] step = new double[x.length];
        for (int i = 0; i < x.length; i++) {
          next[i] = x[i] - rate * slope[i];
          step[i] = x[i] - next[i];
        }
        if (norm(step) <= SMALL) {
          return x;
        }
        double there = function.applyAsDouble(next);
        if (there < value) {
          x = next;
          value = there;
          slope = gradient.apply(x);
          steps++;
        } else {
          rate /= 2;
          steps = 0;
        }
      }
    }
    return x;
  }

  private static double norm(double[] v) {
    double sum = 0;
    for (double element : v) {
      sum += element * element;
    }
    return Math.sqrt(sum);
  }
}
