package org.wengert.processor.read;

import org.wengert.processor.tape.Type;

/**
 * Something whose value changes while a method is evaluated: a local, a parameter, or a variable of
 * the reader's own such as the result or a flag. Compared by identity.
 */
final class Variable {
  private final String name;
  private final Type type;

  Variable(String name, Type type) {
    this.name = name;
    this.type = type;
  }

  static Variable flag(String name) {
    return new Variable(name, Type.BOOLEAN);
  }

  String name() {
    return name;
  }

  Type type() {
    return type;
  }

  @Override
  public String toString() {
    return name;
  }
}
