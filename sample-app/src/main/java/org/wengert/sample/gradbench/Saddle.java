package org.wengert.sample.gradbench;

import org.wengert.Differentiable;

/** A saddle, of which one player seeks the lowest point and the other one the highest. */
public final class Saddle {

  private static final double SMALL = 1e-5;

  private Saddle() {}

  /** The height at the points a and b of the plane. */
  @Differentiable(wrt = "b")
  public static double height(double[] a, double[] b) {
    return a[0] * a[0] + a[1] * a[1] - (b[0] * b[0] + b[1] * b[1]);
  }

  /** The height at a and the best answer to it, which is sought by directional derivatives. */
  @Differentiable(wrt = "a")
  public static double highestForward(double[] a, double[] start) {
    return highest(a, start, true);
  }

  /** The same by gradients. */
  @Differentiable(wrt = "a")
  public static double highestReverse(double[] a, double[] start) {
    return highest(a, start, false);
  }

  private static double highest(double[] a, double[] start, boolean forward) {
    double[] b = start.clone();
    double value = height(a, b);
    double[] slope = slope(a, b, forward);
    double rate = 1e-5;
    int steps = 0;
    while (norm(slope) > SMALL) {
      if (steps == 10) {
        rate *= 2;
        steps = 0;
      } else {
        double[] next = {b[0] + rate * slope[0], b[1] + rate * slope[1]};
        if (norm(new double[] {b[0] - next[0], b[1] - next[1]}) <= SMALL) {
          return height(a, b);
        }
        double there = height(a, next);
        if (there > value) {
          b = next;
          value = there;
          slope = slope(a, b, forward);
          steps++;
        } else {
          rate /= 2;
          steps = 0;
        }
      }
    }
    return height(a, b);
  }

  private static double[] slope(double[] a, double[] b, boolean forward) {
    return forward
        ? new double[] {
          SaddleDerivatives.heightJvp(a, b, new double[] {1, 0}).tangent(),
          SaddleDerivatives.heightJvp(a, b, new double[] {0, 1}).tangent()
        }
        : SaddleDerivatives.heightGradient(a, b).b();
  }

  private static double norm(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1]);
  }
}
