package org.wengert.processor.proof;

/** Java with two blanks for each brace that is open. */
final class Indented {
  private Indented() {}

  static String of(String text) {
    StringBuilder indented = new StringBuilder();
    int depth = 0;
    for (String line : text.lines().toList()) {
      depth -= line.startsWith("}") ? 1 : 0;
      indented.append("  ".repeat(depth)).append(line).append('\n');
      depth += line.startsWith("}") ? 1 : 0;
      depth += (int) line.chars().filter(c -> c == '{').count();
      depth -= (int) line.chars().filter(c -> c == '}').count();
    }
    return indented.toString();
  }
}
