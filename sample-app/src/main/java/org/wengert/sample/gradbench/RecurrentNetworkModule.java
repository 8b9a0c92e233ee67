package org.wengert.sample.gradbench;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.wengert.sample.gradbench.RecurrentNetworkDerivatives.LossGradient;

/** The module {@code lstm}. */
final class RecurrentNetworkModule {

  private record Network(double[][] main, double[][] extra, double[][] state, double[][] sequence) {

    private static final int EXTRA_ROWS = 3;
    private static final int GATES = 4;

    static Network decode(Json json) {
      Input input = Input.of("input", json);
      int width = input.columns("extra_params");
      double[][] state = input.matrix("state", width);
      return new Network(
          input.matrix("main_params", state.length, GATES * width),
          input.matrix("extra_params", EXTRA_ROWS, width),
          state,
          input.matrix("sequence", width));
    }

    double objective() {
      return RecurrentNetwork.loss(main, extra, state, sequence);
    }

    double[] jacobian() {
      LossGradient gradient =
          RecurrentNetworkDerivatives.lossGradient(main, extra, state, sequence);
      return Stream.of(gradient.main(), gradient.extra())
          .flatMap(Arrays::stream)
          .flatMapToDouble(Arrays::stream)
          .toArray();
    }
  }

  private RecurrentNetworkModule() {}

  static Module create() {
    return new Module(
        "lstm",
        Map.of(
            "objective",
            new Evaluation<>(Network::decode, Network::objective, Json.Real::new),
            "jacobian",
            new Evaluation<>(Network::decode, Network::jacobian, Json.Reals::new)));
  }
}
