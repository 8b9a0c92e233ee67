package org.wengert.processor.proof;

import java.util.List;

/** A call of a function of {@code Math}, of which the arguments are converted to one type. */
record MathCall(String name, List<Expr> arguments) implements Expr {
  static MathCall of(String name, Expr... arguments) {
    return new MathCall(name, List.of(arguments));
  }

  @Override
  public Type type() {
    return Functions.result(name, arguments);
  }

  @Override
  public List<Node> children() {
    return List.copyOf(arguments);
  }

  @Override
  public Node with(List<Node> children) {
    return new MathCall(name, children.stream().map(Expr.class::cast).toList());
  }

  @Override
  public String text() {
    return "Math." + name + "(" + Call.list(arguments) + ")";
  }

  @Override
  public String construct() {
    return "Math." + name;
  }

  @Override
  public Object value(Frame frame) {
    List<Object> values = arguments.stream().map(argument -> argument.value(frame)).toList();
    return Functions.apply(name, type(), values, frame.oracle());
  }
}
