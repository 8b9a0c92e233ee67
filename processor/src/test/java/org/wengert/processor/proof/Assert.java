package org.wengert.processor.proof;

import java.util.List;

/** An assertion, which is checked. */
record Assert(Expr condition, Expr number) implements Stmt {
  @Override
  public List<Node> children() {
    return List.of(condition, number);
  }

  @Override
  public Node with(List<Node> children) {
    return new Assert((Expr) children.get(0), (Expr) children.get(1));
  }

  @Override
  public String text() {
    return "assert " + condition.text() + " : \"at \" + " + number.text() + ";\n";
  }

  @Override
  public String construct() {
    return "assert";
  }

  @Override
  public Completion run(Frame frame) {
    if (!(boolean) condition.value(frame)) {
      throw new AssertionError("at " + number.text());
    }
    return Completion.NORMAL;
  }
}
