package org.wengert.sample.curvature;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wengert.GradientCheck;
import org.wengert.ScalarFunction;

final class TestFunctionsTest {

  /** The sums of squares where Moré, Garbow and Hillstrom start. */
  @Test
  void valuesAtTheStartsAreThePublished() {
    assertThat(valueAtStart("Beale", 2)).isEqualTo(14.203125);
    assertThat(valueAtStart("helical valley", 3)).isEqualTo(2_500.0);
    assertThat(valueAtStart("Powell singular", 4)).isEqualTo(215.0);
    assertThat(valueAtStart("Wood", 4)).isEqualTo(19_192.0);
    assertThat(valueAtStart("Rosenbrock", 2)).isWithin(1e-13).of(24.2);
  }

  private static double valueAtStart(String name, int variables) {
    return Problem.all().stream()
        .filter(problem -> problem.name().equals(name) && problem.start().length == variables)
        .mapToDouble(problem -> problem.function().value(problem.start()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void minimaAreMinima() {
    for (Problem problem : Problem.all()) {
      double[] gradient = new double[problem.minimum().length];
      assertWithMessage(problem.name())
          .that(problem.function().gradient(problem.minimum(), gradient))
          .isEqualTo(0.0);
      assertThat(gradient).usingTolerance(0).containsExactly(new double[gradient.length]);
    }
  }

  @Test
  void gradientsAreRight() {
    for (Problem problem : Problem.all()) {
      GradientCheck.of(problem.function())
          .at(new Random(2).doubles(problem.start().length, 0.5, 1.5).toArray())
          .orThrow();
    }
  }

  /** Against central differences of gradients, which have some nine digits here. */
  @Test
  void hessiansAreRight() {
    for (Problem problem : Problem.all()) {
      int n = problem.start().length;
      double[] x = new Random(3).doubles(n, 0.5, 1.5).toArray();
      double[][] hessian = problem.function().hessian(x);
      for (int i = 0; i < Math.min(n, 10); i++) {
        double[] expected = differences(problem.function(), x, i);
        for (int j = 0; j < n; j++) {
          assertWithMessage("%s %s %s", problem.name(), i, j)
              .that(hessian[i][j])
              .isWithin(1e-6 * (1 + Math.abs(expected[i]) + Math.abs(expected[j])))
              .of(expected[j]);
        }
      }
    }
  }

  private static double[] differences(ScalarFunction function, double[] x, int i) {
    double step = 1e-5;
    double[] above = x.clone();
    double[] below = x.clone();
    above[i] += step;
    below[i] -= step;
    double[] slope = function.gradient(above);
    double[] slopeBelow = function.gradient(below);
    for (int j = 0; j < x.length; j++) {
      slope[j] = (slope[j] - slopeBelow[j]) / (above[i] - below[i]);
    }
    return slope;
  }
}
