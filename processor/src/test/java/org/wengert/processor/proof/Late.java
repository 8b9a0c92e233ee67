package org.wengert.processor.proof;

import java.util.List;

/** A variable that gets its first value in one of two branches. */
record Late(Variable variable, Expr condition, Expr yes, Expr no) implements Stmt {
  @Override
  public List<Node> children() {
    return List.of(condition, yes, no);
  }

  @Override
  public Node with(List<Node> children) {
    return new Late(
        variable, (Expr) children.get(0), (Expr) children.get(1), (Expr) children.get(2));
  }

  @Override
  public String text() {
    return "%s%s %s;\nif (%s) {\n%s}\nelse {\n%s}\n"
        .formatted(
            variable.name().startsWith(Local.FINAL) ? "final " : "",
            variable.type(),
            variable.name(),
            condition.text(),
            set(yes),
            set(no));
  }

  private String set(Expr value) {
    return variable.name() + " = " + Do.bare(value) + ";\n";
  }

  @Override
  public String construct() {
    return "local without value " + variable.type();
  }

  @Override
  public Completion run(Frame frame) {
    Object value = ((boolean) condition.value(frame) ? yes : no).value(frame);
    frame.set(variable.name(), variable.type().convert(value));
    return Completion.NORMAL;
  }
}
