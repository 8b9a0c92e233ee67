package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;

/** A call of a method of the library, or of one with rules. */
record KnownCall(Known method, List<Expr> arguments) implements Expr {
  @Override
  public Type type() {
    return method.type();
  }

  @Override
  public List<Node> children() {
    return List.copyOf(arguments);
  }

  @Override
  public Node with(List<Node> children) {
    return new KnownCall(method, children.stream().map(Expr.class::cast).toList());
  }

  @Override
  public String text() {
    return method.text() + "(" + Call.list(arguments) + ")";
  }

  @Override
  public String construct() {
    return "known " + method;
  }

  @Override
  public Object value(Frame frame) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      values.add(method.parameters().get(i).convert(arguments.get(i).value(frame)));
    }
    return method.apply(values, frame.oracle());
  }
}
