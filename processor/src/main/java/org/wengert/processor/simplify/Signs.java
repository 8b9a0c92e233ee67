package org.wengert.processor.simplify;

import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Value;

/**
 * A minus sign inside a term of a sum becomes the sum's: {@code a + -x * y} is {@code a - x * y},
 * since signs of products and quotients are exact. Only terms that nothing else reads are written
 * anew.
 */
final class Signs implements Rule {
  private final UseCounts uses;

  Signs(UseCounts uses) {
    this.uses = uses;
  }

  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Elementary elementary)
        || !(elementary.operator() instanceof Arithmetic operator)) {
      return false;
    }
    Match match = new Match(elementary, rewriter);
    return switch (operator) {
      case ADD ->
          sum(match, Arithmetic.SUB, match.first(), match.second())
              || sum(match, Arithmetic.SUB, match.second(), match.first());
      case SUB -> sum(match, Arithmetic.ADD, match.first(), match.second());
      default -> false;
    };
  }

  private boolean sum(Match match, Arithmetic opposite, Value x, Value term) {
    Optional<Value> positive = withoutSign(term, match);
    return positive.isPresent() && match.becomes(opposite, x, positive.get());
  }

  /** The product or quotient that the term is the negative of, appended, if it shows to be one. */
  private Optional<Value> withoutSign(Value term, Match match) {
    Elementary product = match.rewriter().elementary(term).orElse(null);
    if (product == null
        || !uses.isPassing(term)
        || (product.operator() != Arithmetic.MUL
            && (product.operator() != Arithmetic.DIV || !term.type().isFloating()))) {
      return Optional.empty();
    }
    Value x = product.inputs().get(0);
    Value y = product.inputs().get(1);
    Optional<Value> factor = opposite(x, match);
    if (factor.isPresent()) {
      return Optional.of(rewritten(product, factor.get(), y, match));
    }
    return opposite(y, match).map(other -> rewritten(product, x, other, match));
  }

  private Optional<Value> opposite(Value factor, Match match) {
    Optional<Value> negated =
        uses.isPassing(factor) ? match.operand(Arithmetic.NEG, factor) : Optional.empty();
    return negated.isPresent() ? negated : positiveLiteral(factor, match);
  }

  /** The absolute value of a negative floating literal. */
  private static Optional<Value> positiveLiteral(Value factor, Match match) {
    if (factor.isNamed() || !factor.type().isFloating()) {
      return Optional.empty();
    }
    return match
        .rewriter()
        .literal(factor)
        .filter(literal -> ((Number) literal).doubleValue() < 0)
        .flatMap(literal -> Evaluation.of(Arithmetic.NEG, List.of(literal)))
        .map(literal -> match.literal(factor.type(), literal));
  }

  private static Value rewritten(Elementary product, Value x, Value y, Match match) {
    Value result = Value.temporary(product.result().type());
    match
        .rewriter()
        .rewrite(new Elementary(result, product.operator(), List.of(x, y), product.at()));
    return match.rewriter().current(result);
  }
}
