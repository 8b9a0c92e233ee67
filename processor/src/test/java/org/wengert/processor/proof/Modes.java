package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random expressions of the enum, of arrays of it, and comparisons. */
final class Modes {
  private final Scope scope;
  private final Expressions expressions;

  Modes(Scope scope, Expressions expressions) {
    this.scope = scope;
    this.expressions = expressions;
  }

  private Expr constant() {
    return new Constant(Type.MODE, scope.one(List.of(Mode.values())));
  }

  Expr mode(int depth) {
    if (depth > 0 && scope.chance(25)) {
      return new Choice(expressions.truth(depth - 1), mode(depth - 1), mode(depth - 1));
    }
    Optional<Variable> array = scope.any(Type.MODES);
    if (array.isPresent() && scope.chance(25)) {
      return expressions.element(array.get(), depth);
    }
    Optional<Expr> held = new Held(scope, expressions).component(Type.MODE);
    if (held.isPresent() && scope.chance(50)) {
      return held.get();
    }
    Optional<Variable> variable = scope.any(Type.MODE);
    if (variable.isPresent() && scope.chance(70)) {
      return variable.get();
    }
    return scope.chance(2) ? new Constant(Type.MODE, null) : constant();
  }

  /** An array that may be changed. */
  Expr modes(int depth) {
    Optional<Variable> found = scope.free(Type.MODES);
    if (found.isPresent() && scope.chance(50)) {
      return scope.chance(70) ? found.get() : Library.of(Library.Function.CLONE, found.get());
    }
    List<Expr> elements = new ArrayList<>();
    for (int i = scope.random().nextInt(3); i >= 0; i--) {
      elements.add(mode(depth - 1));
    }
    return new Literal(Type.MODES, elements);
  }

  /** Of two constants of the enum, or of two arrays. */
  Expr compared(int depth) {
    String operator = scope.one(List.of("==", "!="));
    Type type = scope.one(List.of(Type.DOUBLES, Type.INTS, Type.MATRIX, Type.FLOATS));
    Optional<Variable> array = scope.any(type);
    if (array.isPresent() && scope.chance(40)) {
      Expr other = scope.chance(20) ? new Constant(type, null) : scope.any(type).orElseThrow();
      Expr one = scope.chance(20) ? expressions.perhaps(array.get()) : array.get();
      return new Binary(operator, one, other);
    }
    Expr other = scope.chance(10) ? new Constant(Type.MODE, null) : mode(depth);
    return new Binary(operator, mode(depth), other);
  }
}
