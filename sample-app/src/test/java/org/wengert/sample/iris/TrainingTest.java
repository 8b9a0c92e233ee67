package org.wengert.sample.iris;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrainingTest {

  @Test
  void descendsToTheMinimum() {
    Flowers flowers = Flowers.read().standardized();
    List<Double> losses = new ArrayList<>();
    List<Double> norms = new ArrayList<>();
    Classifier classifier =
        Training.train(
            flowers,
            (iteration, loss, gradientNorm, accuracy) -> {
              losses.add(loss);
              norms.add(gradientNorm);
            });
    // At zero weights every species is as likely as another.
    assertThat(losses.get(0)).isWithin(1e-14).of(Math.log(3));
    assertThat(losses).isInOrder((a, b) -> Double.compare((double) b - 1e-15, (double) a));
    // The loss less the penalty is convex: it is at most |gradient|^2 / (2 penalty) above its
    // minimum.
    double last = norms.get(norms.size() - 1);
    assertThat(last * last / (2 * Training.PENALTY)).isLessThan(1e-8);
    assertThat(losses.get(losses.size() - 1)).isWithin(1e-8).of(0.11398660);
    assertThat(classifier.accuracy(flowers)).isAtLeast(0.97);
  }

  @Test
  void theFlowersAreFishers() {
    Flowers flowers = Flowers.read();
    assertThat(flowers.species()).containsExactly("setosa", "versicolor", "virginica").inOrder();
    assertThat(flowers.labels()).hasLength(150);
    for (int label = 0; label < 3; label++) {
      int wanted = label;
      assertThat(Arrays.stream(flowers.labels()).filter(l -> l == wanted).count()).isEqualTo(50);
    }
    assertThat(flowers.features()[0]).isEqualTo(new double[] {5.1, 3.5, 1.4, 0.2});
  }
}
