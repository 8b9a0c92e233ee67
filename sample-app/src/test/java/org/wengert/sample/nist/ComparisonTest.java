package org.wengert.sample.nist;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every data set fitted from both starts. */
final class ComparisonTest {

  static List<Arguments> fits() {
    List<Arguments> fits = new ArrayList<>();
    for (Problem problem : Problem.all()) {
      fits.add(Arguments.of(problem, 0));
      fits.add(Arguments.of(problem, 1));
    }
    return fits;
  }

  @ParameterizedTest
  @MethodSource("fits")
  void hasEightDigitsUnlessSumsOfSquaresCannotTellThem(Problem problem, int start) {
    Comparison comparison = Comparison.of(problem, start);
    double digits = comparison.generated().digits();
    if (comparison.needsExplanation()) {
      double limit = Resolution.digits(problem);
      assertWithMessage("limit of the optimiser").that(limit).isLessThan(8.0);
      // An estimate of the order of magnitude: half a digit less is still what it foretells.
      assertWithMessage("digits").that(digits).isAtLeast(limit - 0.5);
      assertThat(new Footnote(comparison).text())
          .startsWith("* " + problem.data().name() + ", start " + (start + 1) + ": ");
    }
    // The derivative is not the limit: without comparing sums it leads on from there.
    assertWithMessage("polished").that(comparison.generated().polishedDigits()).isAtLeast(8.0);
  }
}
