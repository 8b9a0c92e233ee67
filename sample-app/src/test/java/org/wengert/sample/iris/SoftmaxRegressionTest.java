package org.wengert.sample.iris;

import static com.google.common.truth.Truth.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wengert.GradientCheck;
import org.wengert.ScalarFunction;

final class SoftmaxRegressionTest {

  private static final Flowers FLOWERS = Flowers.read().standardized();

  private static double[] someWeights() {
    return new Random(1).doubles(15, -1, 1).toArray();
  }

  /** Gradient of the cross-entropy: (probability - indicator) times the feature, averaged. */
  @Test
  void theGradientIsItsClosedForm() {
    double[] weights = someWeights();
    double[] expected = new double[15];
    for (int i = 0; i < 150; i++) {
      double[] feature = FLOWERS.features()[i];
      double[] scores = new double[3];
      SoftmaxRegression.score(weights, feature, scores);
      double sum = 0;
      for (double score : scores) {
        sum += Math.exp(score);
      }
      for (int k = 0; k < 3; k++) {
        double excess = Math.exp(scores[k]) / sum - (FLOWERS.labels()[i] == k ? 1 : 0);
        expected[5 * k] += excess / 150;
        for (int j = 0; j < 4; j++) {
          expected[5 * k + 1 + j] += excess * feature[j] / 150;
        }
      }
    }
    for (int j = 0; j < 15; j++) {
      expected[j] += Training.PENALTY * weights[j];
    }
    assertThat(Training.loss(FLOWERS).gradient(weights))
        .usingTolerance(1e-14)
        .containsExactly(expected)
        .inOrder();
  }

  @Test
  void modesAgreeWithEachOtherAndWithDifferences() {
    GradientCheck.of(Training.loss(FLOWERS)).at(someWeights()).orThrow();
  }

  /**
   * The logistic regression of virginica against versicolor has a published fit: R's {@code glm}
   * ends at a residual deviance of 11.899 with these coefficients.
   */
  @Test
  void thePublishedFitIsStationary() {
    Flowers all = Flowers.read();
    int[] rows = IntStream.range(0, 150).filter(i -> all.labels()[i] > 0).toArray();
    double[][] features =
        IntStream.of(rows).mapToObj(i -> all.features()[i]).toArray(double[][]::new);
    int[] labels = IntStream.of(rows).map(i -> all.labels()[i] - 1).toArray();
    ScalarFunction loss = SoftmaxRegressionDerivatives.loss(features, labels, 2, 0);
    double[] published = {0, 0, 0, 0, 0, -42.638, -2.465, -6.681, 9.429, 18.286};
    double[] gradient = new double[10];
    double deviance = 2 * 100 * loss.gradient(published, gradient);
    assertThat(deviance).isWithin(1e-3).of(11.899);
    assertThat(gradient).usingTolerance(2e-4).containsExactly(new double[10]).inOrder();
  }
}
