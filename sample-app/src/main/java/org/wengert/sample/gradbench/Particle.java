package org.wengert.sample.gradbench;

import org.wengert.Differentiable;

/** A particle between two charges, one of which can be moved: where does it land? */
public final class Particle {

  private Particle() {}

  /**
   * The potential at the point (x, y).
   *
   * @param w how far the second charge has been moved
   */
  @Differentiable(wrt = {"x", "y"})
  public static double potential(double x, double y, double w) {
    return 1 / Math.hypot(x - 10, y - (10 - w)) + 1 / Math.hypot(x - 10, y);
  }

  /** The square of the place where it lands; the force by two directional derivatives. */
  @Differentiable
  public static double landingForward(double w) {
    return landing(w, true);
  }

  /** The same, the force by a gradient. */
  @Differentiable
  public static double landingReverse(double w) {
    return landing(w, false);
  }

  private static double landing(double w, boolean forward) {
    double x = 0;
    double y = 8;
    double vx = 0.75;
    double vy = 0;
    while (true) {
      double slopeX;
      double slopeY;
      if (forward) {
        slopeX = ParticleDerivatives.potentialJvp(x, 1, y, 0, w).tangent();
        slopeY = ParticleDerivatives.potentialJvp(x, 0, y, 1, w).tangent();
      } else {
        ParticleDerivatives.PotentialGradient slope =
            ParticleDerivatives.potentialGradient(x, y, w);
        slopeX = slope.x();
        slopeY = slope.y();
      }
      double nextX = x + 0.1 * vx;
      double nextY = y + 0.1 * vy;
      if (nextY <= 0) {
        return square(nextX - nextY / vy * vx);
      }
      vx -= 0.1 * slopeX;
      vy -= 0.1 * slopeY;
      x = nextX;
      y = nextY;
    }
  }

  private static double square(double x) {
    return x * x;
  }
}
