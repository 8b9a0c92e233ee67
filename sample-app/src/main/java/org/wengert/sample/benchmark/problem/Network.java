package org.wengert.sample.benchmark.problem;

import org.wengert.Differentiable;

/** A network of one hidden layer (tanh) with softmax cross-entropy over a batch. */
final class Network {

  private Network() {}

  /**
   * The mean cross-entropy of the batch.
   *
   * @param w1 a row of weights for each hidden unit
   * @param w2 a row of weights for each class
   * @param inputs a row for each item of the batch
   * @param labels the class of each item
   */
  @Differentiable(
      wrt = {"w1", "b1", "w2", "b2"},
      order = 2)
  static double loss(
      double[][] w1, double[] b1, double[][] w2, double[] b2, double[][] inputs, int[] labels) {
    double[] hidden = new double[b1.length];
    double[] scores = new double[b2.length];
    double total = 0;
    for (int n = 0; n < inputs.length; n++) {
      affine(w1, b1, inputs[n], hidden);
      for (int i = 0; i < hidden.length; i++) {
        hidden[i] = Math.tanh(hidden[i]);
      }
      affine(w2, b2, hidden, scores);
      total += logSumExp(scores) - scores[labels[n]];
    }
    return total / inputs.length;
  }

  private static void affine(double[][] w, double[] b, double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      double[] row = w[i];
      double sum = b[i];
      for (int j = 0; j < x.length; j++) {
        sum += row[j] * x[j];
      }
      y[i] = sum;
    }
  }

  private static double logSumExp(double[] x) {
    double largest = x[0];
    for (int i = 1; i < x.length; i++) {
      largest = Math.max(largest, x[i]);
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.exp(x[i] - largest);
    }
    return largest + Math.log(sum);
  }
}
