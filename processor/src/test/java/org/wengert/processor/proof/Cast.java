package org.wengert.processor.proof;

import java.util.List;

record Cast(Type type, Expr operand) implements Expr {
  @Override
  public List<Node> children() {
    return List.of(operand);
  }

  @Override
  public Node with(List<Node> children) {
    return new Cast(type, (Expr) children.get(0));
  }

  @Override
  public String text() {
    return "((" + type + ") (" + operand.text() + "))";
  }

  @Override
  public String construct() {
    return "cast " + operand.type() + " to " + type;
  }

  @Override
  public Object value(Frame frame) {
    return type.convert(operand.value(frame));
  }
}
