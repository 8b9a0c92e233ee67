package org.wengert.processor.proof;

import java.util.List;

/** The label is null where there is none. */
record For(String label, Local start, Expr condition, Expr step, Block body) implements Stmt {
  @Override
  public List<Node> children() {
    return List.of(start, condition, step, body);
  }

  @Override
  public Node with(List<Node> children) {
    return new For(
        label,
        (Local) children.get(0),
        (Expr) children.get(1),
        (Expr) children.get(2),
        (Block) children.get(3));
  }

  @Override
  public String text() {
    return Labelled.prefix(label)
        + "for (%s; %s; %s) ".formatted(start.bare(), condition.text(), Do.bare(step))
        + body.text();
  }

  @Override
  public String construct() {
    return "for";
  }

  @Override
  public Completion run(Frame frame) {
    start.run(frame);
    while ((boolean) condition.value(frame)) {
      frame.oracle().step();
      Completion completion = body.run(frame);
      if (completion.hits(Completion.Kind.BREAK, label)) {
        break;
      }
      if (!completion.isNormal() && !completion.hits(Completion.Kind.CONTINUE, label)) {
        return completion;
      }
      step.value(frame);
    }
    return Completion.NORMAL;
  }
}
