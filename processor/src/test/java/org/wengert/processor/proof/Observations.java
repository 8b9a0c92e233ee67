package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bodies that add something up over observations: the iterations of the loop have nothing to do
 * with each other, or little.
 */
final class Observations {
  /** What the sum is called. */
  static final String SUM = "sum";

  private static final Variable TOTAL = new Variable(Type.DOUBLE, SUM);

  private final Scope scope;
  private final Expressions expressions;
  private final Statements statements;

  /**
   * @param scope in which nothing may be assigned to
   */
  Observations(Scope scope) {
    this.scope = scope;
    this.expressions = new Expressions(scope);
    this.statements = new Statements(scope);
  }

  Block body() {
    List<Stmt> body = new ArrayList<>();
    if (scope.chance(15)) {
      body.add(new If(expressions.truth(1), Block.of(value(expressions.real(1))), Block.of()));
    }
    Optional<Variable> scratch =
        scope.chance(60) ? Optional.of(new Variable(Type.DOUBLES, "scratch")) : Optional.empty();
    scratch.ifPresent(
        array -> body.add(new Local(array, new Fresh(Type.DOUBLES, List.of(length())))));
    body.add(new Local(TOTAL, expressions.real(1)));
    body.add(loop(scratch));
    if (scope.chance(15) && scratch.isPresent()) {
      body.add(add(new Element(scratch.get(), Constant.of(0))));
    }
    if (scope.chance(25)) {
      body.add(loop(scratch));
    }
    body.add(value(result()));
    return new Block(body);
  }

  private Expr length() {
    Optional<Variable> array = scope.any(Type.DOUBLES);
    return array.isPresent() && scope.chance(50)
        ? new Length(array.get())
        : Constant.of(1 + scope.random().nextInt(3));
  }

  private static Return value(Expr result) {
    return new Return(Optional.of(result));
  }

  /** Most often linear in the sum. */
  private Expr result() {
    Expr scaled =
        new Binary(
            scope.one(List.of("*", "/")),
            TOTAL,
            scope.chance(80)
                ? Constant.of(2.5)
                : MathCall.of("exp", MathCall.of("sin", expressions.real(1))));
    Expr all = scope.chance(10) ? MathCall.of("sin", scaled) : scaled;
    return new Binary(scope.one(List.of("+", "-")), expressions.real(1), all);
  }

  private For loop(Optional<Variable> scratch) {
    int size = scope.size();
    Variable index = new Variable(Type.INT, scope.name("obs"));
    scope.declareFixed(index);
    scope.close();
    List<Stmt> body = new ArrayList<>();
    if (scratch.isPresent()) {
      if (scope.chance(90)) {
        body.add(fill(scratch.get()));
      }
      scope.declare(scratch.get());
    }
    body.addAll(statements.block(scope.random().nextInt(4), 2).statements());
    body.add(addition());
    if (scope.chance(20)) {
      body.add(addition());
    }
    scope.open();
    scope.leave(size);
    return counted(index, Constant.of(1 + scope.random().nextInt(4)), body);
  }

  private static For counted(Variable index, Expr bound, List<Stmt> body) {
    return new For(
        null,
        new Local(index, Constant.of(0)),
        new Binary("<", index, bound),
        new Step("++", false, index),
        new Block(body));
  }

  private For fill(Variable array) {
    Variable j = new Variable(Type.INT, scope.name("j"));
    scope.declareFixed(j);
    Stmt store = new Do(new Assign("", new Element(array, j), expressions.real(2)));
    scope.leave(scope.size() - 1);
    Expr bound = scope.chance(95) ? new Length(array) : Constant.of(1);
    return counted(j, bound, List.of(store));
  }

  private Stmt addition() {
    Stmt plain = add(expressions.real(2));
    if (scope.chance(30)) {
      return new If(
          expressions.truth(2),
          Block.of(plain),
          scope.chance(50) ? Block.of(add(expressions.real(2))) : Block.of());
    }
    if (scope.chance(30)) {
      Variable k = new Variable(Type.INT, scope.name("k"));
      scope.declareFixed(k);
      For inner = counted(k, Constant.of(3), List.of(add(expressions.real(2))));
      scope.leave(scope.size() - 1);
      return inner;
    }
    return plain;
  }

  private Stmt add(Expr term) {
    return new Do(new Assign(scope.one(List.of("+", "-")), TOTAL, term));
  }
}
