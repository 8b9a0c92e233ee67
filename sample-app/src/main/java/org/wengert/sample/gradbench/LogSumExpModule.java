package org.wengert.sample.gradbench;

import java.util.Map;

/** The module {@code lse}. */
final class LogSumExpModule {

  private LogSumExpModule() {}

  static Module create() {
    return new Module(
        "lse",
        Map.of(
            "primal",
            new Evaluation<>(LogSumExpModule::decode, LogSumExp::logSumExp, Json.Real::new),
            "gradient",
            new Evaluation<>(LogSumExpModule::decode, LogSumExpModule::gradient, Json.Reals::new)));
  }

  private static double[] decode(Json json) {
    return Input.of("input", json).vector("x");
  }

  private static double[] gradient(double[] x) {
    return LogSumExpDerivatives.logSumExpGradient(x).x();
  }
}
