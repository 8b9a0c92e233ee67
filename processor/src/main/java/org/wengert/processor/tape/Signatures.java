package org.wengert.processor.tape;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which operand types an operator takes, and the type of its result. */
final class Signatures {
  private static final Set<Type> INTEGRAL = Set.of(Type.INT, Type.LONG);
  private static final Set<Type> NUMERIC = Set.of(Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE);
  private static final Set<Type> FLOATING = Set.of(Type.FLOAT, Type.DOUBLE);
  private static final Set<Type> NARROW = Set.of(Type.BYTE, Type.SHORT, Type.CHAR);
  private static final Set<Type> BITS = Set.of(Type.BOOLEAN, Type.INT, Type.LONG);

  private Signatures() {}

  /** The type of the result, or nothing where the operator does not take such operands. */
  static Optional<Type> result(Operator operator, List<Type> operands) {
    return Optional.ofNullable(
        operator instanceof MathCall call
            ? ofFunction(call.function(), operands)
            : ofArithmetic((Arithmetic) operator, operands));
  }

  private static Type ofArithmetic(Arithmetic operator, List<Type> operands) {
    return switch (operator) {
      case ADD, SUB, MUL, DIV, REM -> binary(NUMERIC, operands);
      case ABSORB -> binary(FLOATING, operands);
      case NEG -> unary(NUMERIC, operands);
      case LT, LE, GT, GE -> binary(NUMERIC, operands) == null ? null : Type.BOOLEAN;
      case EQ, NE -> operands.size() == 2 && same(operands) ? Type.BOOLEAN : null;
      case NOT -> unary(Set.of(Type.BOOLEAN), operands);
      case AND, OR, XOR -> binary(BITS, operands);
      case COMPLEMENT -> unary(INTEGRAL, operands);
      case SHL, SHR, USHR ->
          operands.size() == 2 && INTEGRAL.containsAll(operands) ? operands.get(0) : null;
      case TO_INT ->
          unary(NUMERIC, operands) == null && unary(NARROW, operands) == null ? null : Type.INT;
      case TO_LONG -> unary(NUMERIC, operands) == null ? null : Type.LONG;
      case TO_FLOAT -> unary(NUMERIC, operands) == null ? null : Type.FLOAT;
      case TO_DOUBLE -> unary(NUMERIC, operands) == null ? null : Type.DOUBLE;
      case TO_BYTE, TO_SHORT, TO_CHAR -> unary(Set.of(Type.INT), operands);
      case AS_BYTE -> unary(Set.of(Type.INT), operands) == null ? null : Type.BYTE;
      case AS_SHORT -> unary(Set.of(Type.INT), operands) == null ? null : Type.SHORT;
      case AS_CHAR -> unary(Set.of(Type.INT), operands) == null ? null : Type.CHAR;
      case SELECT ->
          operands.size() == 3
                  && operands.get(0).equals(Type.BOOLEAN)
                  && same(operands.subList(1, 3))
              ? operands.get(1)
              : null;
    };
  }

  private static Type unary(Set<Type> types, List<Type> operands) {
    return operands.size() == 1 && types.containsAll(operands) ? operands.get(0) : null;
  }

  private static Type binary(Set<Type> types, List<Type> operands) {
    return operands.size() == 2 && same(operands) && types.containsAll(operands)
        ? operands.get(0)
        : null;
  }

  private static boolean same(List<Type> two) {
    return two.get(0).equals(two.get(1));
  }

  private static Type ofFunction(MathFunction function, List<Type> operands) {
    StringBuilder wanted = new StringBuilder("(");
    for (Type operand : operands) {
      wanted.append(letter(operand));
    }
    wanted.append(')');
    for (String descriptor : descriptors(function)) {
      if (descriptor.startsWith(wanted.toString())) {
        return type(descriptor.charAt(descriptor.length() - 1));
      }
    }
    return null;
  }

  /** The overloads of a function, as the class file format writes them. */
  static List<String> descriptors(MathFunction function) {
    return switch (function) {
      case SIN,
          COS,
          TAN,
          ASIN,
          ACOS,
          ATAN,
          SINH,
          COSH,
          TANH,
          EXP,
          EXPM1,
          LOG,
          LOG10,
          LOG1P,
          SQRT,
          CBRT,
          TO_RADIANS,
          TO_DEGREES,
          FLOOR,
          CEIL,
          RINT ->
          List.of("(D)D");
      case ATAN2, POW, HYPOT, IEEE_REMAINDER -> List.of("(DD)D");
      case FMA -> List.of("(FFF)F", "(DDD)D");
      case SCALB -> List.of("(FI)F", "(DI)D");
      case ABS -> List.of("(I)I", "(J)J", "(F)F", "(D)D");
      case MAX, MIN -> List.of("(II)I", "(JJ)J", "(FF)F", "(DD)D");
      case CLAMP -> List.of("(JII)I", "(JJJ)J", "(FFF)F", "(DDD)D");
      case COPY_SIGN -> List.of("(FF)F", "(DD)D");
      case NEXT_AFTER -> List.of("(FD)F", "(DD)D");
      case NEXT_UP, NEXT_DOWN, SIGNUM, ULP -> List.of("(F)F", "(D)D");
      case ROUND -> List.of("(F)I", "(D)J");
      case GET_EXPONENT -> List.of("(F)I", "(D)I");
      case FLOOR_DIV, CEIL_DIV, MULTIPLY_EXACT -> List.of("(II)I", "(JI)J", "(JJ)J");
      case FLOOR_MOD, CEIL_MOD -> List.of("(II)I", "(JI)I", "(JJ)J");
      case ADD_EXACT, SUBTRACT_EXACT, DIVIDE_EXACT -> List.of("(II)I", "(JJ)J");
      case INCREMENT_EXACT, DECREMENT_EXACT, NEGATE_EXACT, ABS_EXACT -> List.of("(I)I", "(J)J");
      case TO_INT_EXACT -> List.of("(J)I");
      case MULTIPLY_FULL -> List.of("(II)J");
      case MULTIPLY_HIGH, UNSIGNED_MULTIPLY_HIGH -> List.of("(JJ)J");
    };
  }

  private static char letter(Type type) {
    if (type.isArray()) {
      return '[';
    }
    return switch (type.kind()) {
      case BOOLEAN -> 'Z';
      case BYTE -> 'B';
      case SHORT -> 'S';
      case CHAR -> 'C';
      case INT -> 'I';
      case LONG -> 'J';
      case FLOAT -> 'F';
      case DOUBLE -> 'D';
      case REFERENCE -> 'L';
    };
  }

  private static Type type(char letter) {
    return switch (letter) {
      case 'I' -> Type.INT;
      case 'J' -> Type.LONG;
      case 'F' -> Type.FLOAT;
      case 'D' -> Type.DOUBLE;
      default -> throw new IllegalArgumentException(String.valueOf(letter));
    };
  }
}
