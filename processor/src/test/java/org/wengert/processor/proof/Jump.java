package org.wengert.processor.proof;

import java.util.List;

/** Break or continue. The label is null where there is none. */
record Jump(Completion.Kind kind, String label) implements Stmt {
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
    String word = kind == Completion.Kind.BREAK ? "break" : "continue";
    return word + (label == null ? "" : " " + label) + ";\n";
  }

  @Override
  public String construct() {
    return (kind == Completion.Kind.BREAK ? "break" : "continue") + (label == null ? "" : " label");
  }

  @Override
  public Completion run(Frame frame) {
    return new Completion(kind, label, null);
  }
}
