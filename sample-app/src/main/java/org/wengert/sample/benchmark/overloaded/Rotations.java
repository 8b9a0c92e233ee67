package org.wengert.sample.benchmark.overloaded;

import org.wengert.sample.benchmark.peer.Numbers;

/** Matrices of rotation, row by row in one array. */
record Rotations<T>(Numbers<T> numbers) {

  /** Returns the rotation about x, then y, then z, 4 by 4. */
  T[] bend(T x, T z, T y) {
    T sx = numbers.sin(x);
    T cx = numbers.cos(x);
    T sy = numbers.sin(y);
    T cy = numbers.cos(y);
    T sz = numbers.sin(z);
    T cz = numbers.cos(z);
    T[] m = numbers.zeros(16);
    T czsy = numbers.multiply(cz, sy);
    T szsy = numbers.multiply(sz, sy);
    m[0] = numbers.multiply(cz, cy);
    m[1] = numbers.subtract(numbers.multiply(czsy, sx), numbers.multiply(sz, cx));
    m[2] = numbers.add(numbers.multiply(czsy, cx), numbers.multiply(sz, sx));
    m[4] = numbers.multiply(sz, cy);
    m[5] = numbers.add(numbers.multiply(szsy, sx), numbers.multiply(cz, cx));
    m[6] = numbers.subtract(numbers.multiply(szsy, cx), numbers.multiply(cz, sx));
    m[8] = numbers.multiply(sy, -1);
    m[9] = numbers.multiply(cy, sx);
    m[10] = numbers.multiply(cy, cx);
    m[15] = numbers.constant(1);
    return m;
  }

  /** Returns the rotation by the vector, which is not zero, 3 by 3. */
  T[] about(T x, T y, T z) {
    T squares = numbers.add(numbers.multiply(x, x), numbers.multiply(y, y));
    T angle = numbers.sqrt(numbers.add(squares, numbers.multiply(z, z)));
    T sin = numbers.sin(angle);
    T cos = numbers.cos(angle);
    T rest = numbers.subtract(1, cos);
    T[] axis = numbers.array(3);
    axis[0] = numbers.divide(x, angle);
    axis[1] = numbers.divide(y, angle);
    axis[2] = numbers.divide(z, angle);
    T[] m = numbers.array(9);
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      int k = (i + 2) % 3;
      T across = numbers.multiply(numbers.multiply(axis[i], axis[j]), rest);
      T turned = numbers.multiply(axis[k], sin);
      m[4 * i] = numbers.add(numbers.multiply(numbers.multiply(axis[i], axis[i]), rest), cos);
      m[3 * i + j] = numbers.subtract(across, turned);
      m[3 * j + i] = numbers.add(across, turned);
    }
    return m;
  }
}
