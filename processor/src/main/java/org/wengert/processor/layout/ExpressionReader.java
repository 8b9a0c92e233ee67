package org.wengert.processor.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.layout.Chain.Link;
import org.wengert.processor.layout.Expression.ArrayContent;
import org.wengert.processor.layout.Expression.Assignment;
import org.wengert.processor.layout.Expression.Cast;
import org.wengert.processor.layout.Expression.Conditional;
import org.wengert.processor.layout.Expression.Infix;
import org.wengert.processor.layout.Expression.Literal;
import org.wengert.processor.layout.Expression.NewArray;
import org.wengert.processor.layout.Expression.NewObject;
import org.wengert.processor.layout.Expression.Parenthesized;
import org.wengert.processor.layout.Expression.Postfix;
import org.wengert.processor.layout.Expression.Prefix;

/** Reads the expressions of generated code. */
final class ExpressionReader {
  /** From the loosest binding to the tightest. */
  private static final List<Set<String>> OPERATORS =
      List.of(
          Set.of("||"),
          Set.of("&&"),
          Set.of("|"),
          Set.of("^"),
          Set.of("&"),
          Set.of("==", "!="),
          Set.of("<", ">", "<=", ">="),
          Set.of("<<", ">>", ">>>"),
          Set.of("+", "-"),
          Set.of("*", "/", "%"));

  private static final Set<String> ASSIGNMENTS =
      Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=");
  private static final Set<String> PREFIXES = Set.of("+", "-", "!", "~", "++", "--");
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");
  private static final Set<String> KEYWORD_VALUES = Set.of("true", "false", "null");

  private final Tokens tokens;

  ExpressionReader(Tokens tokens) {
    this.tokens = tokens;
  }

  Expression expression() {
    Expression left = conditional();
    if (!ASSIGNMENTS.contains(tokens.peek())) {
      return left;
    }
    return new Assignment(left, tokens.take(), expression());
  }

  private Expression conditional() {
    Expression condition = infix(0);
    if (!tokens.takeIf("?")) {
      return condition;
    }
    Expression then = conditional();
    tokens.take(":");
    return new Conditional(condition, then, conditional());
  }

  private Expression infix(int level) {
    if (level == OPERATORS.size()) {
      return prefix();
    }
    Expression first = infix(level + 1);
    List<Expression> operands = new ArrayList<>(List.of(first));
    List<String> operators = new ArrayList<>();
    for (String operator = operator(level); !operator.isEmpty(); operator = operator(level)) {
      operators.add(operator);
      operands.add(infix(level + 1));
    }
    return operators.isEmpty() ? first : new Infix(operands, operators);
  }

  /** The next operator, if it binds as tightly; shifts come as single characters. */
  private String operator(int level) {
    if (tokens.at(">", ">")) {
      String shift = tokens.at(">", ">", ">") ? ">>>" : ">>";
      if (!OPERATORS.get(level).contains(shift)) {
        return "";
      }
      shift.chars().forEach(each -> tokens.take());
      return shift;
    }
    return OPERATORS.get(level).contains(tokens.peek()) ? tokens.take() : "";
  }

  private Expression prefix() {
    if (PREFIXES.contains(tokens.peek())) {
      return new Prefix(tokens.take(), prefix());
    }
    Optional<Type> cast = cast();
    if (cast.isPresent()) {
      return new Cast(cast.get(), prefix());
    }
    Expression operand = primary();
    while (tokens.at("++") || tokens.at("--")) {
      operand = new Postfix(operand, tokens.take());
    }
    return operand;
  }

  private Optional<Type> cast() {
    int start = tokens.position();
    if (tokens.takeIf("(") && Tokens.isName(tokens.peek())) {
      boolean primitive = PRIMITIVES.contains(tokens.peek());
      Optional<Type> type = maybeType();
      if (type.isPresent() && tokens.takeIf(")") && (primitive || startsOperand())) {
        return type;
      }
    }
    tokens.back(start);
    return Optional.empty();
  }

  private boolean startsOperand() {
    String next = tokens.peek();
    return !next.isEmpty()
        && (Character.isJavaIdentifierPart(next.charAt(0))
            || "\"'(!~".indexOf(next.charAt(0)) >= 0);
  }

