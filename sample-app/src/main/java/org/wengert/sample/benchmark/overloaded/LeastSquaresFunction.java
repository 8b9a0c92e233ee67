package org.wengert.sample.benchmark.overloaded;

import org.wengert.sample.benchmark.peer.Numbers;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/** Half the sum of the squares by the coefficients of the polynomial. */
public record LeastSquaresFunction(int n) implements OverloadedFunction {

  @Override
  public <T> T[] values(Numbers<T> numbers, T[] x) {
    T sum = numbers.constant(0);
    for (int i = 0; i < n; i++) {
      double t = -1 + 2.0 * i / (n - 1);
      T residual = numbers.constant(Math.signum(t));
      double power = 1;
      for (T coefficient : x) {
        residual = numbers.subtract(residual, numbers.multiply(coefficient, power));
        power *= t;
      }
      sum = numbers.add(sum, numbers.multiply(residual, residual));
    }
    return numbers.only(numbers.multiply(sum, 0.5));
  }
}
