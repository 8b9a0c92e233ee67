package org.wengert.processor.read.resolve;

import java.util.List;
import javax.lang.model.type.TypeKind;

/** The order of the numeric types: widening (JLS 5.1.2) and promotion (JLS 5.6). */
final class Primitives {
  private Primitives() {}

  static boolean isNumeric(TypeKind kind) {
    return kind.isPrimitive() && kind != TypeKind.BOOLEAN;
  }

  static boolean isNarrowerThanInt(TypeKind kind) {
    return kind == TypeKind.BYTE || kind == TypeKind.SHORT || kind == TypeKind.CHAR;
  }

  /** Whether a primitive type is another, or widens to it. */
  static boolean widens(TypeKind from, TypeKind to) {
    if (from == to) {
      return true;
    }
    return switch (from) {
      case BYTE -> to == TypeKind.SHORT || isIntOrWider(to);
      case SHORT, CHAR -> isIntOrWider(to);
      case INT -> to == TypeKind.LONG || to == TypeKind.FLOAT || to == TypeKind.DOUBLE;
      case LONG -> to == TypeKind.FLOAT || to == TypeKind.DOUBLE;
      case FLOAT -> to == TypeKind.DOUBLE;
      default -> false;
    };
  }

  /** Unary numeric promotion of a numeric type. */
  static TypeKind promoted(TypeKind kind) {
    return isNarrowerThanInt(kind) ? TypeKind.INT : kind;
  }

  /** Binary numeric promotion of two numeric types. */
  static TypeKind promoted(TypeKind left, TypeKind right) {
    for (TypeKind wide : List.of(TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG)) {
      if (left == wide || right == wide) {
        return wide;
      }
    }
    return TypeKind.INT;
  }

  private static boolean isIntOrWider(TypeKind kind) {
    return kind == TypeKind.INT
        || kind == TypeKind.LONG
        || kind == TypeKind.FLOAT
        || kind == TypeKind.DOUBLE;
  }
}
