package org.wengert.sample.benchmark.problem;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wengert.GradientCheck;

final class RosenbrockTest {

  private static final double[] X = Inputs.normal(1_000, 1);

  @Test
  void theGradientIsItsClosedForm() {
    int n = X.length;
    double[] expected = new double[n];
    for (int i = 0; i + 1 < n; i++) {
      double b = X[i + 1] - X[i] * X[i];
      expected[i] += -2 * (1 - X[i]) - 400 * X[i] * b;
      expected[i + 1] += 200 * b;
    }
    assertThat(RosenbrockDerivatives.rosenbrock().gradient(X))
        .usingTolerance(1e-11)
        .containsExactly(expected)
        .inOrder();
  }

  @Test
  void modesAgreeWithEachOtherAndWithDifferences() {
    GradientCheck.of(RosenbrockDerivatives.rosenbrock()).at(X).orThrow();
  }

  @Test
  void theGradientAtTheMinimumIsZero() {
    double[] ones = new double[10];
    Arrays.fill(ones, 1);
    assertThat(RosenbrockDerivatives.rosenbrock().gradient(ones))
        .usingTolerance(0)
        .containsExactly(new double[10])
        .inOrder();
  }
}
