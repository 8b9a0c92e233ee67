package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All programs that are one step smaller. */
final class Edits {
  private Edits() {}

  static List<Program> smaller(Program program) {
    List<Program> all = new ArrayList<>();
    for (int i = 0; i < program.fields().size(); i++) {
      List<Field> fewer = new ArrayList<>(program.fields());
      fewer.remove(i);
      all.add(new Program(program.home(), fewer, program.carriers(), program.methods()));
    }
    for (List<Carrier> carriers : CarrierEdits.smaller(program.carriers())) {
      all.add(new Program(program.home(), program.fields(), carriers, program.methods()));
    }
    List<Method> methods = program.methods();
    for (int i = 1; i < methods.size(); i++) {
      List<Method> fewer = new ArrayList<>(methods);
      fewer.remove(i);
      all.add(program.with(fewer));
    }
    for (int i = 0; i < methods.size(); i++) {
      for (Node body : variants(methods.get(i).body())) {
        List<Method> changed = new ArrayList<>(methods);
        changed.set(i, methods.get(i).with((Block) body));
        all.add(program.with(changed));
      }
    }
    return all;
  }

  /** The node with one change, itself or somewhere in it. */
  static List<Node> variants(Node node) {
    List<Node> variants = new ArrayList<>(replacements(node));
    List<Node> children = node.children();
    for (int i = 0; i < children.size(); i++) {
      for (Node child : variants(children.get(i))) {
        List<Node> changed = new ArrayList<>(children);
        changed.set(i, child);
        with(node, changed).ifPresent(variants::add);
      }
    }
    return variants;
  }

  private static Optional<Node> with(Node node, List<Node> children) {
    try {
      return Optional.of(node.with(children));
    } catch (ClassCastException e) {
      return Optional.empty(); // another kind of node is needed there
    }
  }

  private static List<Node> replacements(Node node) {
    List<Node> smaller = new ArrayList<>();
    if (node instanceof Block block) {
      for (int i = 0; i < block.statements().size(); i++) {
        if (block.statements().get(i) instanceof Block nested) {
          List<Stmt> flat = new ArrayList<>(block.statements());
          flat.remove(i);
          flat.addAll(i, nested.statements());
          smaller.add(new Block(flat));
        }
      }
      int n = block.statements().size();
      for (int length = Math.max(n / 2, 1); length > 0; length /= 2) {
        for (int i = 0; i + length <= n; i += length) {
          List<Stmt> fewer = new ArrayList<>(block.statements());
          fewer.subList(i, i + length).clear();
          smaller.add(new Block(fewer));
        }
      }
    } else if (node instanceof Stmt) {
      List<Stmt> inner = new ArrayList<>();
      for (Node child : node.children()) {
        if (child instanceof Block) {
          smaller.add(child);
        }
        if (child instanceof Stmt statement) {
          inner.add(statement);
        }
      }
      if (inner.size() > 1) {
        smaller.add(new Block(inner));
      }
    } else if (node instanceof Expr expr) {
      for (Node child : node.children()) {
        if (child instanceof Expr part && part.type() == expr.type()) {
          smaller.add(part);
        }
      }
      if (node instanceof Constant) {
        return smaller;
      }
      switch (expr.type()) {
        case DOUBLE -> smaller.add(Constant.of(1.0));
        case FLOAT -> smaller.add(new Constant(Type.FLOAT, 1.0f));
        case INT -> smaller.add(Constant.of(0));
        case BOOLEAN -> smaller.addAll(List.of(Constant.of(true), Constant.of(false)));
        default -> {}
      }
    }
    return smaller;
  }
}
