package org.wengert.processor.proof;

import java.util.List;

record Binary(String operator, Expr left, Expr right) implements Expr {
  @Override
  public Type type() {
    return Operators.result(operator, left.type(), right.type());
  }

  @Override
  public List<Node> children() {
    return List.of(left, right);
  }

  @Override
  public Node with(List<Node> children) {
    return new Binary(operator, (Expr) children.get(0), (Expr) children.get(1));
  }

  @Override
  public String text() {
    return "(" + left.text() + " " + operator + " " + right.text() + ")";
  }

  @Override
  public String construct() {
    boolean equality = operator.equals("==") || operator.equals("!=");
    return "binary " + operator + (equality ? " of " + left.type() : "");
  }

  @Override
  public Object value(Frame frame) {
    Object first = left.value(frame);
    if (operator.equals("&&") && !(boolean) first || operator.equals("||") && (boolean) first) {
      return first;
    }
    Object second = right.value(frame);
    return operator.equals("&&") || operator.equals("||")
        ? second
        : Operators.apply(operator, left.type(), first, right.type(), second, frame.oracle());
  }
}
