package org.wengert.processor.layout;

import java.util.List;
import java.util.regex.Pattern;
import org.wengert.processor.layout.Doc.Indent;
import org.wengert.processor.layout.Expression.Infix;
import org.wengert.processor.layout.Expression.Literal;

/** What a method or constructor is called with. */
final class Arguments {
  private static final Pattern FORMAT = Pattern.compile("%|\\{[0-9]\\}");

  private Arguments() {}

  static void write(List<Expression> arguments, Indent indent, DocBuilder out) {
    out.open(indent).text("(");
    if (!arguments.isEmpty()) {
      out.lineOr("");
      if (arguments.size() > 1 && isFormat(arguments.get(0))) {
        out.open(Indent.NONE);
        arguments.get(0).write(out);
        out.text(",").lineOr(" ").open(Indent.NONE);
        list(arguments.subList(1, arguments.size()), out);
        out.close().close();
      } else {
        list(arguments, out);
      }
    }
    out.text(")").close();
  }

  private static void list(List<Expression> arguments, DocBuilder out) {
    out.open(Indent.NONE);
    Expression.list(arguments, Expression.fill(arguments, out), out);
    out.close();
  }

  /** Looks like a format string; what it formats stands together behind it. */
  private static boolean isFormat(Expression first) {
    List<Expression> parts = first instanceof Infix sum ? sum.operands() : List.of(first);
    return parts.stream().allMatch(part -> part instanceof Literal text && text.isString())
        && parts.stream().anyMatch(part -> FORMAT.matcher(((Literal) part).text()).find());
  }
}
