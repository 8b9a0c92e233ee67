package org.wengert.sample.benchmark.overloaded;

import org.wengert.sample.benchmark.peer.Numbers;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/** The energy of the Brusselator by its start, then by its three parameters. */
public record BrusselatorFunction(int steps, double dt) implements OverloadedFunction {

  @Override
  public <T> T[] values(Numbers<T> numbers, T[] x) {
    int n = x.length - 3;
    T[] y = numbers.array(n);
    System.arraycopy(x, 0, y, 0, n);
    for (int step = 0; step < steps; step++) {
      T[] k1 = rate(numbers, x, y);
      T[] k2 = rate(numbers, x, moved(numbers, y, dt / 2, k1));
      T[] k3 = rate(numbers, x, moved(numbers, y, dt / 2, k2));
      T[] k4 = rate(numbers, x, moved(numbers, y, dt, k3));
      for (int i = 0; i < n; i++) {
        T outer = numbers.add(k1[i], k4[i]);
        T inner = numbers.multiply(numbers.add(k2[i], k3[i]), 2);
        y[i] = numbers.add(y[i], numbers.multiply(numbers.add(outer, inner), dt / 6));
      }
    }
    T sum = numbers.constant(0);
    for (T element : y) {
      sum = numbers.add(sum, numbers.multiply(element, element));
    }
    return numbers.only(numbers.multiply(sum, 0.5));
  }

  private static <T> T[] moved(Numbers<T> numbers, T[] y, double by, T[] rate) {
    T[] moved = numbers.array(y.length);
    for (int i = 0; i < y.length; i++) {
      moved[i] = numbers.add(y[i], numbers.multiply(rate[i], by));
    }
    return moved;
  }

  private static <T> T[] rate(Numbers<T> numbers, T[] x, T[] y) {
    int cells = y.length / 2;
    T a = x[y.length];
    T b = x[y.length + 1];
    T d = x[y.length + 2];
    T beyond = numbers.divide(b, a);
    T[] rate = numbers.array(y.length);
    for (int i = 0; i < cells; i++) {
      T u = y[i];
      T v = y[cells + i];
      T uuv = numbers.multiply(numbers.multiply(u, u), v);
      T reaction = numbers.subtract(numbers.multiply(b, u), uuv);
      T inflow = numbers.subtract(numbers.subtract(a, u), reaction);
      rate[i] = numbers.add(inflow, numbers.multiply(d, bend(numbers, y, 0, i, a)));
      rate[cells + i] =
          numbers.add(reaction, numbers.multiply(d, bend(numbers, y, cells, i, beyond)));
    }
    return rate;
  }

  private static <T> T bend(Numbers<T> numbers, T[] y, int offset, int i, T beyond) {
    T left = i == 0 ? beyond : y[offset + i - 1];
    T right = i == y.length / 2 - 1 ? beyond : y[offset + i + 1];
    return numbers.subtract(numbers.add(left, right), numbers.multiply(y[offset + i], 2));
  }
}
