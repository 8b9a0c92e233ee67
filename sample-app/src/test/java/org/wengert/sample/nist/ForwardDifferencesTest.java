package org.wengert.sample.nist;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ForwardDifferencesTest {

  static List<Problem> problems() {
    return Problem.all();
  }

  /** As good as differences can be, so that the comparison in the table is a fair one. */
  @ParameterizedTest
  @MethodSource("problems")
  void areGoodToSixDigits(Problem problem) {
    double[] b = problem.data().certified();
    double worst =
        Agreement.worst(new ForwardDifferences(problem.model()).at(b), problem.model().jacobian(b));
    assertThat(worst).isLessThan(3e-6);
    assertThat(worst).isGreaterThan(0);
  }
}
