package org.wengert.processor.proof;

import java.util.List;
import java.util.Optional;

/** Random expressions that do not depend on an active parameter. */
final class Passive {
  private final Scope scope;
  private final Expressions expressions;

  Passive(Scope scope, Expressions expressions) {
    this.scope = scope;
    this.expressions = expressions;
  }

  Expr of(Type type) {
    if (!type.isArray()) {
      Expr factor = Constant.of((1 + scope.random().nextInt(8)) / 8.0);
      Expr whole = new Binary("%", expressions.whole(1), Constant.of(4));
      Expr number = new Binary("*", factor, whole);
      return type == Type.DOUBLE ? number : new Cast(type, number);
    }
    Optional<Variable> constant = scope.constant(type);
    return constant.isPresent() && scope.chance(70)
        ? constant.get()
        : new Literal(type, List.of(of(type.element()), of(type.element())));
  }
}
