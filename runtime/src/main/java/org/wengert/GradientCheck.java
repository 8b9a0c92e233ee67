package org.wengert;

import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Verifies the derivatives of a function at a point, from any test framework:
 *
 * <pre>{@code
 * GradientCheck.of(function).at(x).orThrow();
 * }</pre>
 *
 * <p>Three things are compared.
 *
 * <ul>
 *   <li>The values, which have to be the same bit for bit from every method that returns them.
 *   <li>The JVP with the VJP, by the dot-product test: for random u and v, {@code u . (J v)} and
 *       {@code (u J) . v} are the same number. The error is relative to the sum of the absolute
 *       values of the terms.
 *   <li>The derivatives with central differences; the error is relative to the larger of the two.
 *       Each difference comes with an estimate of its own error, from a second one with half the
 *       step and from the rounding of the values. Where the first step does not confirm the
 *       derivative, others are tried and the one with the smallest estimate counts; what is within
 *       four times that estimate passes. The derivatives by up to 1,000 inputs are compared one by
 *       one, those of a function of more inputs along the random directions.
 * </ul>
 *
 * <p>For a {@link ScalarFunction}, the differences verify the gradient; for a {@link
 * VectorFunction}, the columns of the Jacobian that the JVP computes. The dot-product test ties the
 * other mode to them. At a kink, differences prove nothing.
 *
 * <p>Instances are immutable.
 */
public final class GradientCheck {

  private static final int MOST_COORDINATES = 1_000;

  private final VectorFunction function;
  private final double unitRoundoff;
  private final double adjointTolerance;
  private final double differenceTolerance;
  private final int directions;

  private GradientCheck(
      VectorFunction function,
      double unitRoundoff,
      double adjointTolerance,
      double differenceTolerance,
      int directions) {
    this.function = function;
    this.unitRoundoff = unitRoundoff;
    this.adjointTolerance = adjointTolerance;
    this.differenceTolerance = differenceTolerance;
    this.directions = directions;
  }

  /** A check with tolerances 1e-13 for the dot-product test and 1e-6 for differences. */
  public static GradientCheck of(ScalarFunction function) {
    return new GradientCheck(new OneOutput(function), 0x1p-53, 1e-13, 1e-6, 4);
  }

  /** A check with tolerances 1e-13 for the dot-product test and 1e-6 for differences. */
  public static GradientCheck of(VectorFunction function) {
    return new GradientCheck(function, 0x1p-53, 1e-13, 1e-6, 4);
  }

  /**
   * This check for a function that computes in {@code float}: tolerances 1e-4 and 1e-2, longer
   * steps.
   */
  public GradientCheck singlePrecision() {
    return new GradientCheck(function, 0x1p-24, 1e-4, 1e-2, directions);
  }

  /** This check with another relative tolerance for the dot-product test. */
  public GradientCheck adjointTolerance(double tolerance) {
    return new GradientCheck(function, unitRoundoff, tolerance, differenceTolerance, directions);
  }

  /** This check with another relative tolerance for central differences. */
  public GradientCheck differenceTolerance(double tolerance) {
    return new GradientCheck(function, unitRoundoff, adjointTolerance, tolerance, directions);
  }

  /** This check with another number of random directions than 4. */
  public GradientCheck directions(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("directions: " + count + " is less than 1");
    }
    return new GradientCheck(function, unitRoundoff, adjointTolerance, differenceTolerance, count);
  }

  /**
   * Evaluates the function and its derivatives at {@code x} and near it; equal points give equal
   * reports.
   */
  public GradientReport at(double... x) {
    return new GradientReport(
        Arrays.stream(x).boxed().toList(), values(x), adjoints(x), differences(x));
  }

  private GradientReport.Section values(double[] x) {
    GradientReport.Tally tally = new GradientReport.Tally("values, bit for bit", 0);
    double[] value = function.value(x.clone());
    double[] byJvp = function.jvp(x.clone(), new double[x.length]).value();
    requireLength("the value of jvp", value.length, byJvp);
    for (int i = 0; i < value.length; i++) {
      compareBits(tally, "jvp", value[i], byJvp[i]);
    }
    if (function instanceof OneOutput one) {
      double byGradient = one.function().gradient(x.clone(), new double[x.length]);
      compareBits(tally, "gradient", value[0], byGradient);
    }
    return tally.section();
  }

  private static void compareBits(
      GradientReport.Tally tally, String method, double expected, double actual) {
    boolean same = Double.doubleToLongBits(expected) == Double.doubleToLongBits(actual);
    tally.compare(
        same ? 0 : 1, () -> method + " has the value " + actual + ", but value is " + expected);
  }

  private GradientReport.Section adjoints(double[] x) {
    GradientReport.Tally tally =
        new GradientReport.Tally("JVP against VJP, dot-product test", adjointTolerance);
    Random random = new Random(1);
    for (int k = 0; k < directions; k++) {
      double[] xDot = randomVector(x.length, random);
      double[] resultDot = function.jvp(x.clone(), xDot.clone()).tangent();
      double[] resultBar = randomVector(resultDot.length, random);
      double[] xBar = function.vjp(x.clone(), resultBar.clone());
      requireLength("the result of vjp", x.length, xBar);
      DotProduct forward = DotProduct.of(resultDot, resultBar);
      DotProduct reverse = DotProduct.of(xBar, xDot);
      tally.compare(
          forward.relativeError(reverse),
          () -> "u . (J v) = " + forward.sum() + ", but (u J) . v = " + reverse.sum());
    }
    return tally.section();
  }

  private GradientReport.Section differences(double[] x) {
    boolean eachInput = x.length <= MOST_COORDINATES;
    String mode = function instanceof OneOutput ? "gradient" : "JVP";
    GradientReport.Tally tally =
        new GradientReport.Tally(
            mode
                + " against central differences, "
                + (eachInput ? "by each input" : "along random directions"),
            differenceTolerance);
    CentralDifference difference = new CentralDifference(function::value, x, unitRoundoff);
    UnaryOperator<double[]> derivative = derivativeAt(x);
    Random random = new Random(2);
    int count = eachInput ? x.length : directions;
    for (int k = 0; k < count; k++) {
      double[] direction = eachInput ? unitVector(x.length, k) : randomVector(x.length, random);
      double[] along = derivative.apply(direction);
      CentralDifference.Estimate estimate = difference.along(direction, along, differenceTolerance);
      String where = (eachInput ? "input " : "direction ") + k;
      for (int i = 0; i < along.length; i++) {
        int output = i;
        tally.compare(
            estimate.relativeError(i, along[i], differenceTolerance),
            () ->
                "output "
                    + output
                    + " by "
                    + where
                    + ": "
                    + along[output]
                    + ", but the differences give "
                    + estimate.derivative()[output]);
      }
    }
    return tally.section();
  }

  private UnaryOperator<double[]> derivativeAt(double[] x) {
    if (function instanceof OneOutput one) {
      double[] gradient = one.function().gradient(x.clone());
      return xDot -> new double[] {DotProduct.of(gradient, xDot).sum()};
    }
    return xDot -> function.jvp(x.clone(), xDot.clone()).tangent();
  }

  private static double[] unitVector(int length, int k) {
    double[] unit = new double[length];
    unit[k] = 1;
    return unit;
  }

  private static double[] randomVector(int length, Random random) {
    return random.doubles(length, -1, 1).toArray();
  }

  private static void requireLength(String what, int expected, double[] actual) {
    if (actual.length != expected) {
      throw new IllegalArgumentException(
          what + " has length " + actual.length + " in place of " + expected);
    }
  }
}
