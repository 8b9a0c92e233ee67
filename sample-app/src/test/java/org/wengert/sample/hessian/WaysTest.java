package org.wengert.sample.hessian;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hessians of methods like those of the benchmark are the same in all ways, and symmetric. */
final class WaysTest {

  private static final int POINTS = 3;

  /** Both relative to the largest entry. */
  private static final double SAME = 1e-11;

  private static final double SYMMETRIC = 1e-13;

  static Stream<Arguments> functions() {
    return Stream.of(
        Arguments.of("valley 2", Valley.of(2)),
        Arguments.of("valley 7", Valley.of(7)),
        Arguments.of("valley 60", Valley.of(60)),
        Arguments.of("soft maximum 1", SoftMaximum.of(1)),
        Arguments.of("soft maximum 5", SoftMaximum.of(5)),
        Arguments.of("soft maximum 40", SoftMaximum.of(40)),
        Arguments.of("mixture 1 2", Mixture.of(1, 2)),
        Arguments.of("mixture 2 3", Mixture.of(2, 3)),
        Arguments.of("mixture 3 5", Mixture.of(3, 5)),
        Arguments.of("recurrence 2 3", Recurrence.of(2, 3)),
        Arguments.of("recurrence 4 9", Recurrence.of(4, 9)),
        Arguments.of("minors 2", Minors.of(2)),
        Arguments.of("minors 3", Minors.of(3)),
        Arguments.of("minors 5", Minors.of(5)),
        Arguments.of("polynomial 3", Polynomial.of(3)),
        Arguments.of("polynomial 12", Polynomial.of(12)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void allWaysLeadToTheSameSymmetricHessian(String name, Twice function) {
    for (int seed = 0; seed < POINTS; seed++) {
      double[] x = new Random(seed).doubles(function.size(), -1, 1).toArray();
      double[][] expected = Way.GENERATED.hessian(function, x);
      double largest =
          Arrays.stream(expected)
              .flatMapToDouble(Arrays::stream)
              .map(Math::abs)
              .max()
              .orElseThrow();
      for (Way way : Way.values()) {
        double[][] hessian = way.hessian(function, x);
        assertThat(hessian).hasLength(function.size());
        for (int i = 0; i < hessian.length; i++) {
          assertThat(hessian[i]).hasLength(function.size());
          for (int j = 0; j < hessian.length; j++) {
            String where = name + " at point " + seed + " " + way + ", row " + i + ", column " + j;
            assertWithMessage(where)
                .that(hessian[i][j])
                .isWithin(SAME * largest)
                .of(expected[i][j]);
            assertWithMessage(where)
                .that(hessian[i][j])
                .isWithin(SYMMETRIC * largest)
                .of(hessian[j][i]);
          }
        }
      }
    }
  }
}
