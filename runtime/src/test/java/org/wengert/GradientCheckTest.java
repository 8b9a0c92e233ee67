package org.wengert;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GradientCheckTest {

  /** A function of one variable from its value and derivative. */
  private record OneVariable(DoubleUnaryOperator f, DoubleUnaryOperator derivative)
      implements ScalarFunction {

    @Override
    public double value(double[] x) {
      return f.applyAsDouble(x[0]);
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
      gradient[0] = derivative.applyAsDouble(x[0]);
      return value(x);
    }

    @Override
    public Dual jvp(double[] x, double[] xDot) {
      return new Dual(value(x), derivative.applyAsDouble(x[0]) * xDot[0]);
    }
  }

  @Test
  void rightDerivativesPass() {
    GradientReport report = GradientCheck.of(new Cubes(2)).at(1, -2, 0);

    assertThat(report.passed()).isTrue();
    assertThat(report.orThrow()).isSameInstanceAs(report);
    assertThat(report.point()).containsExactly(1.0, -2.0, 0.0).inOrder();
    assertThat(report.values().comparisons()).isEqualTo(2);
    assertThat(report.adjoints().comparisons()).isEqualTo(4);
    assertThat(report.differences().comparisons()).isEqualTo(3);
    assertThat(report.toString()).startsWith("gradient check at [1.0, -2.0, 0.0]: passed\n");
    assertThat(report.toString()).contains("values, bit for bit: 2 compared, all agree\n");
  }

  @Test
  void wrongGradientIsFoundWithItsPlace() {
    GradientReport report =
        GradientCheck.of(
                new Cubes(1) {
                  @Override
                  public double gradient(double[] x, double[] gradient) {
                    double value = super.gradient(x, gradient);
                    gradient[1] *= 1 + 1e-5;
                    return value;
                  }
                })
            .at(1, 2, 3);

    assertThat(report.passed()).isFalse();
    assertThat(report.values().passed()).isTrue();
    assertThat(report.adjoints().failures()).isEqualTo(4);
    assertThat(report.differences().failures()).isEqualTo(1);
    assertThat(report.differences().firstFailures().get(0))
        .startsWith("output 0 by input 1: 12.00012, but the differences give 12.0 (relative");
    AssertionError error = assertThrows(AssertionError.class, report::orThrow);
    assertThat(error).hasMessageThat().isEqualTo(report.toString());
    assertThat(error).hasMessageThat().startsWith("gradient check at [1.0, 2.0, 3.0]: FAILED\n");
  }

  @Test
  void wrongTangentIsFoundByTheDotProductTest() {
    GradientReport report =
        GradientCheck.of(
                new Cubes(1) {
                  @Override
                  public Dual jvp(double[] x, double[] xDot) {
                    Dual dual = super.jvp(x, xDot);
                    return new Dual(dual.value(), dual.tangent() * (1 + 1e-11));
                  }
                })
            .at(1, 2, 3);

    assertThat(report.adjoints().failures()).isEqualTo(4);
    assertThat(report.adjoints().firstFailures().get(0)).startsWith("u . (J v) = ");
    assertThat(report.differences().passed()).isTrue();
  }

  @Test
  void valueOffByOneBitIsFound() {
    GradientReport report =
        GradientCheck.of(
                new Cubes(1) {
                  @Override
                  public double gradient(double[] x, double[] gradient) {
                    return Math.nextUp(super.gradient(x, gradient));
                  }
                })
            .at(1);

    assertThat(report.values().failures()).isEqualTo(1);
    assertThat(report.values().firstFailures().get(0))
        .startsWith("gradient has the value 1.0000000000000002, but value is 1.0");
    assertThat(report.adjoints().passed()).isTrue();
    assertThat(report.differences().passed()).isTrue();
  }

  @Test
  void everyOutputOfAVectorFunctionIsCompared() {
    double[][] wrong = MatrixFunction.matrix(3, 2);
    wrong[2][1] += 0.001;
    MatrixFunction right = new MatrixFunction(MatrixFunction.matrix(3, 2), 2);
    VectorFunction function =
        new VectorFunction() {
          @Override
          public double[] value(double[] x) {
            return right.value(x);
          }

          @Override
          public DualArray jvp(double[] x, double[] xDot) {
            return new DualArray(value(x), new MatrixFunction(wrong, 2).value(xDot));
          }

          @Override
          public double[] vjp(double[] x, double[] resultBar) {
            return right.vjp(x, resultBar);
          }
        };

    assertThat(GradientCheck.of(right).at(3, 4).passed()).isTrue();
    GradientReport report = GradientCheck.of(function).at(3, 4);
    assertThat(report.values().passed()).isTrue();
    assertThat(report.adjoints().failures()).isEqualTo(4);
    assertThat(report.differences().comparisons()).isEqualTo(6);
    assertThat(report.differences().firstFailures()).hasSize(1);
    assertThat(report.differences().firstFailures().get(0))
        .startsWith("output 2 by input 1: 22.001, but the differences give 22.0 ");
  }

  @Test
  void manyInputsAreComparedAlongDirections() {
    GradientReport report = GradientCheck.of(new Cubes(1)).directions(3).at(new double[1_001]);
    assertThat(report.differences().comparisons()).isEqualTo(3);
    assertThat(report.passed()).isTrue();

    double[] x = new double[1_001];
    Arrays.fill(x, 0.5);
    ScalarFunction wrong =
        new Cubes(1) {
          @Override
          public double gradient(double[] x, double[] gradient) {
            double value = super.gradient(x, gradient);
            gradient[1_000] = 0;
            return value;
          }
        };
    assertThat(GradientCheck.of(new Cubes(1)).at(x).passed()).isTrue();
    assertThat(GradientCheck.of(wrong).at(x).differences().passed()).isFalse();
  }

  @Property(tries = 200, seed = "2026")
  void stronglyCurvedAndBadlyScaledFunctionsPassAndErrorsOfOneInTenThousandAreFound(
      @ForAll @DoubleRange(min = -6, max = 6) double exponent,
      @ForAll @DoubleRange(min = 0.1, max = 2) double factor) {
    double scale = Math.pow(10, exponent);
    double x = factor * scale;
    DoubleUnaryOperator f = t -> Math.log(t / scale) + Math.sin(5 * t / scale);
    DoubleUnaryOperator derivative = t -> 1 / t + 5 / scale * Math.cos(5 * t / scale);
    DoubleUnaryOperator wrong = t -> derivative.applyAsDouble(t) + 1e-4 / t;

    GradientCheck.of(new OneVariable(f, derivative)).at(x).orThrow();
    assertThat(GradientCheck.of(new OneVariable(f, wrong)).at(x).passed()).isFalse();
  }

  @Test
  void stationaryPointsPass() {
    GradientCheck.of(new OneVariable(t -> t * t * t, t -> 3 * t * t)).at(0).orThrow();
    GradientCheck.of(new OneVariable(t -> 7, t -> 0)).at(1).orThrow();
    GradientCheck.of(new OneVariable(Math::cos, t -> -Math.sin(t))).at(0).orThrow();
  }

  @Test
  void notANumberNeverPasses() {
    ScalarFunction nowhere = new OneVariable(t -> Double.NaN, t -> Double.NaN);
    ScalarFunction wrongly = new OneVariable(t -> t, t -> Double.NaN);
    ScalarFunction infinite = new OneVariable(t -> t, t -> Double.POSITIVE_INFINITY);
    ScalarFunction pole = new OneVariable(t -> 1 / 0.0, t -> 1);

    assertThat(GradientCheck.of(nowhere).at(1).differences().passed()).isFalse();
    assertThat(GradientCheck.of(wrongly).at(1).differences().passed()).isFalse();
    assertThat(GradientCheck.of(infinite).at(1).differences().passed()).isFalse();
    assertThat(GradientCheck.of(pole).at(1).differences().passed()).isFalse();
  }

  @Test
  void singlePrecisionAllowsForItsRounding() {
    ScalarFunction function =
        new OneVariable(t -> (float) Math.sin((float) t), t -> (float) Math.cos((float) t));
    ScalarFunction wrong =
        new OneVariable(t -> (float) Math.sin((float) t), t -> 1.05 * Math.cos((float) t));

    assertThat(GradientCheck.of(function).singlePrecision().at(0.7).passed()).isTrue();
    assertThat(GradientCheck.of(wrong).singlePrecision().at(0.7).passed()).isFalse();
  }

  @Test
  void tolerancesCanBeSet() {
    ScalarFunction wrong = new OneVariable(t -> t * t, t -> 2.002 * t);

    assertThat(GradientCheck.of(wrong).at(1).passed()).isFalse();
    assertThat(GradientCheck.of(wrong).differenceTolerance(1e-2).at(1).passed()).isTrue();

    ScalarFunction different =
        new Cubes(1) {
          @Override
          public Dual jvp(double[] x, double[] xDot) {
            Dual dual = super.jvp(x, xDot);
            return new Dual(dual.value(), 1.000001 * dual.tangent());
          }
        };
    assertThat(GradientCheck.of(different).at(1).passed()).isFalse();
    assertThat(GradientCheck.of(different).adjointTolerance(1e-5).at(1).passed()).isTrue();
  }

  @Test
  void atLeastOneDirectionIsNeeded() {
    GradientCheck check = GradientCheck.of(new Cubes(1));
    assertThat(assertThrows(IllegalArgumentException.class, () -> check.directions(0)))
        .hasMessageThat()
        .isEqualTo("directions: 0 is less than 1");
  }

  @Test
  void longPointsAndManyFailuresAreAbridged() {
    ScalarFunction wrong =
        new Cubes(1) {
          @Override
          public double gradient(double[] x, double[] gradient) {
            return super.value(x);
          }
        };
    double[] x = new double[12];
    Arrays.fill(x, 1);

    String text = GradientCheck.of(wrong).at(x).toString();

    assertThat(text).contains("1.0]... of 12 elements: FAILED\n");
    assertThat(text).contains("12 compared, 12 FAILED, largest relative error 1.0e+00");
    assertThat(text).endsWith("\n    and 2 more");
  }

  @Test
  void resultsOfTheWrongLengthAreNamed() {
    VectorFunction function =
        new VectorFunction() {
          @Override
          public double[] value(double[] x) {
            return new double[] {1};
          }

          @Override
          public DualArray jvp(double[] x, double[] xDot) {
            return new DualArray(value(x), new double[1]);
          }

          @Override
          public double[] vjp(double[] x, double[] resultBar) {
            return new double[3];
          }
        };

    assertThat(
            assertThrows(IllegalArgumentException.class, () -> GradientCheck.of(function).at(1, 2)))
        .hasMessageThat()
        .isEqualTo("the result of vjp has length 3 in place of 2");
  }
}
