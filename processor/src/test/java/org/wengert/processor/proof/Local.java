package org.wengert.processor.proof;

import java.util.List;

record Local(Variable variable, Expr first) implements Stmt {
  /** What the names of variables begin with that are declared without a type. */
  static final String VAR = "u";

  /** What the names of variables begin with that are final. */
  static final String FINAL = "z";

  /** What the names of arrays begin with that are so small that variables can stand for them. */
  static final String SMALL = "few";

  /** Of how many numbers they consist. */
  static final int FEW = 2;

  @Override
  public List<Node> children() {
    return List.of(first);
  }

  @Override
  public Node with(List<Node> children) {
    return new Local(variable, (Expr) children.get(0));
  }

  @Override
  public String text() {
    return bare() + ";\n";
  }

  String bare() {
    return prefix() + " " + variable.name() + " = " + Do.bare(first);
  }

  /** The type, or in its place {@code var}, as the variable's name has it. */
  private String prefix() {
    if (variable.name().startsWith(VAR) && first.type() == variable.type()) {
      return "var";
    }
    return (variable.name().startsWith(FINAL) ? "final " : "") + variable.type();
  }

  @Override
  public String construct() {
    return "local " + (variable.name().startsWith(SMALL) ? "small " : "") + prefix();
  }

  @Override
  public Completion run(Frame frame) {
    frame.set(variable.name(), variable.type().convert(first.value(frame)));
    return Completion.NORMAL;
  }
}
