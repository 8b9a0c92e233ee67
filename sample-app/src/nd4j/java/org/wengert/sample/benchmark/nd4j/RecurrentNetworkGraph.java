package org.wengert.sample.benchmark.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;
import org.wengert.sample.benchmark.overloaded.RecurrentNetworkFunction;

/** The mean loss of the network, a layer of a step at once. */
final class RecurrentNetworkGraph implements GraphFunction {

  private static final int GATES = 4;

  private final double[][] initial;
  private final double[][] sequence;
  private final int width;

  RecurrentNetworkGraph(RecurrentNetworkFunction function) {
    initial = function.state();
    sequence = function.sequence();
    width = sequence[0].length;
  }

  /** One parameter for each row of a gate, then the three others. */
  @Override
  public List<long[]> parameters() {
    List<long[]> shapes = new ArrayList<>();
    for (int i = 0; i < initial.length * GATES + 3; i++) {
      shapes.add(new long[] {width});
    }
    return shapes;
  }

  @Override
  public SDVariable value(SameDiff graph, List<SDVariable> parameters) {
    SDVariable[] state = new SDVariable[initial.length];
    for (int i = 0; i < state.length; i++) {
      state[i] = graph.constant(Nd4j.createFromArray(initial[i]));
    }
    int extra = initial.length * GATES;
    SDVariable next = graph.constant(Nd4j.createFromArray(sequence[0]));
    SDVariable total = graph.constant(0.0);
    for (int t = 0; t + 1 < sequence.length; t++) {
      SDVariable signal = next.mul(parameters.get(extra));
      for (int layer = 0; layer < state.length; layer += 2) {
        signal = step(graph, parameters, layer, state, signal);
      }
      SDVariable prediction = signal.mul(parameters.get(extra + 1)).add(parameters.get(extra + 2));
      SDVariable sum = graph.math().exp(prediction).sum().add(2);
      next = graph.constant(Nd4j.createFromArray(sequence[t + 1]));
      total = total.add(prediction.sub(graph.math().log(sum)).mul(next).sum());
    }
    return total.div(-(double) (width * (sequence.length - 1)));
  }

  /** One layer: changes its part of the state, and returns what it puts out. */
  private static SDVariable step(
      SameDiff graph,
      List<SDVariable> parameters,
      int layer,
      SDVariable[] state,
      SDVariable signal) {
    SDVariable last = state[layer];
    SDVariable forget = graph.nn().sigmoid(gate(parameters, layer, 0, signal));
    SDVariable in = graph.nn().sigmoid(gate(parameters, layer, 1, last));
    SDVariable out = graph.nn().sigmoid(gate(parameters, layer, 2, signal));
    SDVariable change = graph.math().tanh(gate(parameters, layer, 3, last));
    state[layer + 1] = state[layer + 1].mul(forget).add(in.mul(change));
    state[layer] = out.mul(graph.math().tanh(state[layer + 1]));
    return state[layer];
  }

  private static SDVariable gate(List<SDVariable> parameters, int layer, int gate, SDVariable x) {
    SDVariable weight = parameters.get(layer * GATES + gate);
    SDVariable bias = parameters.get((layer + 1) * GATES + gate);
    return x.mul(weight).add(bias);
  }
}
