package org.wengert.processor.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.Operator;

/**
 * An expression as Java would write it, but for {@code Math}.
 *
 * @param binding how tightly its outermost operator binds
 */
record Expression(String text, int binding) {
  private static final int CHOICE = 0;
  private static final int UNARY = 9;
  private static final int ATOM = 10;

  static Expression atom(String text) {
    return new Expression(text, text.startsWith("-") ? UNARY : ATOM);
  }

  /** A literal; whole numbers without their zeros. */
  static Expression literal(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      boolean isShort = number == Math.rint(number) && Math.abs(number) < 1e9;
      boolean isNegativeZero = number == 0 && 1 / number < 0;
      return atom(isShort && !isNegativeZero ? String.valueOf((int) number) : value.toString());
    }
    return atom(value instanceof String ? '"' + value.toString() + '"' : String.valueOf(value));
  }

  static Expression of(Operator operator, List<Expression> operands) {
    if (operator instanceof MathCall call) {
      return atom(call(call.function().javaName(), operands));
    }
    Arithmetic arithmetic = (Arithmetic) operator;
    if (arithmetic == Arithmetic.SELECT) {
      return new Expression(
          operands.get(0).inside(CHOICE + 1)
              + " ? "
              + operands.get(1).text()
              + " : "
              + operands.get(2).inside(CHOICE),
          CHOICE);
    }
    if (operands.size() == 1) {
      String space = arithmetic.symbol().startsWith("(") ? " " : "";
      return new Expression(arithmetic.symbol() + space + operands.get(0).inside(ATOM), UNARY);
    }
    int binding = binding(arithmetic);
    return new Expression(
        operands.get(0).inside(binding)
            + " "
            + arithmetic.symbol()
            + " "
            + operands.get(1).inside(binding + 1),
        binding);
  }

  static String call(String function, List<Expression> operands) {
    return operands.stream()
        .map(Expression::text)
        .collect(Collectors.joining(", ", function + "(", ")"));
  }

  /** The text, in parentheses where operators around it bind more tightly. */
  private String inside(int around) {
    return binding < around ? "(" + text + ")" : text;
  }

  private static int binding(Arithmetic operator) {
    return switch (operator) {
      case OR -> 1;
      case XOR -> 2;
      case AND -> 3;
      case EQ, NE -> 4;
      case LT, LE, GT, GE -> 5;
      case SHL, SHR, USHR -> 6;
      case ADD, SUB -> 7;
      default -> 8;
    };
  }
}
