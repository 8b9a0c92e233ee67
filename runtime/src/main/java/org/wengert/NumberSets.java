package org.wengert;

import java.util.Arrays;

/**
 * Sets of numbers from zero on, known by their own numbers; 0 is the empty one. Small sets are
 * sorted, and there is one of each; a large one is the union of two others, and its elements are
 * only listed when somebody asks for them: so a sum of many terms takes time linear in them.
 */
final class NumberSets {
  /** By measurement of stencils and sums: a merge of so many costs less than a set in two parts. */
  private static final int SMALL = 32;

  private static final int IN_TWO_PARTS = -1;

  /** Where the elements of a small set begin; one part of a large one. */
  private int[] first = new int[64];

  /** How many elements a small set has; for large ones a mark. */
  private int[] size = new int[64];

  /** The other part of a large set. */
  private int[] second = new int[64];

  private int count = 1;
  private int[] elements = new int[64];
  private int used;
  private int[] table = new int[256];
  private final int[] merged = new int[SMALL];

  /** When a set was last met on the way through the parts of another one, and an element. */
  private int[] met = new int[0];

  private int[] listed = new int[0];
  private int walk;

  /** The set of one number. */
  int of(int element) {
    merged[0] = element;
    return small(1);
  }

  int union(int a, int b) {
    if (a == b || b == 0) {
      return a;
    }
    if (a == 0) {
      return b;
    }
    if (size[a] != IN_TWO_PARTS && size[b] != IN_TWO_PARTS) {
      int length = merge(a, b);
      if (length <= SMALL) {
        return small(length);
      }
    }
    if (isPart(b, a)) {
      return a;
    }
    return isPart(a, b) ? b : add(a, IN_TWO_PARTS, b);
  }

  private boolean isPart(int part, int whole) {
    return size[whole] == IN_TWO_PARTS && (first[whole] == part || second[whole] == part);
  }

  /** Into the array for that; the length, or more than fits there. */
  private int merge(int a, int b) {
    int i = first[a];
    int j = first[b];
    int endOfA = i + size[a];
    int endOfB = j + size[b];
    int length = 0;
    while (i < endOfA || j < endOfB) {
      if (length == SMALL) {
        return SMALL + 1;
      }
      int x = i < endOfA ? elements[i] : Integer.MAX_VALUE;
      int y = j < endOfB ? elements[j] : Integer.MAX_VALUE;
      merged[length++] = Math.min(x, y);
      if (x <= y) {
        i++;
      }
      if (y <= x) {
        j++;
      }
    }
    return length;
  }

  /** The one set of the merged elements. */
  private int small(int length) {
    int slot = slot(hash(merged, 0, length), length);
    if (table[slot] != 0) {
      return table[slot];
    }
    if (used + length > elements.length) {
      elements = Arrays.copyOf(elements, grown(elements.length));
    }
    System.arraycopy(merged, 0, elements, used, length);
    int set = add(used, length, 0);
    used += length;
    table[slot] = set;
    if (count > table.length / 2) {
      rehash();
    }
    return set;
  }

  private int slot(int hash, int length) {
    int slot = hash & (table.length - 1);
    while (table[slot] != 0 && !isMerged(table[slot], length)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private boolean isMerged(int set, int length) {
    int start = first[set];
    return size[set] == length && Arrays.equals(elements, start, start + length, merged, 0, length);
  }

  private void rehash() {
    table = new int[grown(table.length)];
    for (int set = 1; set < count; set++) {
      if (size[set] != IN_TWO_PARTS) {
        int slot = hash(elements, first[set], first[set] + size[set]) & (table.length - 1);
        while (table[slot] != 0) {
          slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = set;
      }
    }
  }

  private static int hash(int[] numbers, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + numbers[i];
    }
    return PairNumbers.spread(hash);
  }

  private int add(int its, int length, int other) {
    if (count == first.length) {
      int capacity = grown(count);
      first = Arrays.copyOf(first, capacity);
      size = Arrays.copyOf(size, capacity);
      second = Arrays.copyOf(second, capacity);
    }
    first[count] = its;
    size[count] = length;
    second[count] = other;
    return count++;
  }

  static int grown(int capacity) {
    if (capacity > Integer.MAX_VALUE / 2) {
      throw new OutOfMemoryError("the method has more dependences than fit into arrays");
    }
    return 2 * capacity;
  }

  /** The elements of a set in order, a new array. */
  int[] list(int set) {
    if (set == 0) {
      return new int[0];
    }
    if (size[set] != IN_TWO_PARTS) {
      return Arrays.copyOfRange(elements, first[set], first[set] + size[set]);
    }
    return walk(set);
  }

  private int[] walk(int whole) {
    walk++;
    if (met.length < count) {
      met = Arrays.copyOf(met, first.length);
    }
    int[] found = new int[2 * SMALL];
    int length = 0;
    int[] stack = new int[64];
    int depth = 0;
    stack[depth++] = whole;
    while (depth > 0) {
      int set = stack[--depth];
      if (met[set] == walk) {
        continue;
      }
      met[set] = walk;
      if (size[set] == IN_TWO_PARTS) {
        if (depth + 2 > stack.length) {
          stack = Arrays.copyOf(stack, grown(stack.length));
        }
        stack[depth++] = first[set];
        stack[depth++] = second[set];
        continue;
      }
      for (int i = first[set]; i < first[set] + size[set]; i++) {
        int element = elements[i];
        if (element >= listed.length) {
          listed = Arrays.copyOf(listed, Math.max(element + 1, grown(listed.length)));
        }
        if (listed[element] != walk) {
          listed[element] = walk;
          if (length == found.length) {
            found = Arrays.copyOf(found, grown(length));
          }
          found[length++] = element;
        }
      }
    }
    int[] all = Arrays.copyOf(found, length);
    Arrays.sort(all);
    return all;
  }
}
