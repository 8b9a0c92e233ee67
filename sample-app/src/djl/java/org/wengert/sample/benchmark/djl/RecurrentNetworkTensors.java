package org.wengert.sample.benchmark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.List;
import org.wengert.sample.benchmark.overloaded.RecurrentNetworkFunction;

/** The mean loss of the network, a layer of a step at once. */
record RecurrentNetworkTensors(RecurrentNetworkFunction function) implements TensorFunction {

  private static final int GATES = 4;

  @Override
  public List<Shape> parameters() {
    int width = function.sequence()[0].length;
    return List.of(new Shape(function.state().length, GATES, width), new Shape(3, width));
  }

  @Override
  public NDArray value(NDManager manager, NDList parameters) {
    NDArray main = parameters.get(0);
    NDArray extra = parameters.get(1);
    NDArray[] state = new NDArray[function.state().length];
    for (int i = 0; i < state.length; i++) {
      state[i] = manager.create(function.state()[i]);
    }
    NDArray[] weights = new NDArray[state.length * GATES];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = main.get(i / GATES).get(i % GATES);
    }
    NDArray in = extra.get(0);
    NDArray out = extra.get(1);
    NDArray bias = extra.get(2);
    double[][] sequence = function.sequence();
    NDArray next = manager.create(sequence[0]);
    NDArray total = manager.create(0.0);
    for (int t = 0; t + 1 < sequence.length; t++) {
      NDArray signal = next.mul(in);
      for (int layer = 0; layer < state.length; layer += 2) {
        signal = step(weights, layer, state, signal);
      }
      NDArray prediction = signal.mul(out).add(bias);
      NDArray normalization = prediction.exp().sum().add(2).log();
      next = manager.create(sequence[t + 1]);
      total = total.add(prediction.sub(normalization).mul(next).sum());
    }
    return total.div(-(double) (sequence[0].length * (sequence.length - 1)));
  }

  /** One layer: changes its part of the state, and returns what it puts out. */
  private static NDArray step(NDArray[] weights, int layer, NDArray[] state, NDArray signal) {
    NDArray last = state[layer];
    NDArray forget = Activation.sigmoid(gate(weights, layer, 0, signal));
    NDArray in = Activation.sigmoid(gate(weights, layer, 1, last));
    NDArray out = Activation.sigmoid(gate(weights, layer, 2, signal));
    NDArray change = gate(weights, layer, 3, last).tanh();
    state[layer + 1] = state[layer + 1].mul(forget).add(in.mul(change));
    state[layer] = out.mul(state[layer + 1].tanh());
    return state[layer];
  }

  private static NDArray gate(NDArray[] weights, int layer, int gate, NDArray x) {
    return x.mul(weights[layer * GATES + gate]).add(weights[(layer + 1) * GATES + gate]);
  }
}
