package org.wengert.sample.benchmark;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wengert.sample.benchmark.problem.Flat;
import org.wengert.sample.benchmark.problem.Problem;
import org.wengert.sample.benchmark.problem.Subject;

/** No wrong code is timed: all methods compute the same, and in every call anew. */
final class MethodTest {

  private static final double EXACT = 1e-10;
  private static final double SYMMETRIC = 1e-13;
  private static final double DIFFERENCES = 1e-5;

  @ParameterizedTest
  @EnumSource
  void everyMethodGivesTheSameDerivativeAgainAndAgain(Problem problem) {
    Subject subject = problem.at(problem.small());
    for (Method method : Method.values()) {
      if (!method.peer() || method.of(subject).isEmpty()) {
        continue;
      }
      Method ours = new Timed(problem, problem.small(), method).ours().method();
      double[] expected = Flat.of(ours.of(subject).orElseThrow().get());
      Supplier<Object> computation = method.of(subject).get();
      for (int call = 0; call < 2; call++) {
        assertSame(
            problem + " " + method,
            Flat.of(computation.get()),
            expected,
            method == Method.DIFFERENCES ? DIFFERENCES : EXACT);
      }
    }
  }

  /** Its direction is that of ones. */
  @ParameterizedTest
  @EnumSource
  void theForwardSweepGivesTheSumsOfRows(Problem problem) {
    Subject subject = problem.at(problem.small());
    int rows = subject.primal().length;
    double[] derivative = derivative(subject);
    double[] expected = new double[rows];
    for (int i = 0; i < derivative.length; i++) {
      expected[i / (derivative.length / rows)] += derivative[i];
    }
    double scale = largest(derivative);
    double[] actual = Flat.of(subject.jvp());
    assertThat(actual).hasLength(rows);
    for (int i = 0; i < rows; i++) {
      assertThat(actual[i]).isWithin(EXACT * scale).of(expected[i]);
    }
  }

  /** Its seed is one for every value. */
  @ParameterizedTest
  @EnumSource
  void theReverseSweepGivesTheSumsOfColumnsAgainAndAgain(Problem problem) {
    Subject subject = problem.at(problem.small());
    double[] derivative = derivative(subject);
    double[] expected = new double[derivative.length / subject.primal().length];
    for (int i = 0; i < derivative.length; i++) {
      expected[i % expected.length] += derivative[i];
    }
    for (int call = 0; call < 2; call++) {
      assertSame(problem.toString(), Flat.of(subject.gradient()), expected, EXACT);
    }
  }

  /** The Jacobian of a problem with one value is that of a vector whose last element it is. */
  @ParameterizedTest
  @EnumSource
  void theJacobianEndsWithTheGradient(Problem problem) {
    Subject subject = problem.at(problem.small());
    if (subject.jacobian().isPresent() && subject.primal().length == 1) {
      double[][] jacobian = subject.jacobian().get().get();
      double[] gradient = Flat.of(subject.gradient());
      assertSame(problem.toString(), jacobian[jacobian.length - 1], gradient, EXACT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theHessianIsSymmetric(Problem problem) {
    problem
        .at(problem.small())
        .hessian()
        .map(Supplier::get)
        .ifPresent(
            hessian -> {
              double within = SYMMETRIC * largest(Flat.of(hessian));
              for (int i = 0; i < hessian.length; i++) {
                for (int j = 0; j < i; j++) {
                  assertWithMessage("%s, row %s, column %s", problem, i, j)
                      .that(hessian[i][j])
                      .isWithin(within)
                      .of(hessian[j][i]);
                }
              }
            });
  }

  /** Its vector is that of ones. */
  @ParameterizedTest
  @EnumSource
  void theProductWithTheHessianGivesTheSumsOfItsRowsAgainAndAgain(Problem problem) {
    Subject subject = problem.at(problem.small());
    assertThat(subject.hvp().isPresent()).isEqualTo(subject.hessian().isPresent());
    if (subject.hvp().isPresent()) {
      double[][] hessian = subject.hessian().get().get();
      // Sums may be nothing but rounding: ones change all numbers of lse by the same.
      double within = EXACT * largest(Flat.of(hessian));
      for (int call = 0; call < 2; call++) {
        double[] product = Flat.of(subject.hvp().get().get());
        assertThat(product).hasLength(hessian.length);
        for (int i = 0; i < product.length; i++) {
          assertWithMessage("%s, element %s", problem, i)
              .that(product[i])
              .isWithin(within)
              .of(Arrays.stream(hessian[i]).sum());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ROSENBROCK", "NETWORK", "GMM", "LSTM", "LLSQ", "LSE", "DET"})
  void whatReturnsOneValueHasAHessian(Problem problem) {
    assertThat(problem.at(problem.small()).hessian()).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void differencesLeaveTheInputsUnchanged(Problem problem) {
    Subject subject = problem.at(problem.small());
    double[] before = Flat.of(subject.inputs());
    Object unused = Method.DIFFERENCES.of(subject).orElseThrow().get();
    assertThat(unused).isNotNull();
    assertThat(Flat.of(subject.inputs())).isEqualTo(before);
  }

  private static double[] derivative(Subject subject) {
    return subject.primal().length > 1
        ? Flat.of(subject.jacobian().orElseThrow().get())
        : Flat.of(subject.gradient());
  }

  private static void assertSame(
      String name, double[] actual, double[] expected, double tolerance) {
    assertWithMessage(name).that(actual).hasLength(expected.length);
    double floor = tolerance * largest(expected);
    for (int i = 0; i < expected.length; i++) {
      // What cancels to nearly nothing is compared with the largest element.
      double within = Math.max(tolerance * Math.abs(expected[i]), 1e-3 * floor);
      assertWithMessage("%s, element %s", name, i)
          .that(actual[i])
          .isWithin(tolerance == DIFFERENCES ? floor : within)
          .of(expected[i]);
    }
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }
}
