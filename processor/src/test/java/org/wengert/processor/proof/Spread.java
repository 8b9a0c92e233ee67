package org.wengert.processor.proof;

import java.util.List;

/** The last arguments of a call, of which the compiler makes an array. */
record Spread(List<Expr> elements) implements Expr {
  /** The parameter that takes any number of arguments. */
  static final String MORE = "more";

  @Override
  public Type type() {
    return Type.DOUBLES;
  }

  @Override
  public List<Node> children() {
    return List.copyOf(elements);
  }

  @Override
  public Node with(List<Node> children) {
    return new Spread(children.stream().map(Expr.class::cast).toList());
  }

  @Override
  public String text() {
    return Call.list(elements);
  }

  @Override
  public String construct() {
    return "variable number of arguments";
  }

  @Override
  public Object value(Frame frame) {
    return new Literal(type(), elements).value(frame);
  }
}
