package org.wengert.processor.simplify;

import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/**
 * Sums, products and signs, as far as they hold for every operand, signed zeros, infinities and NaN
 * included: {@code x * 1}, {@code x - 0.0} and {@code x + -0.0} are x, but {@code x + 0.0} is not
 * where x is -0.0, nor is {@code x * 0.0} always zero.
 */
final class Algebra implements Rule {
  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Operation.Elementary elementary)
        || !(elementary.operator() instanceof Arithmetic operator)) {
      return false;
    }
    Match match = new Match(elementary, rewriter);
    return switch (operator) {
      case ADD -> sum(match);
      case SUB -> difference(match);
      case MUL -> product(match);
      case DIV -> quotient(match);
      case REM -> remainder(match);
      case NEG -> match.operand(operator, match.first()).filter(match::becomes).isPresent();
      default -> false;
    };
  }

  private static boolean sum(Match match) {
    return sum(match, match.first(), match.second()) || sum(match, match.second(), match.first());
  }

  private static boolean sum(Match match, Value x, Value y) {
    if (match.isLiteral(y, Literals.additiveIdentity(y.type()))) {
      return match.becomes(x);
    }
    Optional<Value> negated = match.unnamed(Arithmetic.NEG, y);
    return negated.isPresent() && match.becomes(Arithmetic.SUB, x, negated.get());
  }

  private static boolean difference(Match match) {
    Value x = match.first();
    Value y = match.second();
    if (match.is(y, 0)) {
      return match.becomes(x);
    }
    if (match.isLiteral(x, Literals.additiveIdentity(x.type()))) {
      return match.becomes(Arithmetic.NEG, y);
    }
    if (x == y && !match.isFloating()) {
      return match.becomesZero();
    }
    Optional<Value> negated = match.unnamed(Arithmetic.NEG, y);
    return negated.isPresent() && match.becomes(Arithmetic.ADD, x, negated.get());
  }

  private static boolean product(Match match) {
    return product(match, match.first(), match.second())
        || product(match, match.second(), match.first())
        || signsCancel(match);
  }

  private static boolean product(Match match, Value factor, Value x) {
    if (match.is(factor, 1)) {
      return match.becomes(x);
    }
    if (match.is(factor, -1)) {
      return match.becomes(Arithmetic.NEG, x);
    }
    return !match.isFloating() && match.is(factor, 0) && match.becomesZero();
  }

  private static boolean quotient(Match match) {
    if (match.is(match.second(), 1)) {
      return match.becomes(match.first());
    }
    if (match.is(match.second(), -1)) {
      return match.becomes(Arithmetic.NEG, match.first());
    }
    return match.isFloating() && signsCancel(match);
  }

  /** A product or quotient of negated operands. */
  private static boolean signsCancel(Match match) {
    Optional<Value> x = match.unnamed(Arithmetic.NEG, match.first());
    Optional<Value> y = match.unnamed(Arithmetic.NEG, match.second());
    return x.isPresent() && y.isPresent() && match.becomesOn(x.get(), y.get());
  }

  private static boolean remainder(Match match) {
    return !match.isFloating()
        && (match.is(match.second(), 1) || match.is(match.second(), -1))
        && match.becomesZero();
  }
}
