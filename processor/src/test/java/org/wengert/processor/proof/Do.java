package org.wengert.processor.proof;

import java.util.List;

/** An expression as a statement: an assignment, a step or a call. */
record Do(Expr expression) implements Stmt {
  @Override
  public List<Node> children() {
    return List.of(expression);
  }

  @Override
  public Node with(List<Node> children) {
    return new Do((Expr) children.get(0));
  }

  @Override
  public String text() {
    return bare(expression) + ";\n";
  }

  static String bare(Expr expression) {
    if (expression instanceof Assign assign) {
      return assign.bare();
    }
    if (expression instanceof Constant constant && constant.isNull()) {
      return "null";
    }
    return expression instanceof Step step ? step.bare() : expression.text();
  }

  @Override
  public String construct() {
    return "statement";
  }

  @Override
  public Completion run(Frame frame) {
    expression.value(frame);
    return Completion.NORMAL;
  }
}
