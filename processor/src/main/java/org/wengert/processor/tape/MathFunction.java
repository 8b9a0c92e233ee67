package org.wengert.processor.tape;

import java.util.Optional;

/** The functions of {@code Math} and {@code StrictMath} that a tape may call. */
public enum MathFunction {
  SIN("sin"),
  COS("cos"),
  TAN("tan"),
  ASIN("asin"),
  ACOS("acos"),
  ATAN("atan"),
  ATAN2("atan2"),
  SINH("sinh"),
  COSH("cosh"),
  TANH("tanh"),
  EXP("exp"),
  EXPM1("expm1"),
  LOG("log"),
  LOG10("log10"),
  LOG1P("log1p"),
  SQRT("sqrt"),
  CBRT("cbrt"),
  POW("pow"),
  HYPOT("hypot"),
  FMA("fma"),
  IEEE_REMAINDER("IEEEremainder"),
  TO_RADIANS("toRadians"),
  TO_DEGREES("toDegrees"),
  SCALB("scalb"),
  ABS("abs"),
  MAX("max"),
  MIN("min"),
  CLAMP("clamp"),
  COPY_SIGN("copySign"),
  NEXT_AFTER("nextAfter"),
  NEXT_UP("nextUp"),
  NEXT_DOWN("nextDown"),
  SIGNUM("signum"),
  FLOOR("floor"),
  CEIL("ceil"),
  RINT("rint"),
  ROUND("round"),
  ULP("ulp"),
  GET_EXPONENT("getExponent"),
  FLOOR_DIV("floorDiv"),
  FLOOR_MOD("floorMod"),
  CEIL_DIV("ceilDiv"),
  CEIL_MOD("ceilMod"),
  ADD_EXACT("addExact"),
  SUBTRACT_EXACT("subtractExact"),
  MULTIPLY_EXACT("multiplyExact"),
  DIVIDE_EXACT("divideExact"),
  INCREMENT_EXACT("incrementExact"),
  DECREMENT_EXACT("decrementExact"),
  NEGATE_EXACT("negateExact"),
  ABS_EXACT("absExact"),
  TO_INT_EXACT("toIntExact"),
  MULTIPLY_FULL("multiplyFull"),
  MULTIPLY_HIGH("multiplyHigh"),
  UNSIGNED_MULTIPLY_HIGH("unsignedMultiplyHigh");

  private final String javaName;

  MathFunction(String javaName) {
    this.javaName = javaName;
  }

  /** The method's name in {@code Math}. */
  public String javaName() {
    return javaName;
  }

  /** The function that {@code Math} calls by this name, if a tape can hold it. */
  public static Optional<MathFunction> named(String javaName) {
    for (MathFunction function : values()) {
      if (function.javaName.equals(javaName)) {
        return Optional.of(function);
      }
    }
    return Optional.empty();
  }

  boolean mayThrow(Type operandType) {
    return switch (this) {
      case FLOOR_DIV,
          FLOOR_MOD,
          CEIL_DIV,
          CEIL_MOD,
          ADD_EXACT,
          SUBTRACT_EXACT,
          MULTIPLY_EXACT,
          DIVIDE_EXACT,
          INCREMENT_EXACT,
          DECREMENT_EXACT,
          NEGATE_EXACT,
          ABS_EXACT,
          TO_INT_EXACT,
          CLAMP ->
          true;
      default -> false;
    };
  }
}
