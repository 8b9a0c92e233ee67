package org.wengert.processor.simplify;

import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Comparisons, their complements, and selections. */
final class Decisions implements Rule {
  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Elementary elementary)
        || !(elementary.operator() instanceof Arithmetic operator)) {
      return false;
    }
    Match match = new Match(elementary, rewriter);
    if (operator.isComparison()) {
      return comparison(match, operator);
    }
    return switch (operator) {
      case NOT -> complement(match);
      case SELECT -> selection(match);
      default -> false;
    };
  }

  private static boolean comparison(Match match, Arithmetic operator) {
    Value x = match.first();
    Value y = match.second();
    if (x == y) {
      boolean strict = operator == Arithmetic.LT || operator == Arithmetic.GT;
      // NaN differs from itself, but is not below itself either.
      return (strict || !match.isFloating())
          && match.becomesLiteral(!strict && operator != Arithmetic.NE);
    }
    return x.type().equals(Type.BOOLEAN) && (truth(match, x, y) || truth(match, y, x));
  }

  /** A comparison of a {@code boolean} with a constant. */
  private static boolean truth(Match match, Value constant, Value x) {
    Optional<Object> literal = match.rewriter().literal(constant);
    if (literal.isEmpty()) {
      return false;
    }
    return literal.get().equals(match.has(Arithmetic.EQ))
        ? match.becomes(x)
        : match.becomes(Arithmetic.NOT, x);
  }

  private static boolean complement(Match match) {
    Value condition = match.first();
    Optional<Elementary> definition = match.rewriter().elementary(condition);
    if (definition.isEmpty() || !(definition.get().operator() instanceof Arithmetic operator)) {
      return false;
    }
    Value x = definition.get().inputs().get(0);
    if (operator == Arithmetic.NOT) {
      return match.becomes(x);
    }
    if (condition.isNamed() || !operator.isComparison()) {
      return false;
    }
    Optional<Arithmetic> complement = complement(operator, x.type());
    return complement.isPresent()
        && match.becomes(complement.get(), x, definition.get().inputs().get(1));
  }

  /** The comparison that is true exactly where this one is false. */
  private static Optional<Arithmetic> complement(Arithmetic comparison, Type type) {
    if (comparison == Arithmetic.EQ) {
      return Optional.of(Arithmetic.NE);
    }
    if (comparison == Arithmetic.NE) {
      return Optional.of(Arithmetic.EQ);
    }
    // NaN is neither below another number nor at least as large.
    return type.isFloating()
        ? Optional.empty()
        : Optional.of(
            switch (comparison) {
              case LT -> Arithmetic.GE;
              case LE -> Arithmetic.GT;
              case GT -> Arithmetic.LE;
              case GE -> Arithmetic.LT;
              default -> throw new AssertionError(comparison);
            });
  }

  private static boolean selection(Match match) {
    Value whenTrue = match.operation().inputs().get(1);
    Value whenFalse = match.operation().inputs().get(2);
    Optional<Object> condition = match.rewriter().literal(match.first());
    if (condition.isPresent()) {
      return match.becomes((Boolean) condition.get() ? whenTrue : whenFalse);
    }
    if (whenTrue == whenFalse || match.rewriter().isSameLiteral(whenTrue, whenFalse)) {
      return match.becomes(whenTrue);
    }
    if (match.isLiteral(whenTrue, true) && match.isLiteral(whenFalse, false)) {
      return match.becomes(match.first());
    }
    if (match.isLiteral(whenTrue, false) && match.isLiteral(whenFalse, true)) {
      return match.becomes(Arithmetic.NOT, match.first());
    }
    Optional<Value> opposite = match.unnamed(Arithmetic.NOT, match.first());
    return opposite.isPresent() && match.becomesOn(opposite.get(), whenFalse, whenTrue);
  }
}
