package org.wengert.sample.benchmark.overloaded;

import org.wengert.sample.benchmark.peer.Numbers;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/** The determinant by its elements, expanded as the primal is. */
public record DeterminantFunction(int size) implements OverloadedFunction {

  @Override
  public <T> T[] values(Numbers<T> numbers, T[] x) {
    int[] next = new int[size + 1];
    for (int j = 0; j < size; j++) {
      next[j] = j + 1;
    }
    return numbers.only(minor(numbers, x, next, 0));
  }

  private <T> T minor(Numbers<T> numbers, T[] a, int[] next, int row) {
    if (row == size - 1) {
      return a[row * size + next[size]];
    }
    T sum = numbers.constant(0);
    boolean minus = false;
    int previous = size;
    for (int column = next[size]; column != size; column = next[column]) {
      next[previous] = next[column];
      T term = numbers.multiply(a[row * size + column], minor(numbers, a, next, row + 1));
      sum = minus ? numbers.subtract(sum, term) : numbers.add(sum, term);
      next[previous] = column;
      minus = !minus;
      previous = column;
    }
    return sum;
  }
}
