package org.wengert.processor.proof;

import java.util.List;

/** Plus, minus, not, complement. */
record Unary(String operator, Expr operand) implements Expr {
  @Override
  public Type type() {
    return Type.promoted(operand.type(), operand.type());
  }

  @Override
  public List<Node> children() {
    return List.of(operand);
  }

  @Override
  public Node with(List<Node> children) {
    return new Unary(operator, (Expr) children.get(0));
  }

  @Override
  public String text() {
    return operator + "(" + operand.text() + ")";
  }

  @Override
  public String construct() {
    return "unary " + operator;
  }

  @Override
  public Object value(Frame frame) {
    Object value = operand.value(frame);
    if (operator.equals("!")) {
      return !(boolean) value;
    }
    if (operator.equals("+")) {
      return value;
    }
    if (value instanceof Num real) {
      return real.then(-real.value(), -1);
    }
    if (value instanceof Long number) {
      return operator.equals("-") ? -number : ~number;
    }
    int number = (int) value;
    return operator.equals("-") ? -number : ~number;
  }
}
