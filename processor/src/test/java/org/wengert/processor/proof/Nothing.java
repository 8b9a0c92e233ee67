package org.wengert.processor.proof;

import java.util.List;

/** A null for an array. */
record Nothing(Type type) implements Expr {
  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public Node with(List<Node> children) {
    return this;
  }

  @Override
  public String text() {
    return "null";
  }

  @Override
  public String construct() {
    return "null for " + type;
  }

  @Override
  public Object value(Frame frame) {
    return null;
  }
}
