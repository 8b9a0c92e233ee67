package org.wengert.processor.proof;

import java.util.List;

record Length(Expr array) implements Expr {
  @Override
  public Type type() {
    return Type.INT;
  }

  @Override
  public List<Node> children() {
    return List.of(array);
  }

  @Override
  public Node with(List<Node> children) {
    return new Length((Expr) children.get(0));
  }

  @Override
  public String text() {
    return array.text() + ".length";
  }

  @Override
  public String construct() {
    return "length of " + array.type();
  }

  @Override
  public Object value(Frame frame) {
    return ((Object[]) array.value(frame)).length;
  }
}
