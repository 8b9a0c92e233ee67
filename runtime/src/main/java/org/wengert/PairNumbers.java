package org.wengert;

import java.util.Arrays;

/** Pairs of numbers, each with a number of its own, from 1 on in the order of their first use. */
final class PairNumbers {
  private int[] first = new int[64];
  private int[] second = new int[64];
  private int count = 1;
  private int[] table = new int[256];

  int of(int a, int b) {
    int slot = spread(31 * a + b) & (table.length - 1);
    while (table[slot] != 0) {
      int pair = table[slot];
      if (first[pair] == a && second[pair] == b) {
        return pair;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    if (count == first.length) {
      int capacity = NumberSets.grown(count);
      first = Arrays.copyOf(first, capacity);
      second = Arrays.copyOf(second, capacity);
    }
    first[count] = a;
    second[count] = b;
    table[slot] = count;
    if (count > table.length / 2) {
      rehash();
    }
    return count++;
  }

  private void rehash() {
    table = new int[NumberSets.grown(table.length)];
    for (int pair = 1; pair <= count; pair++) {
      int slot = spread(31 * first[pair] + second[pair]) & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = pair;
    }
  }

  int first(int pair) {
    return first[pair];
  }

  int second(int pair) {
    return second[pair];
  }

  /** Neighbouring numbers must not lie side by side in a table that is searched linearly. */
  static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
