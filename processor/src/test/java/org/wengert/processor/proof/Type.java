package org.wengert.processor.proof;

import java.util.List;

/** The types of random programs, and what becomes of a value that is converted to one of them. */
enum Type {
  VOID("void", null),
  BOOLEAN("boolean", null),
  MODE("Home.Mode", null),
  CARRIER0("Carrier0", null),
  CARRIER1("Carrier1", null),
  BYTE("byte", null),
  SHORT("short", null),
  CHAR("char", null),
  INT("int", null),
  LONG("long", null),
  FLOAT("float", null),
  DOUBLE("double", null),
  INTS("int[]", INT),
  FLOATS("float[]", FLOAT),
  DOUBLES("double[]", DOUBLE),
  MATRIX("double[][]", DOUBLES),
  CUBE("double[][][]", MATRIX),
  MODES("Home.Mode[]", MODE);

  private static final List<Type> REAL = List.of(FLOAT, DOUBLE);

  private final String text;
  private final Type element;

  Type(String text, Type element) {
    this.text = text;
    this.element = element;
  }

  Type element() {
    return element;
  }

  boolean isArray() {
    return element != null;
  }

  /** Whether values of the type have derivatives. */
  boolean isReal() {
    return isArray() ? element.isReal() : REAL.contains(this);
  }

  boolean isNumber() {
    return !isArray() && compareTo(BYTE) >= 0;
  }

  /** Binary numeric promotion. */
  static Type promoted(Type a, Type b) {
    if (!a.isNumber() || !b.isNumber()) {
      return a;
    }
    Type larger = a.compareTo(b) > 0 ? a : b;
    return larger.compareTo(INT) < 0 ? INT : larger;
  }

  /** A value of another type, converted as a cast does it. */
  Object convert(Object value) {
    if (value instanceof Num real) {
      return switch (this) {
        case DOUBLE -> real;
        case FLOAT -> real.rounded();
        case LONG -> (long) real.value();
        default -> convert((Integer) (int) real.value());
      };
    }
    if (value instanceof Number number) {
      return switch (this) {
        case DOUBLE -> Num.constant(number.doubleValue());
        case FLOAT -> Num.constant(number.floatValue());
        case LONG -> number.longValue();
        case BYTE -> (int) (byte) number.longValue();
        case SHORT -> (int) (short) number.longValue();
        case CHAR -> (int) (char) number.longValue();
        default -> (int) number.longValue();
      };
    }
    return value;
  }

  /** What an element of a new array holds. */
  Object zero() {
    return isNumber() || this == BOOLEAN ? convert(0) : null;
  }

  @Override
  public String toString() {
    return text;
  }
}
