package org.wengert.processor.proof;

import java.util.List;

/** A new record. */
record Create(Type type, List<Expr> arguments) implements Expr {
  @Override
  public List<Node> children() {
    return List.copyOf(arguments);
  }

  @Override
  public Node with(List<Node> children) {
    return new Create(type, children.stream().map(Expr.class::cast).toList());
  }

  @Override
  public String text() {
    return "new " + type + "(" + Call.list(arguments) + ")";
  }

  @Override
  public String construct() {
    return "new record";
  }

  @Override
  public Object value(Frame frame) {
    List<Object> values = Call.values(arguments, frame);
    return frame.oracle().carrier(type).create(frame.oracle(), values);
  }
}
