package org.wengert.sample.benchmark.overloaded;

import org.wengert.sample.benchmark.peer.Numbers;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/** Rosenbrock's function, chained. */
public record RosenbrockFunction() implements OverloadedFunction {

  @Override
  public <T> T[] values(Numbers<T> numbers, T[] x) {
    T sum = numbers.constant(0);
    for (int i = 0; i + 1 < x.length; i++) {
      T a = numbers.subtract(1, x[i]);
      T b = numbers.subtract(x[i + 1], numbers.multiply(x[i], x[i]));
      sum = numbers.add(sum, numbers.multiply(a, a));
      sum = numbers.add(sum, numbers.multiply(numbers.multiply(b, b), 100));
    }
    return numbers.only(sum);
  }
}
