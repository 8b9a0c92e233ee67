package org.wengert.processor.proof;

import java.util.List;

/** Throws an IllegalStateException. */
record Throw(Expr number) implements Stmt {
  @Override
  public List<Node> children() {
    return List.of(number);
  }

  @Override
  public Node with(List<Node> children) {
    return new Throw((Expr) children.get(0));
  }

  @Override
  public String text() {
    return "throw new IllegalStateException(\"at \" + " + number.text() + ");\n";
  }

  @Override
  public String construct() {
    return "throw";
  }

  @Override
  public Completion run(Frame frame) {
    Object value = number.value(frame);
    throw new IllegalStateException("at " + (value instanceof Num real ? real.value() : value));
  }
}
