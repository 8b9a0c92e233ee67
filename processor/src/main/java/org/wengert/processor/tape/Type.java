package org.wengert.processor.tape;

/**
 * The type of a value on a tape: a primitive, an array of one, or an opaque reference.
 *
 * <p>A tape computes with {@code byte}, {@code short} and {@code char} as Java does, in {@code
 * int}: besides elements in arrays, only parameters and arguments have these types.
 *
 * @param kind the primitive kind of the value or of the innermost array element
 * @param rank 0 for a scalar, the number of array dimensions otherwise
 * @param reference the qualified class name of an opaque reference, empty for every other kind
 */
public record Type(Kind kind, int rank, String reference) {
  /** What a scalar, or the innermost element of an array, is. */
  public enum Kind {
    BOOLEAN,
    BYTE,
    SHORT,
    CHAR,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    REFERENCE
  }

  public static final Type BOOLEAN = scalar(Kind.BOOLEAN);
  public static final Type BYTE = scalar(Kind.BYTE);
  public static final Type SHORT = scalar(Kind.SHORT);
  public static final Type CHAR = scalar(Kind.CHAR);
  public static final Type INT = scalar(Kind.INT);
  public static final Type LONG = scalar(Kind.LONG);
  public static final Type FLOAT = scalar(Kind.FLOAT);
  public static final Type DOUBLE = scalar(Kind.DOUBLE);

  public Type {
    if (rank < 0 || (kind == Kind.REFERENCE) == reference.isEmpty()) {
      throw new IllegalArgumentException(kind + " of rank " + rank + " '" + reference + "'");
    }
  }

  private static Type scalar(Kind kind) {
    return new Type(kind, 0, "");
  }

  /** A type whose values can only be passed through, such as a {@code String} parameter. */
  public static Type opaque(String className) {
    return new Type(Kind.REFERENCE, 0, className);
  }

  public Type arrayOf() {
    return new Type(kind, rank + 1, reference);
  }

  /** The type that this array's elements are declared with. */
  public Type component() {
    if (rank == 0) {
      throw new IllegalStateException(this + " has no elements");
    }
    return new Type(kind, rank - 1, reference);
  }

  /** The type of the values that are this array's elements, arrays where the rank is above one. */
  public Type element() {
    return component().computed();
  }

  /** The type in which a tape computes with values that are declared with this type. */
  public Type computed() {
    return isNarrow() ? INT : this;
  }

  /** Whether this is {@code byte}, {@code short} or {@code char}. */
  public boolean isNarrow() {
    return rank == 0 && (kind == Kind.BYTE || kind == Kind.SHORT || kind == Kind.CHAR);
  }

  public boolean isArray() {
    return rank > 0;
  }

  /** Whether this is a {@code float} or {@code double} scalar. */
  public boolean isFloating() {
    return rank == 0 && isDifferentiable();
  }

  /** Whether values of this type have tangents: floating scalars and arrays of them. */
  public boolean isDifferentiable() {
    return kind == Kind.FLOAT || kind == Kind.DOUBLE;
  }

  /** Java's spelling: {@code double[][]}. */
  @Override
  public String toString() {
    String base =
        switch (kind) {
          case BOOLEAN -> "boolean";
          case BYTE -> "byte";
          case SHORT -> "short";
          case CHAR -> "char";
          case INT -> "int";
          case LONG -> "long";
          case FLOAT -> "float";
          case DOUBLE -> "double";
          case REFERENCE -> reference;
        };
    return base + "[]".repeat(rank);
  }
}
