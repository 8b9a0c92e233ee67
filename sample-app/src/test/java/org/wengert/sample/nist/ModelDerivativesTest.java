package org.wengert.sample.nist;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.GradientCheck;

/** Every model's Jacobian, at both starts and at the certified parameters. */
final class ModelDerivativesTest {

  static List<Problem> problems() {
    return Problem.all();
  }

  private static List<double[]> points(Problem problem) {
    List<double[]> points = new ArrayList<>(problem.data().starts());
    points.add(problem.data().certified());
    return points;
  }

  @ParameterizedTest
  @MethodSource("problems")
  void agreesWithFiftyDigits(Problem problem) {
    DecimalJacobian exact = new DecimalJacobian(problem.peer(), problem.data().x());
    for (double[] b : points(problem)) {
      double worst = Agreement.worst(problem.model().jacobian(b), exact.at(b));
      assertWithMessage(problem.data().name()).that(worst).isLessThan(1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void agreesBetweenModesAndWithDifferences(Problem problem) {
    for (double[] b : points(problem)) {
      GradientCheck.of(problem.model()).at(b).orThrow();
    }
  }

  @Test
  void theJacobianMethodIsTheJacobianOfTheFunction() {
    Problem problem = Problem.all().get(0);
    double[] b = problem.data().certified();
    double[][] jacobian = ExponentialModelsDerivatives.misra1aJacobian(b, problem.data().x());
    assertThat(Agreement.worst(jacobian, problem.model().jacobian(b))).isLessThan(1e-14);
  }

  @Test
  void decimalsAreRoundedDerivativesOfTheModel() {
    // y = b1*x^b2 at x = 4, b = (3, 0.5): y' = (x^b2, b1*x^b2*ln x).
    double[][] jacobian =
        new DecimalJacobian(FieldModels::danWood, new double[] {4}).at(new double[] {3, 0.5});
    assertThat(jacobian).isEqualTo(new double[][] {{2, 8.317766166719343}});
  }
}
