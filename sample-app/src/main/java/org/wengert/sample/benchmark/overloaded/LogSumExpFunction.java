package org.wengert.sample.benchmark.overloaded;

import org.wengert.sample.benchmark.peer.Numbers;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/** The logarithm of the sum of exponentials, shifted by the value of the largest. */
public record LogSumExpFunction() implements OverloadedFunction {

  @Override
  public <T> T[] values(Numbers<T> numbers, T[] x) {
    return numbers.only(logSumExp(numbers, x));
  }

  /** A shift changes no derivative, and so is a constant. */
  static <T> T logSumExp(Numbers<T> numbers, T[] x) {
    double largest = numbers.value(x[0]);
    for (int i = 1; i < x.length; i++) {
      largest = Math.max(largest, numbers.value(x[i]));
    }
    T sum = numbers.constant(0);
    for (T element : x) {
      sum = numbers.add(sum, numbers.exp(numbers.add(element, -largest)));
    }
    return numbers.add(numbers.log(sum), largest);
  }
}
