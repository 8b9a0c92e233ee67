package org.wengert.sample.curvature;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;

/**
 * A step that all but minimises a quadratic model within a ball: conjugate gradients that stop at
 * the ball's surface and where they meet negative curvature (T. Steihaug, "The conjugate gradient
 * method and trust regions in large scale optimization", SIAM Journal on Numerical Analysis 20
 * (1983), 626-637; Nocedal and Wright, Numerical Optimization, second edition, algorithm 7.2). No
 * library here has them; Hipparchus's conjugate gradients can only fail at negative curvature.
 *
 * @param step from the middle of the ball
 * @param decrease of the model, positive
 * @param atSurface whether the ball held it back
 */
record SteihaugStep(RealVector step, double decrease, boolean atSurface) {

  /** The Hessian as an operation. */
  @FunctionalInterface
  interface Hessian {
    RealVector times(RealVector v);
  }

  /** The step against a gradient that is not zero. */
  static SteihaugStep of(RealVector gradient, Hessian hessian, double radius) {
    double norm = gradient.getNorm();
    // The nearer to the minimum, the more exactly: convergence faster than linear.
    double tolerance = Math.min(0.5, Math.sqrt(norm)) * norm;
    RealVector step = new ArrayRealVector(gradient.getDimension());
    RealVector residual = gradient;
    RealVector direction = gradient.mapMultiply(-1);
    double decrease = 0;
    // As many iterations as variables would do, if there were no rounding.
    for (int i = 0; i < 10 * gradient.getDimension(); i++) {
      RealVector product = hessian.times(direction);
      double curvature = direction.dotProduct(product);
      double square = residual.dotProduct(residual);
      double length = square / curvature;
      double slope = residual.dotProduct(direction);
      if (curvature <= 0 || step.combine(1, length, direction).getNorm() >= radius) {
        double reach = toSurface(step, direction, radius);
        return new SteihaugStep(
            step.combine(1, reach, direction),
            decrease - reach * (slope + reach * curvature / 2),
            true);
      }
      step = step.combine(1, length, direction);
      decrease -= length * (slope + length * curvature / 2);
      residual = residual.combine(1, length, product);
      if (residual.getNorm() <= tolerance) {
        break;
      }
      direction = direction.combine(residual.dotProduct(residual) / square, -1, residual);
    }
    return new SteihaugStep(step, decrease, false);
  }

  /** The positive t for which |step + t direction| is the radius. */
  private static double toSurface(RealVector step, RealVector direction, double radius) {
    double a = direction.dotProduct(direction);
    double b = step.dotProduct(direction);
    double c = radius * radius - step.dotProduct(step);
    return c / (b + Math.sqrt(b * b + a * c));
  }
}
