package org.wengert.sample.gradbench;

import java.util.Map;
import java.util.function.Function;

/** The module {@code hello}: the square of a number and its derivative. */
final class HelloModule {

  private HelloModule() {}

  static Module create() {
    return new Module(
        "hello",
        Map.of(
            "square", evaluation(Hello::square),
            "double", evaluation(x -> HelloDerivatives.squareGradient(x).x())));
  }

  private static Evaluation<Double, Double> evaluation(Function<Double, Double> run) {
    return new Evaluation<>(json -> Input.real("input", json), run, Json.Real::new);
  }
}
