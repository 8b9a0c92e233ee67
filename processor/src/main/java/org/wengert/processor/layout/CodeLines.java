package org.wengert.processor.layout;

import java.util.Deque;

/** Puts together again what stands in several lines. */
final class CodeLines {
  private CodeLines() {}

  /** Takes a statement, the opening of a block, an import or an annotation from the lines. */
  static String take(Deque<String> lines) {
    StringBuilder code = new StringBuilder(lines.remove().strip());
    boolean annotation = code.charAt(0) == '@';
    if (!annotation && isWhole(code)) {
      return code.toString();
    }
    int depth = depth(code.toString());
    while (!lines.isEmpty() && (depth > 0 || !annotation && !isWhole(code))) {
      String line = lines.remove().strip();
      boolean apart =
          "({".indexOf(code.charAt(code.length() - 1)) < 0 && ").}".indexOf(line.charAt(0)) < 0;
      code.append(apart ? " " : "").append(line);
      depth += depth(line);
    }
    return code.toString();
  }

  private static boolean isWhole(CharSequence code) {
    return ";{}:".indexOf(code.charAt(code.length() - 1)) >= 0;
  }

  /** How many parentheses and brackets it leaves open. */
  private static int depth(String line) {
    int depth = 0;
    for (Tokens tokens = Tokens.of(line); !tokens.isEmpty(); ) {
      switch (tokens.take()) {
        case "(", "[" -> depth++;
        case ")", "]" -> depth--;
        default -> {}
      }
    }
    return depth;
  }
}
