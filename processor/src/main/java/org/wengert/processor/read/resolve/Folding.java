package org.wengert.processor.read.resolve;

import com.sun.source.tree.Tree;
import javax.lang.model.type.TypeKind;

/**
 * Arithmetic on boxed constants, exactly as the language does it at run time. It has no result for
 * operands that the compiler refuses.
 */
final class Folding {
  private Folding() {}

  /** A constant converted to a primitive type, as by a cast (JLS 5.1.2, 5.1.3); null if none is. */
  static Object convert(Object value, TypeKind to) {
    if (to == TypeKind.BOOLEAN) {
      return value instanceof Boolean ? value : null;
    }
    if (!isNumber(value)) {
      return null;
    }
    Number number = number(value);
    return switch (to) {
      case BYTE -> number.byteValue();
      case SHORT -> number.shortValue();
      case CHAR -> (char) number.intValue();
      case INT -> number.intValue();
      case LONG -> number.longValue();
      case FLOAT -> number.floatValue();
      case DOUBLE -> number.doubleValue();
      default -> throw new IllegalArgumentException("Not numeric: " + to);
    };
  }

  private static boolean isNumber(Object value) {
    return value instanceof Character || value instanceof Number;
  }

  private static boolean isWhole(Object value) {
    return isNumber(value) && !(value instanceof Float || value instanceof Double);
  }

  private static Number number(Object value) {
    return value instanceof Character c ? (Integer) (int) c : (Number) value;
  }

  /** Whether a constant of type int has a value of the narrower type. */
  static boolean fits(int value, TypeKind kind) {
    return number(convert(value, kind)).intValue() == value;
  }

  /** The value of a unary operator; null if it has none. */
  static Object unary(Tree.Kind operator, Object operand) {
    if (operand instanceof Boolean b) {
      return operator == Tree.Kind.LOGICAL_COMPLEMENT ? !b : null;
    }
    if (!isNumber(operand)) {
      return null;
    }
    TypeKind kind = Primitives.promoted(kindOf(operand));
    Object promoted = convert(operand, kind);
    return switch (operator) {
      case UNARY_PLUS -> promoted;
      case UNARY_MINUS ->
          switch (kind) {
            case INT -> -(Integer) promoted;
            case LONG -> -(Long) promoted;
            case FLOAT -> -(Float) promoted;
            default -> (Object) (-(Double) promoted);
          };
      case BITWISE_COMPLEMENT ->
          switch (kind) {
            case INT -> ~(Integer) promoted;
            case LONG -> ~(Long) promoted;
            default -> null;
          };
      default -> null;
    };
  }

  /** The value of a binary operator; null if it has none, as for an integer divided by zero. */
  static Object binary(Tree.Kind operator, Object left, Object right) {
    if (left instanceof String || right instanceof String) {
      return ofStrings(operator, left, right);
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return ofBooleans(operator, a, b);
    }
    if (!isNumber(left) || !isNumber(right)) {
      return null;
    }
    TypeKind leftKind = kindOf(left);
    TypeKind rightKind = kindOf(right);
    if (isShift(operator)) {
      return isWhole(left) && isWhole(right)
          ? shift(
              operator,
              convert(left, Primitives.promoted(leftKind)),
              (int) number(right).longValue())
          : null;
    }
    TypeKind kind = Primitives.promoted(leftKind, rightKind);
    Object a = convert(left, kind);
    Object b = convert(right, kind);
    return switch (kind) {
      case INT -> ofInts(operator, (Integer) a, (Integer) b);
      case LONG -> ofLongs(operator, (Long) a, (Long) b);
      case FLOAT -> ofFloats(operator, (Float) a, (Float) b);
      default -> ofDoubles(operator, (Double) a, (Double) b);
    };
  }

  private static TypeKind kindOf(Object value) {
    if (value instanceof Byte) {
      return TypeKind.BYTE;
    } else if (value instanceof Short) {
      return TypeKind.SHORT;
    } else if (value instanceof Character) {
      return TypeKind.CHAR;
    } else if (value instanceof Integer) {
      return TypeKind.INT;
    } else if (value instanceof Long) {
      return TypeKind.LONG;
    } else if (value instanceof Float) {
      return TypeKind.FLOAT;
    }
    return TypeKind.DOUBLE;
  }

