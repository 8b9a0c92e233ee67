package org.wengert.sample.curvature;

import org.hipparchus.linear.RealVector;

/** A method of unconstrained minimisation. */
interface Minimizer {

  /** Methods end where the norm of the gradient is at most this. */
  double TOLERANCE = 1e-9;

  /** They give up after so many iterations. */
  int MOST_ITERATIONS = 10_000;

  /**
   * A last point.
   *
   * @param iterations steps taken or refused
   */
  record Result(RealVector point, int iterations) {}

  /** Returns where the way from {@code start} down the function ends. */
  Result minimize(Counted function, RealVector start);
}
