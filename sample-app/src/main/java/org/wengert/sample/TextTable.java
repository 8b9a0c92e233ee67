package org.wengert.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of text, its columns as wide as their widest cell: the first to the left, numbers right.
 */
public final class TextTable {

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();
  private final int leftAligned;

  /**
   * @param leftAligned how many columns, from the first, hold text and not numbers
   */
  public TextTable(int leftAligned, String... header) {
    this.leftAligned = leftAligned;
    this.header = List.of(header);
  }

  /** Adds a row of as many cells as the header has. */
  public void add(String... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.length + " cells in a table of " + header.size() + " columns");
    }
    rows.add(List.of(cells));
  }

  /**
   * Returns the header, a rule and the rows, each line ended by {@code \n}, without blanks at the
   * end.
   */
  @Override
  public String toString() {
    int[] widths = new int[header.size()];
    widen(widths, header);
    rows.forEach(row -> widen(widths, row));
    StringBuilder text = new StringBuilder();
    appendLine(text, widths, header);
    text.append("-".repeat(Arrays.stream(widths).sum() + 2 * (widths.length - 1))).append('\n');
    rows.forEach(row -> appendLine(text, widths, row));
    return text.toString();
  }

  private static void widen(int[] widths, List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], cells.get(i).length());
    }
  }

  private void appendLine(StringBuilder text, int[] widths, List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - cells.get(i).length());
      line.append(i == 0 ? "" : "  ");
      line.append(i < leftAligned ? cells.get(i) + padding : padding + cells.get(i));
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
