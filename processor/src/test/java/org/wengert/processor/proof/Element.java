package org.wengert.processor.proof;

import java.util.List;

record Element(Expr array, Expr index) implements Place {
  @Override
  public Type type() {
    return array.type().element();
  }

  @Override
  public List<Node> children() {
    return List.of(array, index);
  }

  @Override
  public Node with(List<Node> children) {
    return new Element((Expr) children.get(0), (Expr) children.get(1));
  }

  @Override
  public String text() {
    return array.text() + "[" + index.text() + "]";
  }

  @Override
  public String construct() {
    return "element of " + array.type();
  }

  @Override
  public Reference reference(Frame frame) {
    Object[] elements = (Object[]) array.value(frame);
    int i = (int) Type.INT.convert(index.value(frame));
    return new Reference(() -> elements[i], value -> elements[i] = value);
  }
}
