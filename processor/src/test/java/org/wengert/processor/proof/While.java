package org.wengert.processor.proof;

import java.util.List;

/** Tested before or after the body. The label is null where there is none. */
record While(String label, boolean before, Expr condition, Block body) implements Stmt {
  @Override
  public List<Node> children() {
    return List.of(condition, body);
  }

  @Override
  public Node with(List<Node> children) {
    return new While(label, before, (Expr) children.get(0), (Block) children.get(1));
  }

  @Override
  public String text() {
    String test = "while (" + condition.text() + ")";
    return Labelled.prefix(label)
        + (before ? test + " " + body.text() : "do " + body.text() + test + ";\n");
  }

  @Override
  public String construct() {
    String endless = condition instanceof Constant ? "endless " : "";
    return endless + (before ? "while" : "do while");
  }

  @Override
  public Completion run(Frame frame) {
    if (before && !(boolean) condition.value(frame)) {
      return Completion.NORMAL;
    }
    do {
      frame.oracle().step();
      Completion completion = body.run(frame);
      if (completion.hits(Completion.Kind.BREAK, label)) {
        break;
      }
      if (!completion.isNormal() && !completion.hits(Completion.Kind.CONTINUE, label)) {
        return completion;
      }
    } while ((boolean) condition.value(frame));
    return Completion.NORMAL;
  }
}
