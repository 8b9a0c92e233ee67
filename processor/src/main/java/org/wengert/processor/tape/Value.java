package org.wengert.processor.tape;

/**
 * A value on a tape: defined exactly once, by an operation, a loop or the tape's parameter list.
 * Compared by identity.
 */
public final class Value {
  private final Type type;
  private final String name;

  private Value(Type type, String name) {
    this.type = type;
    this.name = name;
  }

  /** A value that carries a name of the user's program, or one derived from it. */
  public static Value named(Type type, String name) {
    return new Value(type, name);
  }

  /** An intermediate result that the user did not name. */
  public static Value temporary(Type type) {
    return new Value(type, "");
  }

  public Type type() {
    return type;
  }

  /** The name that generated code should prefer; not unique, empty for temporaries. */
  public String name() {
    return name;
  }

  public boolean isNamed() {
    return !name.isEmpty();
  }

  @Override
  public String toString() {
    return isNamed() ? name : "%" + Integer.toHexString(System.identityHashCode(this));
  }
}
