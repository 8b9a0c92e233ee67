package org.wengert.processor.emit;

import org.wengert.processor.tape.Type;

/** A Java local variable or parameter. Compared by identity. */
final class Variable {
  private final Type type;
  private final String preferredName;

  /**
   * @param preferredName what its values are called, empty if they are not
   */
  Variable(Type type, String preferredName) {
    this.type = type;
    this.preferredName = preferredName;
  }

  Type type() {
    return type;
  }

  String preferredName() {
    return preferredName;
  }
}
