package org.wengert.sample.benchmark.peer;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class OperatorTapeTest {

  /** Two outputs that share intermediate results. */
  private record Shared() implements OverloadedFunction {
    @Override
    public <T> T[] values(Numbers<T> n, T[] x) {
      T product = n.multiply(x[0], x[1]);
      T[] values = n.array(2);
      values[0] = n.add(product, product);
      values[1] = n.divide(product, n.subtract(x[0], n.constant(1)));
      return values;
    }
  }

  @Test
  void everyOutputHasItsRow() {
    assertThat(OperatorTape.jacobian(new Shared(), new double[] {3, 5}))
        .isEqualTo(new double[][] {{10, 6}, {5 / 2.0 - 15 / 4.0, 3 / 2.0}});
  }

  @Test
  void whatIsNotReachedHasNoDerivative() {
    Tape tape = new Tape();
    Variable x = tape.input(2);
    Variable y = tape.input(3);
    tape.reverse(x.times(7));
    assertThat(x.adjoint()).isEqualTo(7.0);
    assertThat(y.adjoint()).isEqualTo(0.0);
    assertThat(tape.constant(4).adjoint()).isEqualTo(0.0);
  }

  private record Operation(
      UnaryOperator<Variable> overloaded, DoubleUnaryOperator value, DoubleUnaryOperator partial) {}

  @Test
  void everyOperationHasItsDerivative() {
    double at = 0.7;
    for (Operation operation :
        List.of(
            new Operation(x -> x.plus(3), x -> x + 3, x -> 1),
            new Operation(x -> x.subtractedFrom(3), x -> 3 - x, x -> -1),
            new Operation(x -> x.times(3), x -> 3 * x, x -> 3),
            new Operation(x -> x.times(x), x -> x * x, x -> 2 * x),
            new Operation(Variable::exp, Math::exp, Math::exp),
            new Operation(Variable::log, Math::log, x -> 1 / x),
            new Operation(Variable::sqrt, Math::sqrt, x -> 0.5 / Math.sqrt(x)),
            new Operation(Variable::sin, Math::sin, Math::cos),
            new Operation(Variable::cos, Math::cos, x -> -Math.sin(x)),
            new Operation(Variable::tanh, Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x)))) {
      Tape tape = new Tape();
      Variable x = tape.input(at);
      Variable result = operation.overloaded.apply(x);
      tape.reverse(result);
      assertThat(result.value()).isEqualTo(operation.value.applyAsDouble(at));
      assertThat(x.adjoint()).isEqualTo(operation.partial.applyAsDouble(at));
    }
  }

  @Test
  void hipparchusAgreesByBothOfItsNumbers() {
    double[] x = {3, 5};
    double[][] expected = OperatorTape.jacobian(new Shared(), x);
    assertThat(HipparchusForward.byGradient(new Shared(), x)).isEqualTo(expected);
    assertThat(HipparchusForward.byStructure(new Shared(), x)).isEqualTo(expected);
  }

  @Test
  void differencesOfALinearFunctionAreExact() {
    double[] a = {1, 2};
    double[] b = {4};
    double[] value = new double[1];
    double[][] jacobian =
        ForwardDifferences.jacobian(
            List.of(a, b),
            () -> {
              value[0] = a[0] - 2 * a[1] + 4 * b[0];
              return value;
            });
    assertThat(jacobian).isEqualTo(new double[][] {{1, -2, 4}});
    assertThat(a).isEqualTo(new double[] {1, 2});
  }
}
