package org.wengert.processor.proof;

import java.util.List;

/** The conditional operator. */
record Choice(Expr condition, Expr yes, Expr no) implements Expr {
  @Override
  public Type type() {
    return yes.type() == no.type() ? yes.type() : Type.promoted(yes.type(), no.type());
  }

  @Override
  public List<Node> children() {
    return List.of(condition, yes, no);
  }

  @Override
  public Node with(List<Node> children) {
    return new Choice((Expr) children.get(0), (Expr) children.get(1), (Expr) children.get(2));
  }

  @Override
  public String text() {
    return "(" + condition.text() + " ? " + yes.text() + " : " + no.text() + ")";
  }

  @Override
  public String construct() {
    return "choice of " + type();
  }

  @Override
  public Object value(Frame frame) {
    return type().convert(((boolean) condition.value(frame) ? yes : no).value(frame));
  }
}
