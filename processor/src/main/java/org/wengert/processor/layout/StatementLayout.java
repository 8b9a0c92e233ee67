package org.wengert.processor.layout;

import java.util.Optional;
import java.util.Set;
import org.wengert.processor.layout.Doc.Group;
import org.wengert.processor.layout.Doc.Indent;

/** A statement, or the line that opens one that holds others. */
final class StatementLayout {
  private static final Set<String> WITH_CONDITION = Set.of("if", "while", "switch");
  private static final Set<String> WITH_VALUE = Set.of("return", "throw", "yield");

  private final Tokens tokens;
  private final ExpressionReader expressions;
  private final DocBuilder out = new DocBuilder();

  private StatementLayout(Tokens tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionReader(tokens);
  }

  /**
   * @throws UnknownSyntaxException if it is neither
   */
  static Group of(Tokens tokens) {
    StatementLayout layout = new StatementLayout(tokens);
    layout.statement();
    if (!tokens.isEmpty()) {
      throw new UnknownSyntaxException();
    }
    return layout.out.build();
  }

  private void statement() {
    if (tokens.at("}")) {
      out.text(tokens.take() + " ");
      if (tokens.at("else")) {
        out.text(tokens.take() + " ");
      }
    }
    if (WITH_CONDITION.contains(tokens.peek())) {
      opening();
    } else if (tokens.at("for")) {
      loop();
    } else if (tokens.at("case") || tokens.at("default")) {
      rule();
    } else if (WITH_VALUE.contains(tokens.peek())) {
      out.text(tokens.take() + " ");
      expressions.expression().write(out);
      end();
    } else {
      variableOrExpression();
    }
  }

  private void end() {
    out.text(tokens.takeIf("{") ? " {" : tokens.take(";"));
  }

  private void opening() {
    out.text(tokens.take() + " " + tokens.take("("));
    expressions.expression().write(out);
    out.text(tokens.take(")"));
    end();
  }

  private void loop() {
    out.text(tokens.take("for") + " " + tokens.take("(")).open(Indent.CONTINUED).open(Indent.NONE);
    if (tokens.at(";")) {
      out.text(tokens.take());
    } else {
      variableOrExpression();
    }
    out.close().lineOr(" ");
    if (!tokens.at(";")) {
      expressions.expression().write(out);
    }
    out.text(tokens.take(";"));
    if (tokens.at(")")) {
      out.text(" ");
    } else {
      out.lineOr(" ").open(Indent.NONE);
      expressions.expression().write(out);
      out.close();
    }
    out.close().text(tokens.take(")"));
    end();
  }

  private void rule() {
    out.open(Indent.CONTINUED);
    if (tokens.at("default")) {
      out.text(tokens.take());
    } else {
      out.text(tokens.take("case")).open(Indent.NONE).text(" ");
      expressions.expression().write(out);
      while (tokens.takeIf(",")) {
        out.text(",").lineOr(" ");
        expressions.expression().write(out);
      }
      out.close();
    }
    out.text(" " + tokens.take("->")).lineOr(" ");
    expressions.expression().write(out);
    out.close();
    end();
  }

  private void variableOrExpression() {
    Optional<Variable> variable = variable();
    if (variable.isPresent()) {
      variable.get().write(tokens.take(";"), out);
    } else {
      expressions.expression().write(out);
      end();
    }
  }

  private Optional<Variable> variable() {
    int start = tokens.position();
    Modifiers.write(tokens, out);
    Optional<Type> type = expressions.maybeType();
    if (type.isEmpty() || !Tokens.isName(tokens.peek())) {
      tokens.back(start);
      return Optional.empty();
    }
    String name = tokens.takeName();
    Optional<Expression> initial =
        tokens.takeIf("=") ? Optional.of(expressions.expression()) : Optional.empty();
    return Optional.of(new Variable(type.get(), name, initial));
  }
}
