package org.wengert.processor.proof;

import java.util.List;

/** A literal, its value boxed as the type says, or the constant of an enum; null as well. */
record Constant(Type type, Object number) implements Expr {
  static Constant of(double value) {
    return new Constant(Type.DOUBLE, value);
  }

  static Constant of(int value) {
    return new Constant(Type.INT, value);
  }

  static Constant of(boolean value) {
    return new Constant(Type.BOOLEAN, value);
  }

  boolean isNull() {
    return number == null;
  }

  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public Node with(List<Node> children) {
    return this;
  }

  @Override
  public String text() {
    String suffix = type == Type.FLOAT ? "f" : type == Type.LONG ? "L" : "";
    if (isNull()) {
      return "((" + type + ") null)";
    }
    if (number instanceof Mode) {
      return type + "." + number;
    }
    String digits = number + suffix;
    return digits.startsWith("-") ? "(" + digits + ")" : digits;
  }

  @Override
  public String construct() {
    return isNull() ? "null of " + type : "literal of " + type;
  }

  @Override
  public Object value(Frame frame) {
    return type.convert(
        number instanceof Double || number instanceof Float
            ? Num.constant(((Number) number).doubleValue())
            : number);
  }
}
