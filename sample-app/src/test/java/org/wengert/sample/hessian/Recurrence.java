package org.wengert.sample.hessian;

import java.util.Random;
import org.wengert.Differentiable;

/** The loss of a small recurrent network with gates, on a text of characters of some bits. */
final class Recurrence {

  private Recurrence() {}

  /**
   * The mean loss over the characters that the network foretells.
   *
   * @param x blocks of a number for each bit: weights of four gates, their biases, and a weight and
   *     a bias of the output
   */
  @Differentiable(wrt = "x", order = 2)
  static double loss(double[] x, double[][] text) {
    int width = text[0].length;
    double[][] state = new double[2][width];
    double[] scores = new double[width];
    double total = 0;
    for (int t = 0; t + 1 < text.length; t++) {
      step(x, text[t], state[0], state[1]);
      double sum = 0;
      for (int b = 0; b < width; b++) {
        scores[b] = state[0][b] * x[8 * width + b] + x[9 * width + b];
        sum += Math.exp(scores[b]);
      }
      for (int b = 0; b < width; b++) {
        total -= text[t + 1][b] * (scores[b] - Math.log(sum));
      }
    }
    return total / (width * (text.length - 1));
  }

  /** Changes both arrays of the state. */
  private static void step(double[] x, double[] input, double[] hidden, double[] cell) {
    int width = input.length;
    for (int b = 0; b < width; b++) {
      double signal = input[b] + hidden[(b + 1) % width];
      double forget = sigmoid(gate(x, 0, width, b, signal));
      double in = sigmoid(gate(x, 1, width, b, hidden[b]));
      double out = sigmoid(gate(x, 2, width, b, signal));
      double change = Math.tanh(gate(x, 3, width, b, hidden[b] - signal));
      cell[b] = cell[b] * forget + in * change;
      hidden[b] = out * Math.tanh(cell[b]);
    }
  }

  private static double gate(double[] x, int gate, int width, int b, double signal) {
    return signal * x[gate * width + b] + x[(4 + gate) * width + b];
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Differentiable(wrt = "x")
  static double[] gradient(double[] x, double[][] text) {
    return RecurrenceDerivatives.lossGradient(x, text).x();
  }

  @Differentiable(wrt = "x")
  static double slope(double[] x, double[] v, double[][] text) {
    return RecurrenceDerivatives.lossJvp(x, v, text).tangent();
  }

  static Twice of(int width, int length) {
    Random random = new Random(length);
    double[][] text = new double[length][width];
    for (double[] character : text) {
      character[random.nextInt(width)] = 1;
    }
    return new Twice(
        10 * width,
        x -> RecurrenceDerivatives.lossHessian(x, text),
        RecurrenceDerivatives.gradient(text),
        v -> RecurrenceDerivatives.slope(v, text));
  }
}
