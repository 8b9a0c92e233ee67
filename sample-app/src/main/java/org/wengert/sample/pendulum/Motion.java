package org.wengert.sample.pendulum;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.StepNormalizer;

/**
 * How a system moves, by Hipparchus's integrator of Dormand and Prince, order 8(5,3).
 *
 * @param times equally spaced, in seconds
 * @param states one for each time
 * @param evaluations how often accelerations were asked for
 */
record Motion(List<Double> times, List<double[]> states, int evaluations) {

  private static final double SHORTEST_STEP = 1e-9;

  /**
   * @param spacing between the times that are kept
   * @param tolerance of each step, absolute and relative
   */
  static Motion of(
      EulerLagrange system, double[] start, double seconds, double spacing, double tolerance) {
    List<Double> times = new ArrayList<>();
    List<double[]> states = new ArrayList<>();
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(SHORTEST_STEP, seconds, tolerance, tolerance);
    integrator.addStepHandler(
        new StepNormalizer(
            spacing,
            (state, isLast) -> {
              times.add(state.getTime());
              states.add(state.getPrimaryState());
            }));
    integrator.integrate(system, new ODEState(0, start), seconds);
    return new Motion(List.copyOf(times), List.copyOf(states), integrator.getEvaluations());
  }

  /** How far the energy is from that at the start, at each time, in joules. */
  List<Double> energyErrors(EulerLagrange system) {
    double start = system.energy(states.get(0));
    return states.stream().map(state -> Math.abs(system.energy(state) - start)).toList();
  }
}
