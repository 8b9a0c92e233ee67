package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    if (scope.chance(20)) {
      return withheld(rows);
    }
    return scope.chance(35) ? exchange(rows) : assign(row(rows), other(rows));
  }

  private Element row(Variable rows) {
    return expressions.element(rows, 1);
  }

  /** Whether two arrays, or rows, are one, or one is null. */
  Expr same() {
    Type type = scope.one(List.of(Type.DOUBLES, Type.DOUBLES, Type.MATRIX));
    Optional<Variable> left = scope.free(type);
    if (left.isEmpty()) {
      return expressions.truth(0);
    }
    Optional<Variable> rows = scope.free(type == Type.MATRIX ? Type.CUBE : Type.MATRIX);
    Expr right =
        rows.isPresent() && scope.chance(50)
            ? row(rows.get())
            : scope.chance(20) ? new Nothing(type) : scope.free(type).orElseThrow();
    return new Same(scope.chance(30), left.get(), right);
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

  /** For a while, there is null instead of a row; sometimes it stays there. */
  private Stmt withheld(Variable rows) {
    Element row = row(rows);
    Element some = row(rows);
    Variable at = new Variable(Type.INT, scope.name("at"));
    Variable other = new Variable(Type.INT, scope.name("at"));
    Variable kept = new Variable(row.type(), scope.name("row"));
    Element away = new Element(rows, at);
    Element any = new Element(rows, other);
    Stmt back = assign(away, kept);
    return Block.of(
        new Local(at, row.index()),
        new Local(other, some.index()),
        new Local(kept, away),
        assign(away, new Nothing(row.type())),
        new If(
            new Same(true, any, new Nothing(row.type())), Block.of(changed(any)), Block.of(back)),
        scope.chance(90) ? back : new If(expressions.truth(1), Block.of(back), Block.of()));
  }

  private Stmt changed(Element row) {
    Element first = new Element(row, Constant.of(0));
    return first.type().isArray()
        ? assign(first, new Element(row, new Binary("-", new Length(row), Constant.of(1))))
        : new Do(new Assign("+", first, expressions.real(1)));
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
