package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Random statements that put other arrays into an array of arrays. */
final class Rows {
  private final Scope scope;
  private final Expressions expressions;

  Rows(Scope scope) {
    this.scope = scope;
    this.expressions = new Expressions(scope);
  }

  Stmt of(Variable rows) {
    return scope.chance(35) ? exchange(rows) : assign(row(rows), other(rows));
  }

  private Element row(Variable rows) {
    return expressions.element(rows, 1);
  }

  private static Stmt assign(Place place, Expr row) {
    return new Do(new Assign("", place, row));
  }

  /** A row of the same array, a copy of one, or any other array. */
  private Expr other(Variable rows) {
    return switch (scope.random().nextInt(4)) {
      case 0, 1 -> row(rows);
      case 2 -> Library.of(Library.Function.CLONE, row(rows));
      default -> expressions.of(rows.type().element(), 1);
    };
  }

  private Stmt exchange(Variable rows) {
    Element first = row(rows);
    Element second = row(rows);
    Variable kept = new Variable(first.type(), scope.name("row"));
    return Block.of(new Local(kept, first), assign(first, second), assign(second, kept));
  }

  /**
   * Makes an array of arrays one by one, and then does what the rest is generated to do with it.
   */
  Block built(Supplier<Block> rest) {
    int size = scope.size();
    Type type = scope.chance(70) ? Type.MATRIX : Type.CUBE;
    Variable rows = new Variable(type, scope.name("v"));
    Local local = new Local(rows, new Fresh(type, List.of(expressions.size())));
    Variable i = new Variable(Type.INT, scope.name("i"));
    scope.declareFixed(i);
    For loop =
        new For(
            null,
            new Local(i, Constant.of(0)),
            new Binary("<", i, new Length(rows)),
            new Step("++", false, i),
            Block.of(assign(new Element(rows, i), expressions.of(type.element(), 2))));
    scope.leave(size);
    scope.declare(rows);
    List<Stmt> all = new ArrayList<>(List.of(local, loop));
    all.addAll(rest.get().statements());
    scope.leave(size);
    return new Block(all);
  }
}
