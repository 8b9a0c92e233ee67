package org.wengert.sample.pendulum;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Collections;
import java.util.Random;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;

final class DoublePendulumTest {

  private static final DoublePendulum UNEVEN = new DoublePendulum(2, 0.7, 0.5, 1.3);

  @Test
  void accelerationsAreTheTextbooks() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      DoublePendulum pendulum =
          new DoublePendulum(
              random.nextDouble(0.5, 2),
              random.nextDouble(0.5, 2),
              random.nextDouble(0.5, 2),
              random.nextDouble(0.5, 2));
      double[] state = random.doubles(4, -3, 3).toArray();
      double[] actual = pendulum.system().computeDerivatives(0, state);
      double[] expected = explicit(pendulum, state);
      for (int k = 0; k < 4; k++) {
        assertWithMessage("%s at %s", pendulum, state)
            .that(actual[k])
            .isWithin(1e-12 * (1 + Math.abs(expected[k])))
            .of(expected[k]);
      }
    }
  }

  /** The equations of motion as they are usually printed, solved for the accelerations. */
  private static double[] explicit(DoublePendulum pendulum, double[] state) {
    double m1 = pendulum.m1();
    double m2 = pendulum.m2();
    double l1 = pendulum.l1();
    double l2 = pendulum.l2();
    double g = DoublePendulum.GRAVITY;
    double q1 = state[0];
    double q2 = state[1];
    double v1 = state[2];
    double v2 = state[3];
    double sine = Math.sin(q1 - q2);
    double cosine = Math.cos(q1 - q2);
    double divisor = 2 * m1 + m2 - m2 * Math.cos(2 * q1 - 2 * q2);
    double a1 =
        (-g * (2 * m1 + m2) * Math.sin(q1)
                - m2 * g * Math.sin(q1 - 2 * q2)
                - 2 * sine * m2 * (v2 * v2 * l2 + v1 * v1 * l1 * cosine))
            / (l1 * divisor);
    double a2 =
        2
            * sine
            * (v1 * v1 * l1 * (m1 + m2) + g * (m1 + m2) * Math.cos(q1) + v2 * v2 * l2 * m2 * cosine)
            / (l2 * divisor);
    return new double[] {v1, v2, a1, a2};
  }

  @Test
  void energyIsKineticAndPotential() {
    double[] state = {0.4, -1.1, 2, -0.6};
    double lagrangian = DoublePendulum.lagrangian(0.4, -1.1, 2, -0.6, 2, 0.7, 0.5, 1.3);
    double potential = -DoublePendulum.lagrangian(0.4, -1.1, 0, 0, 2, 0.7, 0.5, 1.3);
    assertThat(UNEVEN.system().energy(state)).isWithin(1e-13).of(lagrangian + 2 * potential);
  }

  @Test
  void energyIsKept() {
    EulerLagrange system = PendulumReport.PENDULUM.system();
    Motion motion = Motion.of(system, PendulumReport.START, 20, 0.25, 1e-12);
    assertThat(motion.times()).hasSize(81);
    assertThat(Collections.max(motion.energyErrors(system))).isLessThan(1e-9);
    // It does move: the potential energy at least is not the same all the time.
    assertThat(
            motion.states().stream().mapToDouble(state -> Math.abs(state[2])).max().orElseThrow())
        .isGreaterThan(5.0);
  }

  @Test
  void frequenciesAreLandausAndLifshitzs() {
    for (DoublePendulum pendulum : new DoublePendulum[] {UNEVEN, PendulumReport.PENDULUM}) {
      double[] computed = NormalModes.frequencies(pendulum.system(), new double[4]);
      double[] expected = pendulum.textbookFrequencies();
      assertThat(computed).usingTolerance(1e-13).containsExactly(expected).inOrder();
    }
  }

  /** Of equal rods and masses, the lower one swings sqrt(2) times as far as the upper one. */
  @Test
  void smallOscillationsHaveTheseFrequencies() {
    double[] frequencies = PendulumReport.PENDULUM.textbookFrequencies();
    double[] ratios = {Math.sqrt(2), -Math.sqrt(2)};
    double small = 1e-5;
    for (int mode = 0; mode < 2; mode++) {
      double[] start = {small, ratios[mode] * small, 0, 0};
      double quarter = Math.PI / 2 / frequencies[mode];
      double[] end =
          new DormandPrince853Integrator(1e-9, 1, 1e-16, 1e-13)
              .integrate(PendulumReport.PENDULUM.system(), new ODEState(0, start), 41 * quarter)
              .getPrimaryState();
      // After ten periods and a quarter it passes the middle at its greatest speed.
      assertThat(end[0] / small).isWithin(1e-7).of(0);
      assertThat(end[1] / small).isWithin(1e-7).of(0);
      assertThat(end[2] / small).isWithin(1e-7).of(-frequencies[mode]);
    }
  }
}
