package org.wengert.sample.curvature;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Newton's method with the whole Hessian, made positive definite where it is not, and backtracking
 * (Nocedal and Wright, Numerical Optimization, second edition, algorithms 3.1 to 3.3). Of
 * Hipparchus's optimisers those that take a Hessian evaluate it at the start alone.
 */
final class Newton implements Minimizer {

  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double LEAST_SHIFT = 1e-3;

  @Override
  public Result minimize(Counted function, RealVector start) {
    RealVector x = start;
    RealVector gradient = function.gradient(x);
    int iterations = 0;
    while (gradient.getNorm() > TOLERANCE && iterations < MOST_ITERATIONS) {
      RealVector direction = direction(function.hessian(x), gradient);
      x = search(function, x, direction, gradient.dotProduct(direction));
      gradient = function.gradient(x);
      iterations++;
    }
    return new Result(x, iterations);
  }

  /** Adds the least of some multiples of the identity with which Cholesky's method succeeds. */
  private static RealVector direction(RealMatrix hessian, RealVector gradient) {
    RealMatrix identity = MatrixUtils.createRealIdentityMatrix(gradient.getDimension());
    double least = leastDiagonal(hessian);
    double shift = least > 0 ? 0 : LEAST_SHIFT - least;
    while (true) {
      try {
        return new CholeskyDecomposition(hessian.add(identity.scalarMultiply(shift)))
            .getSolver()
            .solve(gradient.mapMultiply(-1));
      } catch (MathIllegalArgumentException notPositiveDefinite) {
        shift = Math.max(2 * shift, LEAST_SHIFT);
      }
    }
  }

  private static double leastDiagonal(RealMatrix matrix) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < matrix.getRowDimension(); i++) {
      least = Math.min(least, matrix.getEntry(i, i));
    }
    return least;
  }

  /** Halves the step until the function falls by a share of what its slope promises. */
  private static RealVector search(
      Counted function, RealVector x, RealVector direction, double slope) {
    double value = function.value(x);
    double step = 1;
    RealVector next = x.add(direction);
    while (function.value(next) > value + SUFFICIENT_DECREASE * step * slope) {
      step /= 2;
      next = x.combine(1, step, direction);
    }
    return next;
  }
}
