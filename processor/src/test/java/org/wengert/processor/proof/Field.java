package org.wengert.processor.proof;

/**
 * A static field, which has its first value for ever.
 *
 * @param elsewhere whether it stands in the other class
 * @param modifiers beside {@code static}
 * @param variable as it is read, with the other class before its name if it stands there
 */
record Field(boolean elsewhere, String modifiers, Variable variable, Expr first) {
  /** What only the names of fields contain. */
  static final String MARK = "_";

  String text() {
    String name = variable.name().substring(variable.name().indexOf('.') + 1);
    return "%s static %s %s = %s;\n".formatted(modifiers, variable.type(), name, first.text());
  }
}
