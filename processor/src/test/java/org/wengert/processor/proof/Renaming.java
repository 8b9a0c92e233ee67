package org.wengert.processor.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Other names for the variables of a method: those that generated code likes to use. */
final class Renaming {
  private static final List<String> LIKED =
      List.of(
          "storage",
          "x0Dot",
          "x0Bar",
          "resultBar",
          "t1",
          "t2",
          "slot",
          "next",
          "k",
          "count",
          "store",
          "again",
          "returned",
          "xDot",
          "a0Bar",
          "kept",
          "value",
          "i");

  private final Map<String, String> names = new HashMap<>();

  private Renaming() {}

  static Block of(Block body) {
    return (Block) new Renaming().apply(body);
  }

  private Node apply(Node node) {
    if (node instanceof Variable variable) {
      return known(variable);
    }
    Node inner = node.with(node.children().stream().map(this::declareFirst).toList());
    if (inner instanceof Local local) {
      return new Local(known(local.variable()), local.first());
    }
    if (inner instanceof ForEach loop) {
      return new ForEach(loop.label(), known(loop.variable()), loop.array(), loop.body());
    }
    return inner;
  }

  /** The name of a local must be known before what follows its declaration is looked at. */
  private Node declareFirst(Node node) {
    if (node instanceof Local local) {
      declare(local.variable());
    } else if (node instanceof ForEach loop) {
      declare(loop.variable());
    }
    return apply(node);
  }

  private void declare(Variable variable) {
    names.computeIfAbsent(
        variable.name(),
        name -> names.size() < LIKED.size() ? LIKED.get(names.size()) : "other" + names.size());
  }

  private Variable known(Variable variable) {
    return new Variable(variable.type(), names.getOrDefault(variable.name(), variable.name()));
  }
}
