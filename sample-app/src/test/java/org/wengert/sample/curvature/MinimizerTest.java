package org.wengert.sample.curvature;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.Dual;
import org.wengert.ScalarFunction;

final class MinimizerTest {

  static List<Minimizer> methods() {
    return List.of(new Newton(), new TrustRegion());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void findsEveryMinimum(Minimizer method) {
    for (Problem problem : Problem.all()) {
      Counted function = new Counted(problem.function());
      RealVector x = minimize(method, problem, function).point();
      assertWithMessage(problem.name())
          .that(function.gradient(x).getNorm())
          .isAtMost(Minimizer.TOLERANCE);
      // Where the Hessian is singular, the function is flat: as flat as a fourth power.
      double close = problem.name().equals("Powell singular") ? 1e-3 : 1e-8;
      assertWithMessage(problem.name())
          .that(x.getDistance(new ArrayRealVector(problem.minimum())))
          .isLessThan(close);
    }
  }

  /** Newton's method takes Hessians and no products, the trust region products alone. */
  @ParameterizedTest
  @MethodSource("methods")
  void curvatureIsAskedForInOneForm(Minimizer method) {
    Problem problem = Problem.all().get(0);
    Counted function = new Counted(problem.function());
    Minimizer.Result result = minimize(method, problem, function);
    assertThat(function.hessians()).isEqualTo(method instanceof Newton ? result.iterations() : 0);
    assertThat(function.products() > 0).isEqualTo(method instanceof TrustRegion);
  }

  /** Gradients are asked for where a step has been accepted, and nowhere else. */
  @ParameterizedTest
  @MethodSource("methods")
  void everyStepGoesDown(Minimizer method) {
    for (Problem problem : Problem.all()) {
      List<Double> values = new ArrayList<>();
      ScalarFunction observed =
          new ScalarFunction() {
            @Override
            public double value(double[] x) {
              return problem.function().value(x);
            }

            @Override
            public double gradient(double[] x, double[] gradient) {
              double value = problem.function().gradient(x, gradient);
              values.add(value);
              return value;
            }

            @Override
            public Dual jvp(double[] x, double[] xDot) {
              return problem.function().jvp(x, xDot);
            }

            @Override
            public void hvp(double[] x, double[] v, double[] hv) {
              problem.function().hvp(x, v, hv);
            }
          };
      minimize(method, problem, new Counted(observed));
      assertWithMessage(problem.name()).that(values).isInStrictOrder(reverseOrder());
    }
  }

  private static Minimizer.Result minimize(Minimizer method, Problem problem, Counted function) {
    return method.minimize(function, new ArrayRealVector(problem.start()));
  }
}