  private static Object ofStrings(Tree.Kind operator, Object left, Object right) {
    return switch (operator) {
      case PLUS -> String.valueOf(left) + right;
      case EQUAL_TO -> areStrings(left, right) ? left.equals(right) : null;
      case NOT_EQUAL_TO -> areStrings(left, right) ? !left.equals(right) : null;
      default -> null;
    };
  }

  private static boolean areStrings(Object left, Object right) {
    return left instanceof String && right instanceof String;
  }

  private static Object ofBooleans(Tree.Kind operator, boolean a, boolean b) {
    return switch (operator) {
      case AND, CONDITIONAL_AND -> a & b;
      case OR, CONDITIONAL_OR -> a | b;
      case XOR, NOT_EQUAL_TO -> a ^ b;
      case EQUAL_TO -> a == b;
      default -> null;
    };
  }

  private static boolean isShift(Tree.Kind operator) {
    return operator == Tree.Kind.LEFT_SHIFT
        || operator == Tree.Kind.RIGHT_SHIFT
        || operator == Tree.Kind.UNSIGNED_RIGHT_SHIFT;
  }

  private static Object shift(Tree.Kind operator, Object left, int count) {
    boolean isInt = left instanceof Integer;
    int i = isInt ? (Integer) left : 0;
    long l = isInt ? 0 : (Long) left;
    return switch (operator) {
      case LEFT_SHIFT -> isInt ? (Object) (i << count) : (Object) (l << count);
      case RIGHT_SHIFT -> isInt ? (Object) (i >> count) : (Object) (l >> count);
      default -> isInt ? (Object) (i >>> count) : (Object) (l >>> count);
    };
  }

  private static Object ofInts(Tree.Kind operator, int a, int b) {
    return switch (operator) {
      case MULTIPLY -> a * b;
      case DIVIDE -> b == 0 ? null : (Object) (a / b);
      case REMAINDER -> b == 0 ? null : (Object) (a % b);
      case PLUS -> a + b;
      case MINUS -> a - b;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case LESS_THAN -> a < b;
      case GREATER_THAN -> a > b;
      case LESS_THAN_EQUAL -> a <= b;
      case GREATER_THAN_EQUAL -> a >= b;
      case EQUAL_TO -> a == b;
      case NOT_EQUAL_TO -> a != b;
      default -> null;
    };
  }

  private static Object ofLongs(Tree.Kind operator, long a, long b) {
    return switch (operator) {
      case MULTIPLY -> a * b;
      case DIVIDE -> b == 0 ? null : (Object) (a / b);
      case REMAINDER -> b == 0 ? null : (Object) (a % b);
      case PLUS -> a + b;
      case MINUS -> a - b;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case LESS_THAN -> a < b;
      case GREATER_THAN -> a > b;
      case LESS_THAN_EQUAL -> a <= b;
      case GREATER_THAN_EQUAL -> a >= b;
      case EQUAL_TO -> a == b;
      case NOT_EQUAL_TO -> a != b;
      default -> null;
    };
  }

  private static Object ofFloats(Tree.Kind operator, float a, float b) {
    return switch (operator) {
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case PLUS -> a + b;
      case MINUS -> a - b;
      case LESS_THAN -> a < b;
      case GREATER_THAN -> a > b;
      case LESS_THAN_EQUAL -> a <= b;
      case GREATER_THAN_EQUAL -> a >= b;
      case EQUAL_TO -> a == b;
      case NOT_EQUAL_TO -> a != b;
      default -> null;
    };
  }

  private static Object ofDoubles(Tree.Kind operator, double a, double b) {
    return switch (operator) {
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case PLUS -> a + b;
      case MINUS -> a - b;
      case LESS_THAN -> a < b;
      case GREATER_THAN -> a > b;
      case LESS_THAN_EQUAL -> a <= b;
      case GREATER_THAN_EQUAL -> a >= b;
      case EQUAL_TO -> a == b;
      case NOT_EQUAL_TO -> a != b;
      default -> null;
    };
  }
}
