package org.wengert.processor.proof;

import java.util.List;

/** A block that a break can leave. */
record Labelled(String label, Block body) implements Stmt {
  @Override
  public List<Node> children() {
    return List.of(body);
  }

  @Override
  public Node with(List<Node> children) {
    return new Labelled(label, (Block) children.get(0));
  }

  static String prefix(String label) {
    return label == null ? "" : label + ": ";
  }

  @Override
  public String text() {
    return prefix(label) + body.text();
  }

  @Override
  public String construct() {
    return "labelled block";
  }

  @Override
  public Completion run(Frame frame) {
    Completion completion = body.run(frame);
    return completion.kind() == Completion.Kind.BREAK && label.equals(completion.label())
        ? Completion.NORMAL
        : completion;
  }
}
