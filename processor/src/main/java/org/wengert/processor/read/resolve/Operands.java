package org.wengert.processor.read.resolve;

import com.sun.source.tree.Tree;
import java.util.Locale;
import javax.lang.model.type.TypeKind;

/** Which primitive operands an operator does not take, though its result would have a type. */
final class Operands {
  private Operands() {}

  /**
   * Refuses an operand that the compiler refuses.
   *
   * @param kind the operand's type, unboxed; anything if that is not primitive
   */
  static void check(Tree.Kind operator, TypeKind kind, Tree operand) throws UnresolvedException {
    String wanted =
        switch (operator) {
          case LESS_THAN,
              GREATER_THAN,
              LESS_THAN_EQUAL,
              GREATER_THAN_EQUAL,
              PLUS_ASSIGNMENT,
              MINUS_ASSIGNMENT,
              MULTIPLY_ASSIGNMENT,
              DIVIDE_ASSIGNMENT,
              REMAINDER_ASSIGNMENT ->
              kind == TypeKind.BOOLEAN ? "a number" : null;
          case AND, OR, XOR, AND_ASSIGNMENT, OR_ASSIGNMENT, XOR_ASSIGNMENT ->
              isFloating(kind) ? "a whole number" : null;
          case LEFT_SHIFT,
              RIGHT_SHIFT,
              UNSIGNED_RIGHT_SHIFT,
              LEFT_SHIFT_ASSIGNMENT,
              RIGHT_SHIFT_ASSIGNMENT,
              UNSIGNED_RIGHT_SHIFT_ASSIGNMENT,
              BITWISE_COMPLEMENT ->
              isFloating(kind) || kind == TypeKind.BOOLEAN ? "a whole number" : null;
          case LOGICAL_COMPLEMENT -> Primitives.isNumeric(kind) ? "a boolean" : null;
          default -> null;
        };
    if (wanted != null) {
      String type = kind.name().toLowerCase(Locale.ROOT);
      throw new UnresolvedException(operand, "'" + type + "' is not " + wanted);
    }
  }

  private static boolean isFloating(TypeKind kind) {
    return kind == TypeKind.FLOAT || kind == TypeKind.DOUBLE;
  }
}
