package org.wengert.sample.curvature;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.wengert.ScalarFunction;

/**
 * A function to be minimised.
 *
 * @param start where Moré, Garbow and Hillstrom start; zero for Rosenbrock's valley of many
 *     variables
 * @param minimum where the function is least
 */
record Problem(String name, ScalarFunction function, double[] start, double[] minimum) {

  /** Small ones, and some of many variables. */
  static List<Problem> all() {
    return List.of(
        new Problem(
            "Beale", TestFunctionsDerivatives.beale(), new double[] {1, 1}, new double[] {3, 0.5}),
        new Problem(
            "helical valley",
            TestFunctionsDerivatives.helicalValley(),
            new double[] {-1, 0, 0},
            new double[] {1, 0, 0}),
        new Problem(
            "Powell singular",
            TestFunctionsDerivatives.powellSingular(),
            new double[] {3, -1, 0, 1},
            new double[4]),
        new Problem(
            "Wood", TestFunctionsDerivatives.wood(), new double[] {-3, -1, -3, -1}, ones(4)),
        variablyDimensioned(100),
        new Problem(
            "Rosenbrock",
            TestFunctionsDerivatives.rosenbrock(),
            new double[] {-1.2, 1},
            new double[] {1, 1}),
        rosenbrock(10),
        rosenbrock(100));
  }

  private static Problem variablyDimensioned(int variables) {
    return new Problem(
        "variably dimensioned",
        TestFunctionsDerivatives.variablyDimensioned(),
        IntStream.rangeClosed(1, variables).mapToDouble(i -> 1 - (double) i / variables).toArray(),
        ones(variables));
  }

  private static Problem rosenbrock(int variables) {
    return new Problem(
        "Rosenbrock",
        TestFunctionsDerivatives.rosenbrock(),
        new double[variables],
        ones(variables));
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
