package org.wengert.processor.proof;

import java.util.List;

/** With an empty block where there is no else. */
record If(Expr condition, Block yes, Block no) implements Stmt {
  @Override
  public List<Node> children() {
    return List.of(condition, yes, no);
  }

  @Override
  public Node with(List<Node> children) {
    return new If((Expr) children.get(0), (Block) children.get(1), (Block) children.get(2));
  }

  @Override
  public String text() {
    String otherwise = no.statements().isEmpty() ? "" : "else " + no.text();
    return "if (" + condition.text() + ") " + yes.text() + otherwise;
  }

  @Override
  public String construct() {
    return no.statements().isEmpty() ? "if" : "if else";
  }

  @Override
  public Completion run(Frame frame) {
    return ((boolean) condition.value(frame) ? yes : no).run(frame);
  }
}
