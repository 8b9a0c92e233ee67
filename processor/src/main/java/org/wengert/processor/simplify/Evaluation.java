package org.wengert.processor.simplify;

import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.Operator;

/**
 * Java's arithmetic on literals, boxed as their types say. Empty where Java would throw, and for
 * functions whose result the language does not fix to the last bit.
 */
final class Evaluation {
  private Evaluation() {}

  static Optional<Object> of(Operator operator, List<Object> inputs) {
    return operator instanceof MathCall call
        ? ExactFunctions.of(call.function(), inputs)
        : of((Arithmetic) operator, inputs);
  }

  private static Optional<Object> of(Arithmetic operator, List<Object> inputs) {
    Object first = inputs.get(0);
    if (operator == Arithmetic.SELECT) {
      return Optional.of((Boolean) first ? inputs.get(1) : inputs.get(2));
    }
    if (operator.isConversion()) {
      return Optional.of(convert(operator, (Number) first));
    }
    if (inputs.size() == 1) {
      return Optional.ofNullable(unary(operator, first));
    }
    return Optional.ofNullable(binary(operator, first, inputs.get(1)));
  }

  private static Object convert(Arithmetic operator, Number x) {
    return switch (operator) {
      case TO_INT -> x.intValue();
      case TO_LONG -> x.longValue();
      case TO_FLOAT -> x.floatValue();
      case TO_DOUBLE -> x.doubleValue();
      default -> throw new AssertionError(operator);
    };
  }

  private static Object unary(Arithmetic operator, Object input) {
    return switch (operator) {
      case NOT -> !(Boolean) input;
      case NEG -> negated(input);
      case TO_BYTE -> (int) (byte) (int) (Integer) input;
      case TO_SHORT -> (int) (short) (int) (Integer) input;
      case TO_CHAR -> (int) (char) (int) (Integer) input;
      case COMPLEMENT -> input instanceof Integer x ? (Object) ~x : (Object) ~(Long) input;
      default -> null;
    };
  }

  private static Object negated(Object input) {
    if (input instanceof Integer x) {
      return -x;
    }
    if (input instanceof Long x) {
      return -x;
    }
    return input instanceof Float x ? (Object) (-x) : (Object) (-(Double) input);
  }

  private static Object binary(Arithmetic operator, Object first, Object second) {
    if (operator == Arithmetic.SHL || operator == Arithmetic.SHR || operator == Arithmetic.USHR) {
      int distance = (int) ((Number) second).longValue();
      return first instanceof Integer x
          ? (Object) shift(operator, x, distance)
          : (Object) shift(operator, (long) (Long) first, distance);
    }
    if (first instanceof Boolean x) {
      return binary(operator, (boolean) x, (boolean) (Boolean) second);
    }
    if (first instanceof Integer x) {
      return binary(operator, (int) x, (int) (Integer) second);
    }
    if (first instanceof Long x) {
      return binary(operator, (long) x, (long) (Long) second);
    }
    return first instanceof Float x
        ? binary(operator, (float) x, (float) (Float) second)
        : binary(operator, (double) (Double) first, (double) (Double) second);
  }

  private static int shift(Arithmetic operator, int x, int distance) {
    return operator == Arithmetic.SHL
        ? x << distance
        : operator == Arithmetic.SHR ? x >> distance : x >>> distance;
  }

  private static long shift(Arithmetic operator, long x, int distance) {
    return operator == Arithmetic.SHL
        ? x << distance
        : operator == Arithmetic.SHR ? x >> distance : x >>> distance;
  }

  private static Object binary(Arithmetic operator, boolean x, boolean y) {
    return switch (operator) {
      case EQ -> x == y;
      case NE -> x != y;
      case AND -> x && y;
      case OR -> x || y;
      case XOR -> x ^ y;
      default -> null;
    };
  }

  private static Object binary(Arithmetic operator, int x, int y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> y == 0 ? null : (Object) (x / y);
      case REM -> y == 0 ? null : (Object) (x % y);
      case AND -> x & y;
      case OR -> x | y;
      case XOR -> x ^ y;
      case LT -> x < y;
      case LE -> x <= y;
      case GT -> x > y;
      case GE -> x >= y;
      case EQ -> x == y;
      case NE -> x != y;
      default -> null;
    };
  }

  private static Object binary(Arithmetic operator, long x, long y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> y == 0 ? null : (Object) (x / y);
      case REM -> y == 0 ? null : (Object) (x % y);
      case AND -> x & y;
      case OR -> x | y;
      case XOR -> x ^ y;
      case LT -> x < y;
      case LE -> x <= y;
      case GT -> x > y;
      case GE -> x >= y;
      case EQ -> x == y;
      case NE -> x != y;
      default -> null;
    };
  }

  private static Object binary(Arithmetic operator, float x, float y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case ABSORB -> x == 0 ? x : x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case LT -> x < y;
      case LE -> x <= y;
      case GT -> x > y;
      case GE -> x >= y;
      case EQ -> x == y;
      case NE -> x != y;
      default -> null;
    };
  }

  private static Object binary(Arithmetic operator, double x, double y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case ABSORB -> x == 0 ? x : x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case LT -> x < y;
      case LE -> x <= y;
      case GT -> x > y;
      case GE -> x >= y;
      case EQ -> x == y;
      case NE -> x != y;
      default -> null;
    };
  }
}
