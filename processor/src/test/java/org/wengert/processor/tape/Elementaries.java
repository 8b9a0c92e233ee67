package org.wengert.processor.tape;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;

/** The elementary operations on boxed scalars, by Java's own operators and {@code Math} itself. */
final class Elementaries {
  private Elementaries() {}

  static Object evaluate(Operator operator, List<Object> operands) {
    return operator instanceof MathCall call
        ? call(call, operands)
        : arithmetic((Arithmetic) operator, operands);
  }

  private static Object call(MathCall call, List<Object> operands) {
    Class<?> owner = call.strict() ? StrictMath.class : Math.class;
    Class<?>[] types = operands.stream().map(Elementaries::primitive).toArray(Class<?>[]::new);
    try {
      return owner.getMethod(call.function().javaName(), types).invoke(null, operands.toArray());
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(call + " on " + operands, e);
    }
  }

  private static Class<?> primitive(Object boxed) {
    if (boxed instanceof Integer) {
      return int.class;
    } else if (boxed instanceof Long) {
      return long.class;
    } else if (boxed instanceof Float) {
      return float.class;
    }
    return double.class;
  }

  private static Object arithmetic(Arithmetic operator, List<Object> operands) {
    Object x = operands.get(0);
    if (operator == Arithmetic.SELECT) {
      return (boolean) x ? operands.get(1) : operands.get(2);
    } else if (operator.isConversion()) {
      return convert(operator, x instanceof Character character ? (int) character : (Number) x);
    } else if (operator.isPassing()) {
      return pass(operator, (int) x);
    } else if (operator.isNarrowing()) {
      return narrow(operator, (int) x);
    } else if (operands.size() == 1) {
      return unary(operator, x);
    }
    Object y = operands.get(1);
    if (operator == Arithmetic.SHL || operator == Arithmetic.SHR || operator == Arithmetic.USHR) {
      return shift(operator, x, ((Number) y).longValue());
    } else if (x instanceof Integer a) {
      return onInts(operator, a, (int) y);
    } else if (x instanceof Long a) {
      return onLongs(operator, a, (long) y);
    } else if (x instanceof Float a) {
      return onFloats(operator, a, (float) y);
    } else if (x instanceof Double a) {
      return onDoubles(operator, a, (double) y);
    } else if (x instanceof Boolean a) {
      return onBooleans(operator, a, (boolean) y);
    }
    return switch (operator) {
      case EQ -> x == y;
      case NE -> x != y;
      default -> throw unknown(operator, x);
    };
  }

  /** Java's casts, which {@code Number}'s methods of the boxes are specified to be. */
  private static Object convert(Arithmetic operator, Number x) {
    return switch (operator) {
      case TO_INT -> x.intValue();
      case TO_LONG -> x.longValue();
      case TO_FLOAT -> x.floatValue();
      case TO_DOUBLE -> x.doubleValue();
      default -> throw unknown(operator, x);
    };
  }

  private static int narrow(Arithmetic operator, int x) {
    return switch (operator) {
      case TO_BYTE -> (byte) x;
      case TO_SHORT -> (short) x;
      default -> (char) x;
    };
  }

  private static Object pass(Arithmetic operator, int x) {
    return switch (operator) {
      case AS_BYTE -> (byte) x;
      case AS_SHORT -> (short) x;
      default -> (char) x;
    };
  }

  private static Object unary(Arithmetic operator, Object x) {
    if (x instanceof Integer a) {
      return operator == Arithmetic.NEG ? -a : only(operator, Arithmetic.COMPLEMENT, ~a);
    } else if (x instanceof Long a) {
      return operator == Arithmetic.NEG ? -a : only(operator, Arithmetic.COMPLEMENT, ~a);
    } else if (x instanceof Float a) {
      return only(operator, Arithmetic.NEG, -a);
    } else if (x instanceof Double a) {
      return only(operator, Arithmetic.NEG, -a);
    }
    return only(operator, Arithmetic.NOT, !(boolean) x);
  }

  private static Object only(Arithmetic operator, Arithmetic possible, Object result) {
    if (operator != possible) {
      throw unknown(operator, result);
    }
    return result;
  }

  private static Object shift(Arithmetic operator, Object x, long distance) {
    if (x instanceof Integer a) {
      return switch (operator) {
        case SHL -> a << distance;
        case SHR -> a >> distance;
        default -> a >>> distance;
      };
    }
    long a = (long) x;
    return switch (operator) {
      case SHL -> a << distance;
      case SHR -> a >> distance;
      default -> a >>> distance;
    };
  }

  private static Object onInts(Arithmetic operator, int x, int y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case LT -> x < y;
      case LE -> x <= y;
      case GT -> x > y;
      case GE -> x >= y;
      case EQ -> x == y;
      case NE -> x != y;
      case AND -> x & y;
      case OR -> x | y;
      case XOR -> x ^ y;
      default -> throw unknown(operator, x);
    };
  }

  private static Object onLongs(Arithmetic operator, long x, long y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case LT -> x < y;
      case LE -> x <= y;
      case GT -> x > y;
      case GE -> x >= y;
      case EQ -> x == y;
      case NE -> x != y;
      case AND -> x & y;
      case OR -> x | y;
      case XOR -> x ^ y;
      default -> throw unknown(operator, x);
    };
  }

  private static Object onFloats(Arithmetic operator, float x, float y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUB -> x - y;
      case ABSORB -> x == 0 ? x : x * y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case LT -> x < y;
      case LE -> x <= y;
      case GT -> x > y;
      case GE -> x >= y;
      case EQ -> x == y;
      case NE -> x != y;
      default -> throw unknown(operator, x);
    };
  }

  private static Object onDoubles(Arithmetic operator, double x, double y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUB -> x - y;
      case ABSORB -> x == 0 ? x : x * y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case LT -> x < y;
      case LE -> x <= y;
      case GT -> x > y;
      case GE -> x >= y;
      case EQ -> x == y;
      case NE -> x != y;
      default -> throw unknown(operator, x);
    };
  }

  private static Object onBooleans(Arithmetic operator, boolean x, boolean y) {
    return switch (operator) {
      case EQ -> x == y;
      case NE, XOR -> x ^ y;
      case AND -> x & y;
      case OR -> x | y;
      default -> throw unknown(operator, x);
    };
  }

  private static IllegalArgumentException unknown(Arithmetic operator, Object operand) {
    return new IllegalArgumentException(
        operator + " on " + Objects.requireNonNull(operand).getClass());
  }
}
