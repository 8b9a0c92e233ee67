package org.wengert.sample.benchmark.peer;

import java.util.List;
import java.util.function.Supplier;

/** Derivatives by differences: not exact, and the function once more for each input. */
public final class ForwardDifferences {

  /** The square root of the distance of 1 to the next number. */
  private static final double STEP = 0x1p-26;

  private ForwardDifferences() {}

  /**
   * Returns a row for each output.
   *
   * @param inputs what the function reads; an element at a time is changed and changed back
   * @param function what it returns may be one array again and again
   */
  public static double[][] jacobian(List<double[]> inputs, Supplier<double[]> function) {
    int columns = inputs.stream().mapToInt(input -> input.length).sum();
    double[] values = function.get().clone();
    double[][] jacobian = new double[values.length][columns];
    int column = 0;
    for (double[] input : inputs) {
      for (int j = 0; j < input.length; j++) {
        double saved = input[j];
        input[j] = saved + STEP * Math.max(1, Math.abs(saved));
        double step = input[j] - saved;
        double[] moved = function.get();
        for (int i = 0; i < values.length; i++) {
          jacobian[i][column] = (moved[i] - values[i]) / step;
        }
        input[j] = saved;
        column++;
      }
    }
    return jacobian;
  }
}
