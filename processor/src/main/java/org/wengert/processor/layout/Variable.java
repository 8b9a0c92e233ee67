package org.wengert.processor.layout;

import java.util.List;
import java.util.Optional;
import org.wengert.processor.layout.Doc.Fill;
import org.wengert.processor.layout.Doc.Indent;
import org.wengert.processor.layout.Doc.Place;

/** A declaration of a local variable, field or parameter, without modifiers. */
record Variable(Type type, String name, Optional<Expression> initial) {
  /**
   * @param end what stands behind it
   */
  void write(String end, DocBuilder out) {
    Place behindType = new Place();
    out.open(Indent.NONE).open(Indent.CONTINUED).open(Indent.NONE).open(Indent.NONE);
    type.write(out);
    out.close().line(Fill.WHERE_NEEDED, " ", 0, behindType);
    out.open(new Indent.IfBroken(behindType)).text(name).close().close();
    initial.ifPresent(
        value -> {
          out.text(" =").open(new Indent.IfBroken(behindType)).line(Fill.WHERE_NEEDED, " ");
          value.write(out);
          out.close();
        });
    out.text(end).close().close();
  }

  /** Parameters and components, of which those that do not fit stand in lines of their own. */
  static void writeList(List<Variable> variables, DocBuilder out) {
    if (!variables.isEmpty()) {
      out.line(Fill.WHERE_NEEDED, "").open(Indent.NONE);
      for (int i = 0; i < variables.size(); i++) {
        if (i > 0) {
          out.lineOr(" ");
        }
        variables.get(i).write(i < variables.size() - 1 ? "," : "", out);
      }
      out.close();
    }
  }
}
