package org.wengert.sample.benchmark.adjoint;

import java.util.Arrays;
import java.util.List;

/** The gradient of the recurrent network's loss, by hand, in memory kept for it. */
public final class RecurrentNetworkAdjoint {

  private final double[][] state;
  private final double[][] sequence;
  private final int width;
  private final int layers;
  private final int steps;

  /** What the network remembers at the start and, of every step and layer, what is needed again. */
  private final double[][] now;

  private final double[] inputs;
  private final double[] hidden;
  private final double[] cells;
  private final double[] forgets;
  private final double[] ins;
  private final double[] outs;
  private final double[] changes;
  private final double[] tanhs;

  private final double[] signal;
  private final double[] signalBar;
  private final double[] predictionBar;
  private final double[][] stateBar;
  private final double[][] mainBar;
  private final double[][] extraBar;
  private final List<Object> gradient;

  /**
   * @param state not changed
   * @param sequence the characters as bits, at least two
   */
  public RecurrentNetworkAdjoint(double[][] state, double[][] sequence) {
    this.state = state;
    this.sequence = sequence;
    width = sequence[0].length;
    layers = state.length / 2;
    steps = sequence.length - 1;
    now = new double[state.length][width];
    int recorded = steps * layers * width;
    inputs = new double[recorded];
    hidden = new double[recorded];
    cells = new double[recorded];
    forgets = new double[recorded];
    ins = new double[recorded];
    outs = new double[recorded];
    changes = new double[recorded];
    tanhs = new double[recorded];
    signal = new double[width];
    signalBar = new double[width];
    predictionBar = new double[steps * width];
    stateBar = new double[state.length][width];
    mainBar = new double[state.length][4 * width];
    extraBar = new double[3][width];
    gradient = List.of(mainBar, extraBar);
  }

  /** Returns the adjoints of the weights, in the same arrays every time. */
  public List<Object> gradient(double[][] main, double[][] extra) {
    for (int i = 0; i < state.length; i++) {
      System.arraycopy(state[i], 0, now[i], 0, width);
      Arrays.fill(stateBar[i], 0);
      Arrays.fill(mainBar[i], 0);
    }
    for (double[] row : extraBar) {
      Arrays.fill(row, 0);
    }
    for (int t = 0; t < steps; t++) {
      for (int b = 0; b < width; b++) {
        signal[b] = sequence[t][b] * extra[0][b];
      }
      for (int layer = 0; layer < layers; layer++) {
        forward(layer, (t * layers + layer) * width, main[2 * layer], main[2 * layer + 1]);
      }
      predict(t, extra);
    }
    for (int t = steps - 1; t >= 0; t--) {
      for (int b = 0; b < width; b++) {
        signalBar[b] = predictionBar[t * width + b] * extra[1][b];
      }
      for (int layer = layers - 1; layer >= 0; layer--) {
        backward(layer, (t * layers + layer) * width, main[2 * layer]);
      }
      for (int b = 0; b < width; b++) {
        extraBar[0][b] += signalBar[b] * sequence[t][b];
      }
    }
    return gradient;
  }

  /** From the layer's input to its output, both in {@code signal}; records from {@code at} on. */
  private void forward(int layer, int at, double[] weight, double[] bias) {
    double[] last = now[2 * layer];
    double[] cell = now[2 * layer + 1];
    for (int b = 0; b < width; b++) {
      double forget = sigmoid(signal[b] * weight[b] + bias[b]);
      double in = sigmoid(last[b] * weight[width + b] + bias[width + b]);
      double out = sigmoid(signal[b] * weight[2 * width + b] + bias[2 * width + b]);
      double change = Math.tanh(last[b] * weight[3 * width + b] + bias[3 * width + b]);
      inputs[at + b] = signal[b];
      hidden[at + b] = last[b];
      cells[at + b] = cell[b];
      cell[b] = cell[b] * forget + in * change;
      double tanh = Math.tanh(cell[b]);
      last[b] = out * tanh;
      signal[b] = last[b];
      forgets[at + b] = forget;
      ins[at + b] = in;
      outs[at + b] = out;
      changes[at + b] = change;
      tanhs[at + b] = tanh;
    }
  }

  /** The adjoint of the prediction, and what it gives to the weights and biases of the output. */
  private void predict(int t, double[][] extra) {
    double sum = 2;
    double count = 0;
    int at = t * width;
    for (int b = 0; b < width; b++) {
      double odds = Math.exp(signal[b] * extra[1][b] + extra[2][b]);
      predictionBar[at + b] = odds;
      sum += odds;
      count += sequence[t + 1][b];
    }
    double factor = -1.0 / (width * steps);
    for (int b = 0; b < width; b++) {
      double bar = factor * (sequence[t + 1][b] - count * predictionBar[at + b] / sum);
      predictionBar[at + b] = bar;
      extraBar[1][b] += bar * signal[b];
      extraBar[2][b] += bar;
    }
  }

  /** From the adjoint of the layer's output to that of its input, both in {@code signalBar}. */
  private void backward(int layer, int at, double[] weight) {
    double[] weightBar = mainBar[2 * layer];
    double[] biasBar = mainBar[2 * layer + 1];
    double[] lastBar = stateBar[2 * layer];
    double[] cellBar = stateBar[2 * layer + 1];
    for (int b = 0; b < width; b++) {
      double forget = forgets[at + b];
      double in = ins[at + b];
      double out = outs[at + b];
      double change = changes[at + b];
      double tanh = tanhs[at + b];
      double outputBar = signalBar[b] + lastBar[b];
      double nextBar = cellBar[b] + outputBar * out * (1 - tanh * tanh);
      cellBar[b] = nextBar * forget;
      double forgetBar = nextBar * cells[at + b] * forget * (1 - forget);
      double inBar = nextBar * change * in * (1 - in);
      double outBar = outputBar * tanh * out * (1 - out);
      double changeBar = nextBar * in * (1 - change * change);
      weightBar[b] += forgetBar * inputs[at + b];
      weightBar[width + b] += inBar * hidden[at + b];
      weightBar[2 * width + b] += outBar * inputs[at + b];
      weightBar[3 * width + b] += changeBar * hidden[at + b];
      biasBar[b] += forgetBar;
      biasBar[width + b] += inBar;
      biasBar[2 * width + b] += outBar;
      biasBar[3 * width + b] += changeBar;
      signalBar[b] = forgetBar * weight[b] + outBar * weight[2 * width + b];
      lastBar[b] = inBar * weight[width + b] + changeBar * weight[3 * width + b];
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
