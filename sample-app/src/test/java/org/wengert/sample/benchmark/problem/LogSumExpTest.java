package org.wengert.sample.benchmark.problem;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.wengert.GradientCheck;

final class LogSumExpTest {

  @Test
  void theGradientIsTheSoftmax() {
    double[] x = Inputs.normal(10_000, 2);
    double sum = 0;
    for (double element : x) {
      sum += Math.exp(element);
    }
    double[] expected = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      expected[i] = Math.exp(x[i]) / sum;
    }
    // Most of it is the largest element's, whose adjoint is one less all the others.
    assertThat(LogSumExpDerivatives.logSumExp().gradient(x))
        .usingTolerance(1e-13)
        .containsExactly(expected)
        .inOrder();
  }

  @Test
  void modesAgreeWithEachOtherAndWithDifferences() {
    GradientCheck.of(LogSumExpDerivatives.logSumExp()).at(Inputs.normal(500, 2)).orThrow();
  }

  @Test
  void nothingOverflows() {
    assertThat(LogSumExpDerivatives.logSumExp().gradient(new double[] {1_000, 1_000, -1_000}))
        .isEqualTo(new double[] {0.5, 0.5, 0});
  }
}
