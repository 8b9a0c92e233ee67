package org.wengert.sample.gradbench;

import java.util.Map;

/** The module {@code ode}. */
final class RungeKuttaModule {

  private record Chain(double[] x, int steps) {

    static Chain decode(Json json) {
      Input input = Input.of("input", json);
      return new Chain(input.vector("x"), input.integer("s"));
    }

    double[] primal() {
      return RungeKutta.solve(x, steps);
    }

    /** The gradient of the last element of the solution. */
    double[] gradient() {
      double[] seed = new double[x.length];
      seed[x.length - 1] = 1;
      double[] gradient = new double[x.length];
      RungeKuttaDerivatives.solveVjp(x, gradient, steps, seed);
      return gradient;
    }
  }

  private RungeKuttaModule() {}

  static Module create() {
    return new Module(
        "ode",
        Map.of(
            "primal", new Evaluation<>(Chain::decode, Chain::primal, Json.Reals::new),
            "gradient", new Evaluation<>(Chain::decode, Chain::gradient, Json.Reals::new)));
  }
}
