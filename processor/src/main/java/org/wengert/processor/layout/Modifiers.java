package org.wengert.processor.layout;

import java.util.Set;
import org.wengert.processor.layout.Doc.Fill;
import org.wengert.processor.layout.Doc.Indent;

/** What stands before a declaration. */
final class Modifiers {
  private static final Set<String> WORDS =
      Set.of("public", "protected", "private", "abstract", "static", "final");

  private Modifiers() {}

  static void write(Tokens tokens, DocBuilder out) {
    while (WORDS.contains(tokens.peek())) {
      out.text(tokens.take()).open(Indent.NONE).line(Fill.WHERE_NEEDED, " ").close();
    }
  }
}
