package org.wengert.processor.proof;

import java.util.Set;

/** What binary operators give, with derivatives. */
final class Operators {
  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");
  private static final Set<String> SHIFTS = Set.of("<<", ">>", ">>>");

  private Operators() {}

  static Type result(String operator, Type left, Type right) {
    if (COMPARISONS.contains(operator)) {
      return Type.BOOLEAN;
    }
    return Type.promoted(left, SHIFTS.contains(operator) ? left : right);
  }

  static Object apply(String operator, Type left, Object a, Type right, Object b, Oracle oracle) {
    if (!left.isNumber() && left != Type.BOOLEAN) {
      return operator.equals("==") == (a == b);
    }
    if (a instanceof Boolean) {
      return truth(operator, (boolean) a, (boolean) b);
    }
    Type type = Type.promoted(left, SHIFTS.contains(operator) ? left : right);
    Object first = type.convert(a);
    return switch (type) {
      case DOUBLE -> real(operator, (Num) first, (Num) type.convert(b), oracle);
      case FLOAT -> single(operator, (Num) first, (Num) type.convert(b), oracle);
      case LONG -> large(operator, (long) first, (long) Type.LONG.convert(b));
      default -> whole(operator, (int) first, (int) Type.INT.convert(b));
    };
  }

  private static Object truth(String operator, boolean a, boolean b) {
    return switch (operator) {
      case "&" -> a & b;
      case "|" -> a | b;
      case "^", "!=" -> a != b;
      case "==" -> a == b;
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static Object single(String operator, Num a, Num b, Oracle oracle) {
    Object exact = real(operator, a, b, oracle);
    if (!(exact instanceof Num num)) {
      return exact;
    }
    float x = (float) a.value();
    float y = (float) b.value();
    float value =
        switch (operator) {
          case "+" -> x + y;
          case "-" -> x - y;
          case "*" -> x * y;
          case "/" -> x / y;
          default -> x % y;
        };
    return oracle.seen(new Num(value, num.dot(), num.size()));
  }

  private static Object real(String operator, Num a, Num b, Oracle oracle) {
    double x = a.value();
    double y = b.value();
    return switch (operator) {
      case "+" -> oracle.chain(x + y, a, 1, b, 1);
      case "-" -> oracle.chain(x - y, a, 1, b, -1);
      case "*" -> oracle.chain(x * y, a, y, b, x);
      case "/" -> oracle.chain(x / y, a, 1 / y, b, -x / y / y);
      case "%" -> oracle.chain(x % y, a, 1, b, -(double) (long) (x / y));
      case "<" -> x < y;
      case "<=" -> x <= y;
      case ">" -> x > y;
      case ">=" -> x >= y;
      case "==" -> x == y;
      case "!=" -> x != y;
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static Object large(String operator, long a, long b) {
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "%" -> a % b;
      case "&" -> a & b;
      case "|" -> a | b;
      case "^" -> a ^ b;
      case "<<" -> a << b;
      case ">>" -> a >> b;
      case ">>>" -> a >>> b;
      default -> compare(operator, Long.compare(a, b));
    };
  }

  private static Object whole(String operator, int a, int b) {
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "%" -> a % b;
      case "&" -> a & b;
      case "|" -> a | b;
      case "^" -> a ^ b;
      case "<<" -> a << b;
      case ">>" -> a >> b;
      case ">>>" -> a >>> b;
      default -> compare(operator, Integer.compare(a, b));
    };
  }

  private static Object compare(String operator, int sign) {
    return switch (operator) {
      case "<" -> sign < 0;
      case "<=" -> sign <= 0;
      case ">" -> sign > 0;
      case ">=" -> sign >= 0;
      case "==" -> sign == 0;
      case "!=" -> sign != 0;
      default -> throw new IllegalArgumentException(operator);
    };
  }
}
