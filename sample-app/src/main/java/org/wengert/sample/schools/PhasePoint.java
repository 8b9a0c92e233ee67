package org.wengert.sample.schools;

import java.util.random.RandomGenerator;
import org.wengert.ScalarFunction;

/**
 * A position and a momentum that move by Hamilton's equations, the potential being minus the
 * logarithm of a density and the mass one. Moving allocates nothing.
 */
final class PhasePoint {

  private final ScalarFunction logDensity;
  private final double[] momentum;
  private final Place now;
  private final Place accepted;

  /** A position, and the log density there. */
  private static final class Place {
    private final double[] position;
    private final double[] gradient;
    private double logDensity;

    private Place(double[] position) {
      this.position = position;
      this.gradient = new double[position.length];
    }

    private void set(Place other) {
      System.arraycopy(other.position, 0, position, 0, position.length);
      System.arraycopy(other.gradient, 0, gradient, 0, gradient.length);
      logDensity = other.logDensity;
    }
  }

  PhasePoint(ScalarFunction logDensity, double[] start) {
    this.logDensity = logDensity;
    this.momentum = new double[start.length];
    this.now = new Place(start.clone());
    this.accepted = new Place(start.clone());
    evaluate();
    accept();
  }

  double[] position() {
    return now.position.clone();
  }

  void drawMomentum(RandomGenerator random) {
    for (int i = 0; i < momentum.length; i++) {
      momentum[i] = random.nextGaussian();
    }
  }

  /** The Hamiltonian: kinetic and potential energy. */
  double energy() {
    double squares = 0;
    for (double p : momentum) {
      squares += p * p;
    }
    return squares / 2 - now.logDensity;
  }

  /** Moves by the leapfrog method. */
  void leapfrog(double step, int steps) {
    accelerate(step / 2);
    for (int k = 0; k < steps; k++) {
      for (int i = 0; i < momentum.length; i++) {
        now.position[i] += step * momentum[i];
      }
      evaluate();
      accelerate(k + 1 < steps ? step : step / 2);
    }
  }

  /** Stays here. */
  void accept() {
    accepted.set(now);
  }

  /** Returns to the position accepted last. */
  void reject() {
    now.set(accepted);
  }

  private void accelerate(double time) {
    for (int i = 0; i < momentum.length; i++) {
      momentum[i] += time * now.gradient[i];
    }
  }

  private void evaluate() {
    now.logDensity = logDensity.gradient(now.position, now.gradient);
  }
}
