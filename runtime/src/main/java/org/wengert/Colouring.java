package org.wengert;

import java.util.Arrays;

/**
 * Colours for the columns of a matrix: those of one colour are computed by one sweep. Greedy, each
 * column takes the least colour that it can, in the order of the columns or those with the most
 * entries first, whichever takes fewer.
 *
 * @param of the colour of each column; negative for those that hold nothing
 * @param count how many there are
 */
record Colouring(int[] of, int count) {
  private static final int NONE = -1;

  /**
   * Columns of one colour have no row in common, so that every entry stands alone in the sum of its
   * colour. After Curtis, Powell and Reid, "On the estimation of sparse Jacobian matrices" (Journal
   * of the Institute of Mathematics and its Applications 13, 1974), as the partial distance-2
   * colouring of Gebremedhin, Manne and Pothen, "What color is your Jacobian? Graph coloring for
   * computing derivatives" (SIAM Review 47, 2005), algorithm 3.2.
   *
   * @param transposed the pattern with rows for columns
   */
  static Colouring ofColumns(Pattern pattern, Pattern transposed) {
    Colouring natural = ofColumns(pattern, transposed, natural(pattern.columns()));
    if (natural.count <= pattern.longestRow()) {
      return natural; // no colouring has fewer
    }
    return fewer(natural, ofColumns(pattern, transposed, largestFirst(transposed)));
  }

  private static Colouring ofColumns(Pattern pattern, Pattern transposed, int[] order) {
    int[] colours = new int[pattern.columns()];
    ColourSet inRow = new ColourSet(pattern.rows());
    int count = 0;
    long[] forbidden = new long[1];
    for (int column : order) {
      int from = transposed.rowStart()[column];
      int to = transposed.rowStart()[column + 1];
      if (from == to) {
        colours[column] = NONE;
        continue;
      }
      Arrays.fill(forbidden, 0);
      for (int k = from; k < to; k++) {
        forbidden = inRow.forbid(transposed.columnIndex()[k], forbidden);
      }
      int colour = ColourSet.least(forbidden);
      colours[column] = colour;
      count = Math.max(count, colour + 1);
      for (int k = from; k < to; k++) {
        inRow.add(transposed.columnIndex()[k], colour);
      }
    }
    return new Colouring(colours, count);
  }

  /**
   * Of a symmetric matrix: neighbours differ, and every path of four vertices has three colours, so
   * that every entry or its mirror image stands alone in the sum of its colour. The star colouring
   * of Gebremedhin, Manne and Pothen (as above), section 4; what is forbidden to a vertex is kept
   * up to date, as Gebremedhin, Tarafdar, Manne and Pothen do in "New acyclic and star coloring
   * algorithms with application to computing Hessians" (SIAM Journal on Scientific Computing 29,
   * 2007), so that vertices of many neighbours do not take quadratic time.
   */
  static Colouring ofSymmetric(Pattern pattern) {
    return fewer(
        new StarColouring(pattern).colour(natural(pattern.rows())),
        new StarColouring(pattern).colour(largestFirst(pattern)));
  }

  private static Colouring fewer(Colouring first, Colouring second) {
    return second.count < first.count ? second : first;
  }

  private static int[] natural(int count) {
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /** By the lengths of rows; among equals the first comes first. */
  private static int[] largestFirst(Pattern pattern) {
    int longest = pattern.longestRow();
    int[] start = new int[longest + 2];
    for (int i = 0; i < pattern.rows(); i++) {
      start[rank(pattern, i, longest) + 1]++;
    }
    for (int k = 0; k <= longest; k++) {
      start[k + 1] += start[k];
    }
    int[] order = new int[pattern.rows()];
    for (int i = 0; i < pattern.rows(); i++) {
      order[start[rank(pattern, i, longest)]++] = i;
    }
    return order;
  }

  private static int rank(Pattern pattern, int row, int longest) {
    return longest - (pattern.rowStart()[row + 1] - pattern.rowStart()[row]);
  }
}