  private Expression primary() {
    Optional<Expression> start = Optional.empty();
    List<Link> links = new ArrayList<>();
    String next = tokens.peek();
    if (next.equals("(")) {
      tokens.take();
      start = Optional.of(new Parenthesized(expression()));
      tokens.take(")");
    } else if (next.equals("new")) {
      start = Optional.of(creation());
    } else if (PRIMITIVES.contains(next)
        || tokens.peek(1).equals("[") && tokens.peek(2).equals("]")) {
      start = Optional.of(type()); // of a class literal
    } else if (Tokens.isName(next) && !KEYWORD_VALUES.contains(next)) {
      links.add(link());
    } else {
      start = Optional.of(new Literal(tokens.take()));
    }
    List<Expression> indices = start.isPresent() ? indices() : List.of();
    while (tokens.takeIf(".")) {
      links.add(link());
    }
    return start.isPresent() && indices.isEmpty() && links.isEmpty()
        ? start.get()
        : new Chain(start, indices, links);
  }

  private Link link() {
    String name = tokens.takeName();
    Optional<List<Expression>> arguments =
        tokens.at("(") ? Optional.of(arguments()) : Optional.empty();
    return new Link(name, arguments, indices());
  }

  private List<Expression> indices() {
    List<Expression> indices = new ArrayList<>();
    while (tokens.takeIf("[")) {
      indices.add(expression());
      tokens.take("]");
    }
    return indices;
  }

  private List<Expression> arguments() {
    tokens.take("(");
    return listUpTo(")");
  }

  private List<Expression> listUpTo(String end) {
    List<Expression> items = new ArrayList<>();
    if (!tokens.takeIf(end)) {
      do {
        items.add(expression());
      } while (tokens.takeIf(","));
      tokens.take(end);
    }
    return items;
  }

  private Expression creation() {
    tokens.take("new");
    Type type = new Type(className(), typeArguments(), 0);
    if (tokens.at("(")) {
      return new NewObject(type, arguments());
    }
    List<Expression> lengths = new ArrayList<>();
    int open = 0;
    while (tokens.takeIf("[")) {
      if (tokens.takeIf("]")) {
        open++;
      } else {
        lengths.add(expression());
        tokens.take("]");
      }
    }
    return new NewArray(
        type, lengths, open, tokens.at("{") ? Optional.of(arrayContent(false)) : Optional.empty());
  }

  ArrayContent arrayContent(boolean member) {
    tokens.take("{");
    List<Expression> elements = new ArrayList<>();
    while (!tokens.takeIf("}")) {
      if (!elements.isEmpty()) {
        tokens.take(",");
      }
      elements.add(tokens.at("{") ? arrayContent(false) : expression());
    }
    return new ArrayContent(elements, member);
  }

  Type type() {
    return maybeType().orElseThrow(UnknownSyntaxException::new);
  }

  /** Leaves the tokens where they are if there is none. */
  Optional<Type> maybeType() {
    int start = tokens.position();
    try {
      Chain name = className();
      String arguments = typeArguments();
      int rank = 0;
      while (tokens.at("[", "]")) {
        tokens.take();
        tokens.take();
        rank++;
      }
      return Optional.of(new Type(name, arguments, rank));
    } catch (UnknownSyntaxException e) {
      tokens.back(start);
      return Optional.empty();
    }
  }

  private Chain className() {
    List<Link> links = new ArrayList<>();
    do {
      links.add(new Link(tokens.takeName(), Optional.empty(), List.of()));
    } while (tokens.takeIf("."));
    return new Chain(Optional.empty(), List.of(), links);
  }

  /** With what stands behind them: {@code <String>.Inner}. */
  private String typeArguments() {
    if (!tokens.takeIf("<")) {
      return "";
    }
    StringBuilder text = new StringBuilder("<");
    if (!tokens.at(">")) {
      do {
        text.append(text.length() > 1 ? ", " : "").append(typeArgument());
      } while (tokens.takeIf(","));
    }
    text.append(tokens.take(">"));
    if (tokens.takeIf(".")) {
      text.append('.').append(className().flat()).append(typeArguments());
    }
    return text.toString();
  }

  private String typeArgument() {
    if (!tokens.takeIf("?")) {
      return type().flat();
    }
    return tokens.at("extends") || tokens.at("super")
        ? "? " + tokens.take() + " " + type().flat()
        : "?";
  }
}
