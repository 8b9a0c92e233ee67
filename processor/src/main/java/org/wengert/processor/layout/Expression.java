package org.wengert.processor.layout;

import java.util.List;
import java.util.Optional;
import org.wengert.processor.layout.Doc.Fill;
import org.wengert.processor.layout.Doc.Indent;

/** An expression, and where its lines may be broken. */
interface Expression {
  /** Lists of what is shorter than this are filled, others have one item a line. */
  int SHORT = 10;

  void write(DocBuilder out);

  default int width() {
    return flat().length();
  }

  /** On one line. */
  default String flat() {
    DocBuilder alone = DocBuilder.measuring();
    write(alone);
    return LineBreaker.print(alone.build(), Doc.ENDLESS, 0);
  }

  /** How a list of these is broken. */
  static Fill fill(List<Expression> items, DocBuilder out) {
    return !out.isMeasuring() && items.stream().allMatch(item -> item.width() < SHORT)
        ? Fill.WHERE_NEEDED
        : Fill.TOGETHER;
  }

  static void list(List<Expression> items, Fill fill, DocBuilder out) {
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.text(",").line(fill, " ");
      }
      items.get(i).write(out);
    }
  }

  /** A literal. */
  record Literal(String text) implements Expression {
    boolean isString() {
      return text.startsWith("\"");
    }

    @Override
    public void write(DocBuilder out) {
      out.text(text);
    }
  }

  record Parenthesized(Expression inner) implements Expression {
    @Override
    public void write(DocBuilder out) {
      out.text("(");
      inner.write(out);
      out.text(")");
    }
  }

  record Prefix(String operator, Expression operand) implements Expression {
    @Override
    public void write(DocBuilder out) {
      boolean ambiguous =
          operand instanceof Prefix inner
              && operator.charAt(0) == inner.operator.charAt(0)
              && "+-".contains(operator.substring(0, 1));
      out.text(ambiguous ? operator + " " : operator);
      operand.write(out);
    }
  }

  record Postfix(Expression operand, String operator) implements Expression {
    @Override
    public void write(DocBuilder out) {
      operand.write(out);
      out.text(operator);
    }
  }

  /** Operands of operators with one precedence, which stand between them. */
  record Infix(List<Expression> operands, List<String> operators) implements Expression {
    @Override
    public void write(DocBuilder out) {
      Fill fill = fill(operands, out);
      out.open(Indent.CONTINUED);
      operands.get(0).write(out);
      for (int i = 0; i < operators.size(); i++) {
        out.line(fill, " ").text(operators.get(i) + " ");
        operands.get(i + 1).write(out);
      }
      out.close();
    }
  }

  record Conditional(Expression condition, Expression then, Expression otherwise)
      implements Expression {
    @Override
    public void write(DocBuilder out) {
      out.open(Indent.CONTINUED);
      condition.write(out);
      out.lineOr(" ").text("? ");
      then.write(out);
      out.lineOr(" ").text(": ");
      otherwise.write(out);
      out.close();
    }
  }

  record Assignment(Expression target, String operator, Expression value) implements Expression {
    @Override
    public void write(DocBuilder out) {
      out.open(Indent.CONTINUED);
      target.write(out);
      out.text(" " + operator).lineOr(" ");
      value.write(out);
      out.close();
    }
  }

  record Cast(Type type, Expression operand) implements Expression {
    @Override
    public void write(DocBuilder out) {
      out.open(Indent.CONTINUED).text("(");
      type.write(out);
      out.text(")").lineOr(" ");
      operand.write(out);
      out.close();
    }
  }

  record NewObject(Type type, List<Expression> arguments) implements Expression {
    @Override
    public void write(DocBuilder out) {
      out.open(Indent.NONE).text("new ");
      type.write(out);
      Arguments.write(arguments, Indent.CONTINUED, out);
      out.close();
    }
  }

  /**
   * An array, with or without its content.
   *
   * @param lengths of the outer arrays; those of the inner ones may be open
   */
  record NewArray(
      Expression element, List<Expression> lengths, int open, Optional<ArrayContent> content)
      implements Expression {
    @Override
    public void write(DocBuilder out) {
      out.open(Indent.CONTINUED).text("new ");
      element.write(out);
      out.open(Indent.NONE);
      for (Expression length : lengths) {
        out.line(Fill.WHERE_NEEDED, "").text("[");
        length.write(out);
        out.text("]");
      }
      for (int i = 0; i < open; i++) {
        out.line(Fill.WHERE_NEEDED, "").text("[]");
      }
      out.close().close();
      if (content.isPresent()) {
        out.text(" ");
        content.get().write(out);
      }
    }
  }

  /**
   * Elements in braces.
   *
   * @param member whether an annotation's member has it as its value
   */
  record ArrayContent(List<Expression> elements, boolean member) implements Expression {
    @Override
    public void write(DocBuilder out) {
      if (elements.isEmpty()) {
        out.text("{}");
        return;
      }
      Fill fill = fill(elements, out);
      boolean together = fill == Fill.WHERE_NEEDED || !member;
      out.open(Indent.BLOCK).text("{").lineOr("");
      if (together) {
        out.open(Indent.NONE);
      }
      list(elements, fill, out);
      if (together) {
        out.close();
      }
      out.line(Fill.TOGETHER, "", -2, new Doc.Place()).close().text("}");
    }
  }
}
