package org.wengert.sample.iris;

/** Fitted weights of {@link SoftmaxRegression}. */
record Classifier(double[] weights, int classes) {

  /** Returns the most likely class of one flower. */
  int classify(double[] feature) {
    double[] scores = new double[classes];
    SoftmaxRegression.score(weights, feature, scores);
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (scores[k] > scores[best]) {
        best = k;
      }
    }
    return best;
  }

  /** Returns the share of the flowers that are given their own species. */
  double accuracy(Flowers flowers) {
    int right = 0;
    for (int i = 0; i < flowers.labels().length; i++) {
      if (classify(flowers.features()[i]) == flowers.labels()[i]) {
        right++;
      }
    }
    return (double) right / flowers.labels().length;
  }
}
