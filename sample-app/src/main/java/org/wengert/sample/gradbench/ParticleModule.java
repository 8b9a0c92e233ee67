package org.wengert.sample.gradbench;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** The module {@code particle}: where to put the charge so that the particle lands at zero. */
final class ParticleModule {

  private ParticleModule() {}

  static Module create() {
    return new Module(
        "particle",
        Map.of(
            "ff",
                of(
                    Particle::landingForward,
                    w -> ParticleDerivatives.landingForwardJvp(w, 1).tangent()),
            "rf",
                of(
                    Particle::landingForward,
                    w -> ParticleDerivatives.landingForwardGradient(w).w()),
            "fr",
                of(
                    Particle::landingReverse,
                    w -> ParticleDerivatives.landingReverseJvp(w, 1).tangent()),
            "rr",
                of(
                    Particle::landingReverse,
                    w -> ParticleDerivatives.landingReverseGradient(w).w())));
  }

  private static Evaluation<?, ?> of(DoubleUnaryOperator landing, DoubleUnaryOperator slope) {
    return new Evaluation<Double, Double>(
        json -> Input.of("input", json).real("w"),
        start ->
            Descent.argmin(
                w -> landing.applyAsDouble(w[0]),
                w -> new double[] {slope.applyAsDouble(w[0])},
                new double[] {start})[0],
        Json.Real::new);
  }
}
