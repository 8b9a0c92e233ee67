package org.wengert.sample.curvature;

import org.hipparchus.linear.RealVector;

/**
 * A trust-region method that needs no Hessian but its products with vectors (Nocedal and Wright,
 * Numerical Optimization, second edition, algorithm 4.1, with the steps of algorithm 7.2).
 */
final class TrustRegion implements Minimizer {

  private static final double FIRST_RADIUS = 1;
  private static final double LARGEST_RADIUS = 1e3;
  private static final double ACCEPTED = 0.1;

  @Override
  public Result minimize(Counted function, RealVector start) {
    RealVector x = start;
    double value = function.value(x);
    RealVector gradient = function.gradient(x);
    double radius = FIRST_RADIUS;
    int iterations = 0;
    while (gradient.getNorm() > TOLERANCE && iterations < MOST_ITERATIONS) {
      RealVector place = x;
      SteihaugStep step = SteihaugStep.of(gradient, v -> function.product(place, v), radius);
      RealVector next = x.add(step.step());
      double nextValue = function.value(next);
      double ratio = (value - nextValue) / step.decrease();
      if (ratio < 0.25) {
        radius /= 4;
      } else if (ratio > 0.75 && step.atSurface()) {
        radius = Math.min(2 * radius, LARGEST_RADIUS);
      }
      if (ratio > ACCEPTED) {
        x = next;
        value = nextValue;
        gradient = function.gradient(x);
      }
      iterations++;
    }
    return new Result(x, iterations);
  }
}
