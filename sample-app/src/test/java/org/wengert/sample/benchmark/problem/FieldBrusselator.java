package org.wengert.sample.benchmark.problem;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.MathArrays;

/** {@link Brusselator} once more, over any field of Hipparchus: the judge of its gradient. */
final class FieldBrusselator<T extends CalculusFieldElement<T>> {

  private final T a;
  private final T b;
  private final T d;

  FieldBrusselator(T a, T b, T d) {
    this.a = a;
    this.b = b;
    this.d = d;
  }

  T energy(T[] start, int steps, double dt) {
    T[] y = start.clone();
    for (int step = 0; step < steps; step++) {
      T[] k1 = rate(y);
      T[] k2 = rate(moved(y, dt / 2, k1));
      T[] k3 = rate(moved(y, dt / 2, k2));
      T[] k4 = rate(moved(y, dt, k3));
      for (int i = 0; i < y.length; i++) {
        T sum = k1[i].add(k2[i].multiply(2)).add(k3[i].multiply(2)).add(k4[i]);
        y[i] = y[i].add(sum.multiply(dt).divide(6));
      }
    }
    T squares = a.getField().getZero();
    for (T element : y) {
      squares = squares.add(element.square());
    }
    return squares.divide(2);
  }

  private T[] moved(T[] y, double by, T[] rate) {
    T[] moved = y.clone();
    for (int i = 0; i < y.length; i++) {
      moved[i] = y[i].add(rate[i].multiply(by));
    }
    return moved;
  }

  private T[] rate(T[] y) {
    int cells = y.length / 2;
    T[] rate = MathArrays.buildArray(a.getField(), y.length);
    for (int i = 0; i < cells; i++) {
      T u = y[i];
      T v = y[cells + i];
      T uuv = u.square().multiply(v);
      T reaction = b.multiply(u).subtract(uuv);
      rate[i] = a.subtract(u).subtract(reaction).add(diffusion(y, 0, i, a));
      rate[cells + i] = reaction.add(diffusion(y, cells, i, b.divide(a)));
    }
    return rate;
  }

  private T diffusion(T[] y, int offset, int i, T beyond) {
    int cells = y.length / 2;
    T left = i == 0 ? beyond : y[offset + i - 1];
    T right = i == cells - 1 ? beyond : y[offset + i + 1];
    return d.multiply(left.add(right).subtract(y[offset + i].multiply(2)));
  }
}
