package org.wengert.sample.benchmark.overloaded;

import org.wengert.sample.benchmark.peer.Numbers;

/** Products of 4 by 4 matrices, those of numbers that carry derivatives row by row in one array. */
record Matrices<T>(Numbers<T> numbers) {

  private static final int SIZE = 4;

  T[] product(double[][] a, T[] b) {
    T[] product = numbers.zeros(SIZE * SIZE);
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        for (int k = 0; k < SIZE; k++) {
          add(product, i, j, numbers.multiply(b[SIZE * k + j], a[i][k]));
        }
      }
    }
    return product;
  }

  T[] product(T[] a, double[][] b) {
    T[] product = numbers.zeros(SIZE * SIZE);
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        for (int k = 0; k < SIZE; k++) {
          add(product, i, j, numbers.multiply(a[SIZE * i + k], b[k][j]));
        }
      }
    }
    return product;
  }

  T[] product(T[] a, T[] b) {
    T[] product = numbers.zeros(SIZE * SIZE);
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        for (int k = 0; k < SIZE; k++) {
          add(product, i, j, numbers.multiply(a[SIZE * i + k], b[SIZE * k + j]));
        }
      }
    }
    return product;
  }

  private void add(T[] matrix, int i, int j, T term) {
    matrix[SIZE * i + j] = numbers.add(matrix[SIZE * i + j], term);
  }
}
