package org.wengert.processor.proof;

import java.util.List;

/** The label is null where there is none. */
record ForEach(String label, Variable variable, Expr array, Block body) implements Stmt {
  @Override
  public List<Node> children() {
    return List.of(array, body);
  }

  @Override
  public Node with(List<Node> children) {
    return new ForEach(label, variable, (Expr) children.get(0), (Block) children.get(1));
  }

  @Override
  public String text() {
    return Labelled.prefix(label)
        + "for (%s %s : %s) ".formatted(variable.type(), variable.name(), array.text())
        + body.text();
  }

  @Override
  public String construct() {
    return "for each of " + array.type();
  }

  @Override
  public Completion run(Frame frame) {
    Object[] elements = (Object[]) array.value(frame);
    for (int i = 0; i < elements.length; i++) {
      frame.set(variable.name(), elements[i]);
      frame.oracle().step();
      Completion completion = body.run(frame);
      if (completion.hits(Completion.Kind.BREAK, label)) {
        break;
      }
      if (!completion.isNormal() && !completion.hits(Completion.Kind.CONTINUE, label)) {
        return completion;
      }
    }
    return Completion.NORMAL;
  }
}
