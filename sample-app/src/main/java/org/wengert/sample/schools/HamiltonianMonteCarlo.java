package org.wengert.sample.schools;

import java.util.random.RandomGenerator;
import org.wengert.ScalarFunction;

/**
 * Hamiltonian Monte Carlo with the leapfrog method and a unit mass (R. M. Neal, "MCMC using
 * Hamiltonian dynamics", Handbook of Markov Chain Monte Carlo, 2011, chapter 5).
 *
 * @param step of the leapfrog method, for parameters that are near one in scale
 * @param mostSteps between two draws; how many is drawn each time, so that no orbit closes
 */
record HamiltonianMonteCarlo(double step, int mostSteps) {

  /**
   * Returns a chain from a start near the origin.
   *
   * @param warmUp how many draws are thrown away at first
   */
  Chain sample(
      ScalarFunction logDensity, int dimension, int warmUp, int draws, RandomGenerator random) {
    PhasePoint point = new PhasePoint(logDensity, random.doubles(dimension, -2, 2).toArray());
    for (int i = 0; i < warmUp; i++) {
      move(point, random);
    }
    double[][] kept = new double[draws][];
    int accepted = 0;
    for (int i = 0; i < draws; i++) {
      if (move(point, random)) {
        accepted++;
      }
      kept[i] = point.position();
    }
    return new Chain(kept, (double) accepted / draws);
  }

  /** Returns whether the proposal was accepted. */
  private boolean move(PhasePoint point, RandomGenerator random) {
    point.drawMomentum(random);
    double before = point.energy();
    point.leapfrog(step, 1 + random.nextInt(mostSteps));
    // StrictMath's, so that chains are the same on every machine. An energy of NaN is rejected.
    boolean accepted = StrictMath.log(random.nextDouble()) < before - point.energy();
    if (accepted) {
      point.accept();
    } else {
      point.reject();
    }
    return accepted;
  }
}
