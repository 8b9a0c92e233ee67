package org.wengert.processor.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wengert.processor.layout.Doc.Fill;
import org.wengert.processor.layout.Doc.Group;
import org.wengert.processor.layout.Doc.Indent;
import org.wengert.processor.layout.Doc.Place;
import org.wengert.processor.layout.Expression.ArrayContent;

/** The line that opens a method, constructor, record or class, and annotations before it. */
final class MemberLayout {
  private final Tokens tokens;
  private final ExpressionReader expressions;
  private final DocBuilder out = new DocBuilder();

  private MemberLayout(Tokens tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionReader(tokens);
  }

  /**
   * @throws UnknownSyntaxException if it is none of these
   */
  static Group of(Tokens tokens) {
    MemberLayout layout = new MemberLayout(tokens);
    if (tokens.at("@")) {
      layout.annotation();
    } else {
      layout.header();
    }
    if (!tokens.isEmpty()) {
      throw new UnknownSyntaxException();
    }
    return layout.out.build();
  }

  private void header() {
    Modifiers.write(tokens, out);
    if (tokens.takeIf("record")) {
      out.text("record " + tokens.takeName()).open(Indent.CONTINUED);
      out.text(tokens.take("("));
      Variable.writeList(parameters(), out);
      out.text(")").close();
    } else if (tokens.takeIf("class")) {
      out.text("class " + tokens.takeName());
    } else {
      method();
    }
    out.text(tokens.takeIf("{") ? " {" : tokens.take(";"));
    if (tokens.takeIf("}")) {
      out.text("}");
    }
  }

  private void method() {
    Place beforeName = new Place();
    out.open(Indent.CONTINUED).open(Indent.NONE);
    if (!tokens.peek(1).equals("(")) {
      out.open(Indent.NONE).open(Indent.NONE);
      expressions.type().write(out);
      out.close().line(Fill.WHERE_NEEDED, " ", 0, beforeName);
    } else {
      out.open(Indent.NONE); // a constructor
    }
    out.text(tokens.takeName() + tokens.take("(")).close().close();
    out.open(new Indent.IfBroken(beforeName)).open(Indent.NONE).open(Indent.NONE);
    Variable.writeList(parameters(), out);
    out.text(")");
    if (tokens.takeIf("throws")) {
      exceptions();
    }
    out.close().close().close().close();
  }

  private void exceptions() {
    out.line(Fill.WHERE_NEEDED, " ").open(Indent.CONTINUED);
    out.text("throws").line(Fill.WHERE_NEEDED, " ");
    expressions.type().write(out);
    while (tokens.takeIf(",")) {
      out.text(",").lineOr(" ");
      expressions.type().write(out);
    }
    out.close();
  }

  private List<Variable> parameters() {
    List<Variable> parameters = new ArrayList<>();
    while (!tokens.takeIf(")")) {
      if (!parameters.isEmpty()) {
        tokens.take(",");
      }
      parameters.add(new Variable(expressions.type(), tokens.takeName(), Optional.empty()));
    }
    return parameters;
  }

  private void annotation() {
    String name = tokens.take("@") + expressions.type().flat();
    if (tokens.at("(", "{")) {
      out.open(Indent.NONE).text(name + tokens.take());
      expressions.arrayContent(true).write(out);
      out.close().text(tokens.take(")"));
    } else if (tokens.at("(") && !tokens.peek(2).equals("=")) {
      out.open(Indent.CONTINUED).text(name + tokens.take()).lineOr("");
      expressions.expression().write(out);
      out.close().text(tokens.take(")"));
    } else if (tokens.takeIf("(")) {
      out.open(Indent.NONE).text(name).open(Indent.CONTINUED).text("(").lineOr("");
      members();
      out.text(")").close().close();
    } else {
      out.text(name);
    }
  }

  /** In lines of their own, if one of them is a list. */
  private void members() {
    List<String> names = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    do {
      names.add(tokens.takeName());
      tokens.take("=");
      values.add(tokens.at("{") ? expressions.arrayContent(true) : expressions.expression());
    } while (tokens.takeIf(","));
    tokens.take(")");
    boolean apart = values.stream().anyMatch(ArrayContent.class::isInstance);
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        out.text(",").line(apart ? Fill.ALWAYS : Fill.TOGETHER, apart ? "" : " ");
      }
      boolean list = values.get(i) instanceof ArrayContent;
      out.open(list ? Indent.NONE : Indent.CONTINUED).text(names.get(i) + " =");
      if (list) {
        out.text(" ");
      } else {
        out.lineOr(" ");
      }
      values.get(i).write(out);
      out.close();
    }
  }
}
