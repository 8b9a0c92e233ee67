package org.wengert.processor.proof;

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
}
