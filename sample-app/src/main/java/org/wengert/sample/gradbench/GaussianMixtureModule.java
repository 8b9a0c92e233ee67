package org.wengert.sample.gradbench;

import java.util.Map;
import org.wengert.sample.gradbench.GaussianMixtureDerivatives.LogPosteriorGradient;

/** The module {@code gmm}. */
final class GaussianMixtureModule {

  private record Mixture(
      double[] alpha,
      double[][] mu,
      double[][] q,
      double[][] l,
      double[][] x,
      double gamma,
      int m) {

    static Mixture decode(Json json) {
      Input input = Input.of("input", json);
      int d = input.integer("d");
      int k = input.integer("k");
      return new Mixture(
          input.vector("alpha", k),
          input.matrix("mu", k, d),
          input.matrix("q", k, d),
          input.matrix("l", k, d * (d - 1) / 2),
          input.matrix("x", input.integer("n"), d),
          input.real("gamma"),
          input.integer("m"));
    }

    double objective() {
      return GaussianMixture.logPosterior(alpha, mu, q, l, x, gamma, m);
    }

    LogPosteriorGradient jacobian() {
      return GaussianMixtureDerivatives.logPosteriorGradient(alpha, mu, q, l, x, gamma, m);
    }
  }

  private GaussianMixtureModule() {}

  static Module create() {
    return new Module(
        "gmm",
        Map.of(
            "objective",
            new Evaluation<>(Mixture::decode, Mixture::objective, Json.Real::new),
            "jacobian",
            new Evaluation<>(Mixture::decode, Mixture::jacobian, GaussianMixtureModule::encode)));
  }

  private static Json encode(LogPosteriorGradient gradient) {
    return new Json.Fields(
        Map.of(
            "alpha", new Json.Reals(gradient.alpha()),
            "mu", Json.rows(gradient.mu()),
            "q", Json.rows(gradient.q()),
            "l", Json.rows(gradient.l())));
  }
}
