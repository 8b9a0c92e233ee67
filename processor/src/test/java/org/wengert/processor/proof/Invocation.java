package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;

/** A call of a record's method. */
record Invocation(Type type, Expr receiver, String name, List<Expr> arguments) implements Expr {
  @Override
  public List<Node> children() {
    List<Node> children = new ArrayList<>(List.of(receiver));
    children.addAll(arguments);
    return children;
  }

  @Override
  public Node with(List<Node> children) {
    return new Invocation(
        type,
        (Expr) children.get(0),
        name,
        children.stream().skip(1).map(Expr.class::cast).toList());
  }

  @Override
  public String text() {
    return before(receiver) + "." + name + "(" + Call.list(arguments) + ")";
  }

  /** What stands before a dot. */
  static String before(Expr expr) {
    return expr instanceof SwitchValue ? "(" + expr.text() + ")" : expr.text();
  }

  @Override
  public String construct() {
    return "method of a record" + (receiver.text().equals("this") ? " itself" : "");
  }

  @Override
  public Object value(Frame frame) {
    Instance instance = (Instance) receiver.value(frame);
    List<Object> values = Call.values(arguments, frame);
    return frame.oracle().carrier(receiver.type()).call(frame.oracle(), instance, name, values);
  }
}
