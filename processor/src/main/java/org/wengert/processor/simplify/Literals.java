package org.wengert.processor.simplify;

import org.wengert.processor.tape.Type;

/** Boxed numbers of a primitive type, to compare with literals to the last bit. */
final class Literals {
  private Literals() {}

  /** A small number in the given numeric type. */
  static Object of(Type type, int number) {
    return switch (type.kind()) {
      case INT -> number;
      case LONG -> (long) number;
      case FLOAT -> (float) number;
      case DOUBLE -> (double) number;
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  /** The zero with x + zero = x for every x: -0.0 where there is one, because 0.0 + -0.0 is 0.0. */
  static Object additiveIdentity(Type type) {
    return switch (type.kind()) {
      case FLOAT -> -0f;
      case DOUBLE -> -0d;
      default -> of(type, 0);
    };
  }
}
