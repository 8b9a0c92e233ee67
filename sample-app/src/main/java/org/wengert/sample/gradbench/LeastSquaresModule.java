package org.wengert.sample.gradbench;

import java.util.Map;

/** The module {@code llsq}. */
final class LeastSquaresModule {

  private record Fit(double[] x, int n) {

    static Fit decode(Json json) {
      Input input = Input.of("input", json);
      return new Fit(input.vector("x"), input.integer("n"));
    }

    double primal() {
      return LeastSquares.halfSquares(x, n);
    }

    double[] gradient() {
      return LeastSquaresDerivatives.halfSquaresGradient(x, n).x();
    }
  }

  private LeastSquaresModule() {}

  static Module create() {
    return new Module(
        "llsq",
        Map.of(
            "primal", new Evaluation<>(Fit::decode, Fit::primal, Json.Real::new),
            "gradient", new Evaluation<>(Fit::decode, Fit::gradient, Json.Reals::new)));
  }
}
