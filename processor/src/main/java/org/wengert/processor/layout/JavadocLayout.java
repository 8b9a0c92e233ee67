package org.wengert.processor.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A documentation comment: paragraphs, then tags, each filled; on one line if it fits. */
final class JavadocLayout {
  private static final String OPEN = "/**";
  private static final String CLOSE = "*/";

  private final int width;
  private final String indent;

  private JavadocLayout(int width, int indent) {
    this.width = width;
    this.indent = " ".repeat(indent);
  }

  /**
   * @param lines of the whole comment
   */
  static String print(List<String> lines, int width, int indent) {
    return new JavadocLayout(width, indent).print(blocks(lines));
  }

  private String print(List<List<String>> blocks) {
    if (blocks.size() == 1 && !isTag(blocks.get(0))) {
      String line = indent + OPEN + " " + String.join(" ", blocks.get(0)) + " " + CLOSE;
      if (line.length() <= width) {
        return line;
      }
    }
    StringBuilder out = new StringBuilder(indent + OPEN);
    for (int i = 0; i < blocks.size(); i++) {
      List<String> block = blocks.get(i);
      if (i > 0 && !(isTag(block) && isTag(blocks.get(i - 1)))) {
        out.append('\n').append(indent).append(" *");
      }
      fill(block, isTag(block) ? "     " : " ", out);
    }
    return out.append('\n').append(indent).append(" ").append(CLOSE).toString();
  }

  /**
   * @param continued how far the lines behind the first stand from the asterisk
   */
  private void fill(List<String> words, String continued, StringBuilder out) {
    StringBuilder line = new StringBuilder(indent + " * " + words.get(0));
    for (String word : words.subList(1, words.size())) {
      if (line.length() + 1 + word.length() > width) {
        out.append('\n').append(line);
        line = new StringBuilder(indent + " *" + continued + word);
      } else {
        line.append(' ').append(word);
      }
    }
    out.append('\n').append(line);
  }

  private static boolean isTag(List<String> block) {
    return block.get(0).startsWith("@");
  }

  /** The words of each paragraph and tag. */
  private static List<List<String>> blocks(List<String> lines) {
    List<List<String>> blocks = new ArrayList<>();
    boolean within = false;
    for (String line : lines) {
      String text = text(line);
      if (text.isEmpty()) {
        within = within && !line.strip().equals("*");
        continue;
      }
      if (!within || text.startsWith("@")) {
        blocks.add(new ArrayList<>());
        within = true;
      }
      blocks.get(blocks.size() - 1).addAll(Arrays.asList(text.split(" +")));
    }
    return blocks;
  }

  private static String text(String line) {
    String text = line.strip();
    if (text.startsWith(OPEN)) {
      text = text.substring(OPEN.length());
    }
    if (text.endsWith(CLOSE)) {
      text = text.substring(0, text.length() - CLOSE.length());
    }
    text = text.strip();
    return text.startsWith("*") ? text.substring(1).strip() : text;
  }
}
