package org.wengert.processor.proof;

import java.util.List;

/**
 * An assignment, simple or compound, as an expression.
 *
 * @param operator what stands before the equals sign
 */
record Assign(String operator, Place target, Expr source) implements Expr {
  @Override
  public Type type() {
    return target.type();
  }

  @Override
  public List<Node> children() {
    return List.of(target, source);
  }

  @Override
  public Node with(List<Node> children) {
    return new Assign(operator, (Place) children.get(0), (Expr) children.get(1));
  }

  @Override
  public String text() {
    return "(" + bare() + ")";
  }

  String bare() {
    return target.text() + " " + operator + "= " + source.text();
  }

  @Override
  public String construct() {
    return "assign " + operator + "= to " + target.construct();
  }

  @Override
  public Object value(Frame frame) {
    Place.Reference reference = target.reference(frame);
    Object before = operator.isEmpty() ? null : reference.read().get();
    Object value = source.value(frame);
    if (!operator.isEmpty()) {
      value =
          Operators.apply(operator, target.type(), before, source.type(), value, frame.oracle());
    }
    Object stored = type().convert(value);
    reference.write().accept(stored);
    return stored;
  }
}
