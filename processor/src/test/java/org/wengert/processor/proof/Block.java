package org.wengert.processor.proof;

import java.util.List;
import java.util.stream.Collectors;

record Block(List<Stmt> statements) implements Stmt {
  static Block of(Stmt... statements) {
    return new Block(List.of(statements));
  }

  @Override
  public List<Node> children() {
    return List.copyOf(statements);
  }

  @Override
  public Node with(List<Node> children) {
    return new Block(children.stream().map(Stmt.class::cast).toList());
  }

  @Override
  public String text() {
    return "{\n" + inner() + "}\n";
  }

  String inner() {
    return statements.stream().map(Node::text).collect(Collectors.joining());
  }

  @Override
  public String construct() {
    return "block";
  }

  @Override
  public Completion run(Frame frame) {
    for (Stmt statement : statements) {
      frame.oracle().step();
      Completion completion = statement.run(frame);
      if (!completion.isNormal()) {
        return completion;
      }
    }
    return Completion.NORMAL;
  }
}
