package org.wengert.sample.curvature;

import org.wengert.Differentiable;

/**
 * Sums of squares that are hard to minimise, from Moré, Garbow and Hillstrom, "Testing
 * unconstrained optimization software", ACM Transactions on Mathematical Software 7 (1981), 17-41;
 * the numbers are theirs. Each has the least value zero.
 */
final class TestFunctions {

  private TestFunctions() {}

  /** Beale's function (5), of two variables. */
  @Differentiable(order = 2)
  static double beale(double[] x) {
    double[] y = {1.5, 2.25, 2.625};
    double sum = 0;
    double power = 1;
    for (int i = 0; i < y.length; i++) {
      power *= x[1];
      sum += square(y[i] - x[0] * (1 - power));
    }
    return sum;
  }

  /** A valley around a helix (7), of three variables. */
  @Differentiable(order = 2)
  static double helicalValley(double[] x) {
    // StrictMath's, so that the last digits are the same on every machine.
    double turn = StrictMath.atan(x[1] / x[0]) / (2 * Math.PI);
    if (x[0] < 0) {
      turn += 0.5;
    }
    return 100 * (square(x[2] - 10 * turn) + square(Math.sqrt(x[0] * x[0] + x[1] * x[1]) - 1))
        + x[2] * x[2];
  }

  /** Powell's singular function (13), of four variables: the Hessian at its minimum is singular. */
  @Differentiable(order = 2)
  static double powellSingular(double[] x) {
    return square(x[0] + 10 * x[1])
        + 5 * square(x[2] - x[3])
        + square(square(x[1] - 2 * x[2]))
        + 10 * square(square(x[0] - x[3]));
  }

  /** Wood's function (14), of four variables. */
  @Differentiable(order = 2)
  static double wood(double[] x) {
    return 100 * square(x[1] - x[0] * x[0])
        + square(1 - x[0])
        + 90 * square(x[3] - x[2] * x[2])
        + square(1 - x[2])
        + 10 * square(x[1] + x[3] - 2)
        + square(x[1] - x[3]) / 10;
  }

  /** Rosenbrock's valley (1), from each variable to the next of any number. */
  @Differentiable(order = 2)
  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      sum += 100 * square(x[i + 1] - x[i] * x[i]) + square(1 - x[i]);
    }
    return sum;
  }

  /** The variably dimensioned function (25), of any number of variables. */
  @Differentiable(order = 2)
  static double variablyDimensioned(double[] x) {
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < x.length; i++) {
      sum += square(x[i] - 1);
      weighted += (i + 1) * (x[i] - 1);
    }
    return sum + square(weighted) + square(square(weighted));
  }

  private static double square(double x) {
    return x * x;
  }
}
