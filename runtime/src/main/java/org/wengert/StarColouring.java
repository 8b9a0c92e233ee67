package org.wengert;

import java.util.Arrays;

/**
 * The greedy star colouring of a symmetric pattern, one vertex after the other.
 *
 * <p>A vertex must not have the colour of a neighbour, nor complete a path of four vertices in two
 * colours: either as its end, beyond a neighbour that is one of several equal neighbours of another
 * vertex, or within it, between two equal neighbours of which one has another neighbour.
 */
final class StarColouring {
  private static final int NONE = -1;

  private final Pattern pattern;
  private final int[] colours;

  /** The colours of a vertex's neighbours. */
  private final ColourSet around;

  /** Those that two or more of them have: the vertex is the centre of a star. */
  private final ColourSet several;

  /** The colours of the centres of the stars that a vertex belongs to. */
  private final ColourSet centres;

  StarColouring(Pattern pattern) {
    this.pattern = pattern;
    this.colours = new int[pattern.rows()];
    this.around = new ColourSet(pattern.rows());
    this.several = new ColourSet(pattern.rows());
    this.centres = new ColourSet(pattern.rows());
    Arrays.fill(colours, NONE);
  }

  Colouring colour(int[] order) {
    int count = 0;
    for (int vertex : order) {
      if (start(vertex) < end(vertex)) {
        int colour = ColourSet.least(forbidden(vertex));
        count = Math.max(count, colour + 1);
        take(vertex, colour);
      }
    }
    return new Colouring(colours, count);
  }

  private long[] forbidden(int vertex) {
    long[] forbidden = around.forbid(vertex, new long[1]);
    for (int k = start(vertex); k < end(vertex); k++) {
      int neighbour = pattern.columnIndex()[k];
      if (colours[neighbour] != NONE) {
        forbidden = centres.forbid(neighbour, forbidden);
        if (several.contains(vertex, colours[neighbour])) {
          forbidden = around.forbid(neighbour, forbidden);
        }
      }
    }
    return forbidden;
  }

  private void take(int vertex, int colour) {
    colours[vertex] = colour;
    for (int k = start(vertex); k < end(vertex); k++) {
      int neighbour = pattern.columnIndex()[k];
      if (neighbour == vertex) {
        continue;
      }
      if (colours[neighbour] != NONE && several.contains(vertex, colours[neighbour])) {
        centres.add(neighbour, colour);
      }
      if (several.contains(neighbour, colour)) {
        join(vertex, neighbour);
      } else if (around.contains(neighbour, colour)) {
        several.add(neighbour, colour);
        for (int l = start(neighbour); l < end(neighbour); l++) {
          if (colours[pattern.columnIndex()[l]] == colour) {
            join(pattern.columnIndex()[l], neighbour);
          }
        }
      } else {
        around.add(neighbour, colour);
      }
    }
  }

  private void join(int vertex, int centre) {
    if (colours[centre] != NONE) {
      centres.add(vertex, colours[centre]);
    }
  }

  private int start(int vertex) {
    return pattern.rowStart()[vertex];
  }

  private int end(int vertex) {
    return pattern.rowStart()[vertex + 1];
  }
}
