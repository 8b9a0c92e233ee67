package org.wengert;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Derivatives of a vector function at a point by central differences, each with an estimate of its
 * error.
 *
 * <p>The step starts near the one that balances truncation, of second order, against rounding: the
 * cube root of the unit roundoff, relative to the point. Powers of two keep the points exact where
 * possible.
 */
final class CentralDifference {

  /** Exponents of two that scale the step, in the order in which they are tried. */
  private static final int[] STEPS = {0, 4, -4, 8, -8, 12, -12, -16, -20, -24};

  private final UnaryOperator<double[]> function;
  private final double[] x;
  private final double unitRoundoff;

  CentralDifference(UnaryOperator<double[]> function, double[] x, double unitRoundoff) {
    this.function = function;
    this.x = x.clone();
    this.unitRoundoff = unitRoundoff;
  }

  /**
   * The directional derivatives of all outputs.
   *
   * @param derivative the difference quotients
   * @param error how far they may be off
   */
  record Estimate(double[] derivative, double[] error) {

    /**
     * How far that derivative of an output is off, relative to the larger one or to what the
     * tolerance can resolve.
     */
    double relativeError(int output, double expected, double tolerance) {
      double off = Math.abs(expected - derivative[output]);
      double larger = Math.max(Math.abs(expected), Math.abs(derivative[output]));
      double resolved = Math.max(larger, 4 * error[output] / tolerance);
      return off == 0 ? 0 : off / resolved;
    }
  }

  /**
   * Estimates the derivatives in that direction, no more precisely than it takes to confirm the
   * expected ones.
   */
  Estimate along(double[] direction, double[] expected, double tolerance) {
    int m = expected.length;
    Estimate best = new Estimate(new double[m], new double[m]);
    Arrays.fill(best.derivative, Double.NaN);
    Arrays.fill(best.error, Double.POSITIVE_INFINITY);
    boolean[] confirmed = new boolean[m];
    double firstStep = firstStep(direction);
    for (int exponent : STEPS) {
      Estimate next = withStep(Math.scalb(firstStep, exponent), direction, m);
      boolean allConfirmed = true;
      for (int i = 0; i < m; i++) {
        if (confirmed[i]) {
          continue;
        }
        double off = Math.abs(next.derivative[i] - expected[i]);
        double larger = Math.max(Math.abs(next.derivative[i]), Math.abs(expected[i]));
        confirmed[i] = off == 0 || Math.max(off, next.error[i]) <= tolerance * larger;
        if (confirmed[i] || next.error[i] < best.error[i]) {
          best.derivative[i] = next.derivative[i];
          best.error[i] = next.error[i];
        }
        allConfirmed &= confirmed[i];
      }
      if (allConfirmed) {
        break;
      }
    }
    return best;
  }

  private double firstStep(double[] direction) {
    double largestPoint = 1;
    double largestDirection = 0;
    for (int i = 0; i < x.length; i++) {
      if (direction[i] != 0) {
        largestPoint = Math.max(largestPoint, Math.abs(x[i]));
        largestDirection = Math.max(largestDirection, Math.abs(direction[i]));
      }
    }
    double step = Math.cbrt(unitRoundoff) * largestPoint / largestDirection;
    return Math.scalb(1.0, Math.getExponent(step));
  }

  private Estimate withStep(double h, double[] direction, int m) {
    double[] above = valueAt(h, direction, m);
    double[] below = valueAt(-h, direction, m);
    double[] justAbove = valueAt(h / 2, direction, m);
    double[] justBelow = valueAt(-h / 2, direction, m);
    double[] derivative = new double[m];
    double[] error = new double[m];
    for (int i = 0; i < m; i++) {
      double wide = (above[i] - below[i]) / (2 * h);
      double narrow = (justAbove[i] - justBelow[i]) / h;
      double largest = Math.max(Math.abs(justAbove[i]), Math.abs(justBelow[i]));
      derivative[i] = narrow;
      error[i] = Math.abs(wide - narrow) + 8 * unitRoundoff * largest / h;
    }
    return new Estimate(derivative, error);
  }

  private double[] valueAt(double step, double[] direction, int m) {
    double[] point = x.clone();
    for (int i = 0; i < x.length; i++) {
      point[i] += step * direction[i];
    }
    double[] value = function.apply(point);
    if (value.length != m) {
      throw new IllegalArgumentException(
          "the result has length " + m + " at the point, but " + value.length + " near it");
    }
    return value;
  }
}
