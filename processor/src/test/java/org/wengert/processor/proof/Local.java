package org.wengert.processor.proof;

import java.util.List;

record Local(Variable variable, Expr first) implements Stmt {
  @Override
  public List<Node> children() {
    return List.of(first);
  }

  @Override
  public Node with(List<Node> children) {
    return new Local(variable, (Expr) children.get(0));
  }

  @Override
  public String text() {
    return bare() + ";\n";
  }

  String bare() {
    return variable.type() + " " + variable.name() + " = " + Do.bare(first);
  }

  @Override
  public String construct() {
    return "local " + variable.type();
  }

  @Override
  public Completion run(Frame frame) {
    frame.set(variable.name(), variable.type().convert(first.value(frame)));
    return Completion.NORMAL;
  }
}
