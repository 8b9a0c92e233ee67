package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Another program with the same meaning, bit for bit. */
final class Rewriting {
  private final Random random;
  private final Program program;
  private final String identity;
  private int names;

  private Rewriting(Program program, Random random) {
    this.program = program;
    this.random = random;
    this.identity = program.main().name() + "id";
  }

  static Program of(Program program, Random random) {
    return new Rewriting(program, random).rewritten();
  }

  private Program rewritten() {
    Method main = program.main();
    Block body = (Block) rewritten(main.body());
    Method rewritten = main.with(random.nextInt(3) == 0 ? Renaming.of(body) : body);
    Variable v = new Variable(Type.DOUBLE, "v");
    List<Method> all = new ArrayList<>(program.methods());
    all.set(0, rewritten);
    all.add(
        new Method(
            "", false, Type.DOUBLE, identity, List.of(v), Block.of(new Return(Optional.of(v)))));
    if (random.nextInt(4) == 0) {
      String inner = main.name() + "inner";
      all.set(0, forwarding(main, inner));
      all.add(new Method("", false, main.type(), inner, main.parameters(), rewritten.body()));
    }
    return program.with(all);
  }

  /** The method as a mere call of another one. */
  private static Method forwarding(Method method, String to) {
    Call call = new Call(method.type(), "", to, List.copyOf(method.parameters()));
    return method.with(
        Block.of(method.type() == Type.VOID ? new Do(call) : new Return(Optional.of(call))));
  }

  private Node rewritten(Node node) {
    if (node instanceof Do || node instanceof Variable) {
      return node;
    }
    List<Node> children = new ArrayList<>(node.children());
    Node same = node;
    for (int i = 0; i < children.size(); i++) {
      boolean mustBeStatement = node instanceof For && i == 2;
      Node before = children.get(i);
      children.set(i, mustBeStatement ? before : rewritten(before));
      try {
        same = node.with(children);
      } catch (ClassCastException e) {
        children.set(i, before); // what is assigned must stay a variable or an element
      }
    }
    return changed(same);
  }

  private Node changed(Node node) {
    if (node instanceof Expr expr && expr.type() == Type.DOUBLE && random.nextInt(6) == 0) {
      return changed(expr);
    }
    if (node instanceof If branch && random.nextInt(3) == 0) {
      return new If(new Unary("!", branch.condition()), branch.no(), branch.yes());
    }
    if (node instanceof For loop && !jumps(loop.body()) && random.nextInt(2) == 0) {
      return unrolled(loop);
    }
    if (node instanceof Block block && !block.statements().isEmpty()) {
      return changed(exchanged(block));
    }
    return node;
  }

  private static boolean jumps(Node node) {
    return node instanceof Jump || node.children().stream().anyMatch(Rewriting::jumps);
  }

  /** Two iterations in one. */
  private static For unrolled(For loop) {
    Block last = Block.of(new Jump(Completion.Kind.BREAK, null));
    return new For(
        loop.label(),
        loop.start(),
        loop.condition(),
        loop.step(),
        Block.of(
            loop.body(),
            new Do(loop.step()),
            new If(new Unary("!", loop.condition()), last, Block.of()),
            loop.body()));
  }

  private Block exchanged(Block block) {
    List<Stmt> statements = new ArrayList<>(block.statements());
    for (int i = 0; i + 1 < statements.size(); i++) {
      if (random.nextInt(2) == 0 && Exchange.isPossible(statements.get(i), statements.get(i + 1))) {
        Collections.swap(statements, i, i + 1);
      }
    }
    return new Block(statements);
  }

  private Expr changed(Expr expr) {
    return switch (random.nextInt(4)) {
      case 0 -> new Binary("*", Constant.of(1.0), expr);
      case 1 -> new Call(Type.DOUBLE, "", identity, List.of(expr));
      case 2 -> new Choice(new Binary("<", zero(), Constant.of(1)), expr, Constant.of(7.0));
      default -> new SwitchValue(zero(), one(null), List.of(Block.of()), List.of(expr));
    };
  }

  /** What is zero, but not for a compiler. */
  private static Expr zero() {
    return new Cast(Type.INT, MathCall.of("signum", Constant.of(0.0)));
  }

  private static List<Integer> one(Integer label) {
    List<Integer> labels = new ArrayList<>();
    labels.add(label);
    return labels;
  }

  /** With a variable that nobody needs, a temporary for what is returned, and a label. */
  private Block changed(Block block) {
    List<Stmt> statements = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      Expr unused = MathCall.of("sin", program.main().parameters().get(0));
      statements.add(new Local(fresh(Type.DOUBLE), unused));
    }
    for (Stmt statement : block.statements()) {
      if (statement instanceof Return end && end.result().isPresent()) {
        Variable result = fresh(program.main().type());
        statements.add(new Local(result, end.result().get()));
        statements.add(new Return(Optional.of(result)));
      } else if (!declares(statement) && random.nextInt(5) == 0) {
        statements.add(new Labelled("here" + names++, Block.of(statement)));
      } else {
        statements.add(statement);
      }
    }
    return new Block(statements);
  }

  private static boolean declares(Stmt statement) {
    return statement instanceof Local || statement instanceof Late;
  }

  private Variable fresh(Type type) {
    return new Variable(type, "new" + names++);
  }
}
