package org.wengert.processor.layout;

import org.wengert.processor.layout.Doc.Fill;
import org.wengert.processor.layout.Doc.Indent;

/**
 * A type where it is mentioned.
 *
 * @param arguments in angle brackets, with inner classes behind them, or empty
 * @param rank of an array
 */
record Type(Chain name, String arguments, int rank) implements Expression {
  @Override
  public void write(DocBuilder out) {
    name.write(out);
    out.text(arguments).open(Indent.CONTINUED);
    for (int i = 0; i < rank; i++) {
      out.line(Fill.WHERE_NEEDED, "").text("[]");
    }
    out.close();
  }
}
