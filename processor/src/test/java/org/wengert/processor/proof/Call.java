package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A call of another method of the program.
 *
 * @param owner the class and a dot where it is another class, else nothing
 */
record Call(Type type, String owner, String name, List<Expr> arguments) implements Expr {
  @Override
  public List<Node> children() {
    return List.copyOf(arguments);
  }

  @Override
  public Node with(List<Node> children) {
    return new Call(type, owner, name, children.stream().map(Expr.class::cast).toList());
  }

  @Override
  public String text() {
    return owner + name + "(" + list(arguments) + ")";
  }

  static String list(List<Expr> arguments) {
    return arguments.stream().map(Expr::text).collect(Collectors.joining(", "));
  }

  static List<Object> values(List<Expr> arguments, Frame frame) {
    List<Object> values = new ArrayList<>();
    arguments.forEach(argument -> values.add(argument.value(frame)));
    return values;
  }

  @Override
  public String construct() {
    return "call of " + type + (owner.isEmpty() ? "" : " elsewhere");
  }

  @Override
  public Object value(Frame frame) {
    Object[] values = arguments.stream().map(argument -> argument.value(frame)).toArray();
    return frame.oracle().call(frame.oracle().method(name), values);
  }
}
