package org.wengert.processor.proof;

import java.util.List;

/** Increment and decrement, before and after. */
record Step(String operator, boolean before, Place target) implements Expr {
  @Override
  public Type type() {
    return target.type();
  }

  @Override
  public List<Node> children() {
    return List.of(target);
  }

  @Override
  public Node with(List<Node> children) {
    return new Step(operator, before, (Place) children.get(0));
  }

  @Override
  public String text() {
    return "(" + bare() + ")";
  }

  String bare() {
    return before ? operator + target.text() : target.text() + operator;
  }

  @Override
  public String construct() {
    return before ? "step " + operator + "v" : "step v" + operator;
  }

  @Override
  public Object value(Frame frame) {
    Place.Reference reference = target.reference(frame);
    Object old = reference.read().get();
    Object value =
        type()
            .convert(
                Operators.apply(operator.substring(1), type(), old, Type.INT, 1, frame.oracle()));
    reference.write().accept(value);
    return before ? value : old;
  }
}
