package org.wengert.sample.iris;

import org.wengert.Differentiable;

/**
 * Multinomial logistic regression. The weights of class k are {@code weights[k * (n + 1)]}, its
 * intercept, and one for each of the n features after it.
 */
final class SoftmaxRegression {

  private SoftmaxRegression() {}

  /**
   * The mean cross-entropy of the labels under the model, and half of {@code penalty} times the
   * squared weights.
   *
   * @param features a row for each flower
   * @param labels the class of each
   */
  @Differentiable(wrt = "weights")
  static double loss(
      double[] weights, double[][] features, int[] labels, int classes, double penalty) {
    double total = 0;
    double[] scores = new double[classes];
    for (int i = 0; i < features.length; i++) {
      score(weights, features[i], scores);
      total += logSumExp(scores) - scores[labels[i]];
    }
    double squares = 0;
    for (int j = 0; j < weights.length; j++) {
      squares += weights[j] * weights[j];
    }
    return total / features.length + penalty / 2 * squares;
  }

  /** Overwrites {@code scores} with one number for each class, the logarithms of their odds. */
  static void score(double[] weights, double[] feature, double[] scores) {
    int stride = feature.length + 1;
    for (int k = 0; k < scores.length; k++) {
      double sum = weights[k * stride];
      for (int j = 0; j < feature.length; j++) {
        sum += weights[k * stride + 1 + j] * feature[j];
      }
      scores[k] = sum;
    }
  }

  private static double logSumExp(double[] scores) {
    double largest = scores[0];
    for (int k = 1; k < scores.length; k++) {
      largest = Math.max(largest, scores[k]);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      sum += Math.exp(scores[k] - largest);
    }
    return largest + Math.log(sum);
  }
}
