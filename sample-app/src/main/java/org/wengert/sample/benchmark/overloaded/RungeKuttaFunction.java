package org.wengert.sample.benchmark.overloaded;

import org.wengert.sample.benchmark.peer.Numbers;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/** The last element of the solution of the chain by the coefficients. */
public record RungeKuttaFunction(double end, int steps) implements OverloadedFunction {

  @Override
  public <T> T[] values(Numbers<T> numbers, T[] x) {
    double h = end / steps;
    T[] y = numbers.zeros(x.length);
    for (int step = 0; step < steps; step++) {
      T[] k1 = slope(numbers, x, y);
      T[] k2 = slope(numbers, x, moved(numbers, y, h / 2, k1));
      T[] k3 = slope(numbers, x, moved(numbers, y, h / 2, k2));
      T[] k4 = slope(numbers, x, moved(numbers, y, h, k3));
      for (int i = 0; i < y.length; i++) {
        T outer = numbers.add(k1[i], k4[i]);
        T inner = numbers.multiply(numbers.add(k2[i], k3[i]), 2);
        y[i] = numbers.add(y[i], numbers.multiply(numbers.add(outer, inner), h / 6));
      }
    }
    return numbers.only(y[y.length - 1]);
  }

  private static <T> T[] moved(Numbers<T> numbers, T[] y, double by, T[] slope) {
    T[] moved = numbers.array(y.length);
    for (int i = 0; i < y.length; i++) {
      moved[i] = numbers.add(y[i], numbers.multiply(slope[i], by));
    }
    return moved;
  }

  private static <T> T[] slope(Numbers<T> numbers, T[] x, T[] y) {
    T[] slope = numbers.array(y.length);
    slope[0] = x[0];
    for (int i = 1; i < y.length; i++) {
      slope[i] = numbers.multiply(x[i], y[i - 1]);
    }
    return slope;
  }
}
