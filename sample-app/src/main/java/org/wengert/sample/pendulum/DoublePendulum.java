package org.wengert.sample.pendulum;

import org.wengert.Differentiable;

/**
 * Two masses on two rods without weight, the second hung from the first. A state is the angles of
 * the rods to the vertical, in radians, and their angular velocities, in radians per second.
 *
 * @param m1 the upper mass, in kilograms
 * @param l1 length of the upper rod, in metres
 */
record DoublePendulum(double m1, double m2, double l1, double l2) {

  /** Acceleration of free fall, in metres per second squared. */
  static final double GRAVITY = 9.81;

  /**
   * Kinetic less potential energy, in joules (Landau and Lifshitz, Mechanics, section 5, problem
   * 1). The cosines are StrictMath's, so that a motion is the same on every machine.
   *
   * @param q1 angle of the upper rod
   * @param v1 its velocity
   */
  @Differentiable(
      order = 2,
      wrt = {"q1", "q2", "v1", "v2"})
  static double lagrangian(
      double q1, double q2, double v1, double v2, double m1, double m2, double l1, double l2) {
    double speed1 = l1 * v1;
    double speed2 = l2 * v2;
    double kinetic =
        (m1 + m2) / 2 * speed1 * speed1
            + m2 / 2 * speed2 * speed2
            + m2 * speed1 * speed2 * StrictMath.cos(q1 - q2);
    double height1 = -l1 * StrictMath.cos(q1);
    double height2 = height1 - l2 * StrictMath.cos(q2);
    return kinetic - GRAVITY * (m1 * height1 + m2 * height2);
  }

  /** Its equations of motion. */
  EulerLagrange system() {
    return new EulerLagrange(DoublePendulumDerivatives.lagrangian(m1, m2, l1, l2), 2);
  }

  /** Where the lower mass is, to the right of and above the point of suspension, in metres. */
  double[] lowerMass(double[] state) {
    return new double[] {
      l1 * Math.sin(state[0]) + l2 * Math.sin(state[1]),
      -l1 * Math.cos(state[0]) - l2 * Math.cos(state[1])
    };
  }

  /**
   * The angular frequencies of small oscillations as in Landau and Lifshitz, Mechanics, section 23,
   * problem 2, in radians per second, the slowest first.
   */
  double[] textbookFrequencies() {
    double mass = m1 + m2;
    double length = l1 + l2;
    double difference = Math.sqrt(mass * (mass * length * length - 4 * m1 * l1 * l2));
    double scale = GRAVITY / (2 * m1 * l1 * l2);
    return new double[] {
      Math.sqrt(scale * (mass * length - difference)),
      Math.sqrt(scale * (mass * length + difference))
    };
  }
}
