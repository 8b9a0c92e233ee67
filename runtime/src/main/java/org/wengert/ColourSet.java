package org.wengert;

import java.util.Arrays;

/** Sets of colours, one for each vertex of a graph; most are small, and most graphs are large. */
final class ColourSet {
  private final long[][] words;

  ColourSet(int vertices) {
    words = new long[vertices][];
  }

  boolean contains(int vertex, int colour) {
    long[] set = words[vertex];
    return set != null && colour >> 6 < set.length && (set[colour >> 6] >>> colour & 1) != 0;
  }

  void add(int vertex, int colour) {
    int word = colour >> 6;
    if (words[vertex] == null) {
      words[vertex] = new long[word + 1];
    } else if (word >= words[vertex].length) {
      words[vertex] = Arrays.copyOf(words[vertex], Math.max(word + 1, 2 * words[vertex].length));
    }
    words[vertex][word] |= 1L << colour;
  }

  /** Adds the colours of a vertex to those that are forbidden; returns these, perhaps longer. */
  long[] forbid(int vertex, long[] forbidden) {
    long[] set = words[vertex];
    if (set == null) {
      return forbidden;
    }
    long[] all = set.length > forbidden.length ? Arrays.copyOf(forbidden, set.length) : forbidden;
    for (int i = 0; i < set.length; i++) {
      all[i] |= set[i];
    }
    return all;
  }

  /** The least colour that is not forbidden. */
  static int least(long[] forbidden) {
    int word = 0;
    while (word < forbidden.length && forbidden[word] == -1) {
      word++;
    }
    return 64 * word + (word < forbidden.length ? Long.numberOfTrailingZeros(~forbidden[word]) : 0);
  }
}
