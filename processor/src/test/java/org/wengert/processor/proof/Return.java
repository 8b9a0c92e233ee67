package org.wengert.processor.proof;

import java.util.List;
import java.util.Optional;

/** Empty in a method that returns nothing. */
record Return(Optional<Expr> result) implements Stmt {
  @Override
  public List<Node> children() {
    return List.copyOf(result.stream().toList());
  }

  @Override
  public Node with(List<Node> children) {
    return new Return(children.stream().map(Expr.class::cast).findFirst());
  }

  @Override
  public String text() {
    return "return" + result.map(value -> " " + Do.bare(value)).orElse("") + ";\n";
  }

  @Override
  public String construct() {
    return "return " + result.map(value -> value.type().toString()).orElse("");
  }

  @Override
  public Completion run(Frame frame) {
    return new Completion(
        Completion.Kind.RETURN, null, result.map(value -> value.value(frame)).orElse(null));
  }
}
