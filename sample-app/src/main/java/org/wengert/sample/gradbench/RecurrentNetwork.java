package org.wengert.sample.gradbench;

import org.wengert.Differentiable;

/** A recurrent network of long short-term memory whose weight matrices are diagonal. */
public final class RecurrentNetwork {

  private RecurrentNetwork() {}

  /**
   * The mean loss over the characters that the network foretells.
   *
   * @param main two rows for each layer: the weights and the biases of its gates, each a block for
   *     forget, in, out and change
   * @param extra a row of weights of the input, one of weights of the output and one of its biases
   * @param state two rows for each layer: what it puts out and what it remembers at the start; not
   *     changed
   * @param sequence the characters as bits, a row for each
   */
  @Differentiable(
      wrt = {"main", "extra"},
      order = 2)
  public static double loss(
      double[][] main, double[][] extra, double[][] state, double[][] sequence) {
    int width = extra[0].length;
    double[][] now = new double[state.length][];
    for (int i = 0; i < state.length; i++) {
      now[i] = state[i].clone();
    }
    double[] prediction = new double[width];
    double total = 0;
    for (int t = 0; t < sequence.length - 1; t++) {
      predict(main, extra, now, sequence[t], prediction);
      double normalization = logOfSum(prediction);
      for (int b = 0; b < width; b++) {
        total += sequence[t + 1][b] * (prediction[b] - normalization);
      }
    }
    return -total / (width * (sequence.length - 1));
  }

  /** Overwrites {@code prediction}, and brings {@code state} one character further. */
  private static void predict(
      double[][] main, double[][] extra, double[][] state, double[] input, double[] prediction) {
    int width = input.length;
    double[] signal = new double[width];
    for (int b = 0; b < width; b++) {
      signal[b] = input[b] * extra[0][b];
    }
    for (int layer = 0; layer < state.length; layer += 2) {
      step(main[layer], main[layer + 1], state[layer], state[layer + 1], signal);
      signal = state[layer];
    }
    for (int b = 0; b < width; b++) {
      prediction[b] = signal[b] * extra[1][b] + extra[2][b];
    }
  }

  /** One layer: changes what it puts out and what it remembers. */
  private static void step(
      double[] weight, double[] bias, double[] hidden, double[] cell, double[] input) {
    int width = hidden.length;
    for (int b = 0; b < width; b++) {
      double forget = sigmoid(input[b] * weight[b] + bias[b]);
      double in = sigmoid(hidden[b] * weight[width + b] + bias[width + b]);
      double out = sigmoid(input[b] * weight[2 * width + b] + bias[2 * width + b]);
      double change = Math.tanh(hidden[b] * weight[3 * width + b] + bias[3 * width + b]);
      cell[b] = cell[b] * forget + in * change;
      hidden[b] = out * Math.tanh(cell[b]);
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double logOfSum(double[] x) {
    double sum = 2;
    for (double element : x) {
      sum += Math.exp(element);
    }
    return Math.log(sum);
  }
}
