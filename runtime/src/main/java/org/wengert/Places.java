package org.wengert;

import java.util.Arrays;

/** Collects places of a square matrix, symmetrically, in any order and any number of times. */
final class Places {
  private final int size;
  private long[] places = new long[1024];
  private int count;

  Places(int size) {
    this.size = size;
  }

  /** Every row in one list with every column in the other, and the other way round. */
  void add(int[] some, int[] others) {
    for (int i : some) {
      for (int j : others) {
        add(i, j);
        if (i != j) {
          add(j, i);
        }
      }
    }
  }

  private void add(int row, int column) {
    if (count == places.length) {
      compact();
      if (count > places.length / 2) {
        places = Arrays.copyOf(places, NumberSets.grown(places.length));
      }
    }
    places[count++] = (long) row * size + column;
  }

  /** Sorts them, each place once. */
  private void compact() {
    Arrays.sort(places, 0, count);
    int kept = 0;
    for (int k = 0; k < count; k++) {
      if (k == 0 || places[k] != places[k - 1]) {
        places[kept++] = places[k];
      }
    }
    count = kept;
  }

  Pattern pattern() {
    compact();
    int[] rowStart = new int[size + 1];
    int[] columnIndex = new int[count];
    for (int k = 0; k < count; k++) {
      rowStart[(int) (places[k] / size) + 1]++;
      columnIndex[k] = (int) (places[k] % size);
    }
    for (int i = 0; i < size; i++) {
      rowStart[i + 1] += rowStart[i];
    }
    return new Pattern(size, size, rowStart, columnIndex);
  }
}
