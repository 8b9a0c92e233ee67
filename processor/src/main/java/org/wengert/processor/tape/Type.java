package org.wengert.processor.tape;

/**
 * The type of a value on a tape: a primitive, an array of one, or an opaque reference.
 *
 * @param kind the primitive kind of the value or of the innermost array element
 * @param rank 0 for a scalar, the number of array dimensions otherwise
 * @param reference the qualified class name of an opaque reference, empty for every other kind
 */
public record Type(Kind kind, int rank, String reference) {
  /** What a scalar, or the innermost element of an array, is. */
  public enum Kind {
    BOOLEAN,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    REFERENCE
  }

  public static final Type BOOLEAN = scalar(Kind.BOOLEAN);
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

  /** The type of this array's elements, arrays themselves where the rank is above one. */
  public Type element() {
    if (rank == 0) {
      throw new IllegalStateException(this + " has no elements");
    }
    return new Type(kind, rank - 1, reference);
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
          case INT -> "int";
          case LONG -> "long";
          case FLOAT -> "float";
          case DOUBLE -> "double";
          case REFERENCE -> reference;
        };
    return base + "[]".repeat(rank);
  }
}
