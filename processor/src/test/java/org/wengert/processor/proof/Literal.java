package org.wengert.processor.proof;

import java.util.List;

/** A new array of given elements. */
record Literal(Type type, List<Expr> elements) implements Expr {
  @Override
  public List<Node> children() {
    return List.copyOf(elements);
  }

  @Override
  public Node with(List<Node> children) {
    return new Literal(type, children.stream().map(Expr.class::cast).toList());
  }

  @Override
  public String text() {
    return "new " + type + " {" + Call.list(elements) + "}";
  }

  @Override
  public String construct() {
    return "new " + type + " of elements";
  }

  @Override
  public Object value(Frame frame) {
    return elements.stream().map(element -> type.element().convert(element.value(frame))).toArray();
  }
}
