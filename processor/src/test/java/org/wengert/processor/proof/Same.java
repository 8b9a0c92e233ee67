package org.wengert.processor.proof;

import java.util.List;

/** Whether two references are to the same array. */
record Same(boolean negated, Expr left, Expr right) implements Expr {
  @Override
  public Type type() {
    return Type.BOOLEAN;
  }

  @Override
  public List<Node> children() {
    return List.of(left, right);
  }

  @Override
  public Node with(List<Node> children) {
    return new Same(negated, (Expr) children.get(0), (Expr) children.get(1));
  }

  @Override
  public String text() {
    return "(" + left.text() + (negated ? " != " : " == ") + right.text() + ")";
  }

  @Override
  public String construct() {
    String what = right instanceof Nothing ? "null" : right.type().toString();
    return (negated ? "not the same " : "same ") + what;
  }

  @Override
  public Object value(Frame frame) {
    boolean same = left.value(frame) == right.value(frame);
    return same != negated;
  }
}
