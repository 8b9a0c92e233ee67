package org.wengert.processor.simplify;

import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** What the documentation of {@code Math} promises for every operand, NaN included. */
final class Functions implements Rule {
  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Operation.Elementary elementary)
        || !(elementary.operator() instanceof MathCall call)) {
      return false;
    }
    Match match = new Match(elementary, rewriter);
    return switch (call.function()) {
      case MAX, MIN -> match.first() == match.second() && match.becomes(match.first());
      case ABS -> absolute(match, call);
      case POW -> power(match);
      default -> false;
    };
  }

  private static boolean absolute(Match match, MathCall call) {
    if (match.operand(call, match.first()).isPresent()) {
      return match.becomes(match.first());
    }
    Optional<Value> negated = match.unnamed(Arithmetic.NEG, match.first());
    return negated.isPresent() && match.becomesOn(negated.get());
  }

  private static boolean power(Match match) {
    Value exponent = match.second();
    if (match.is(exponent, 1)) {
      return match.becomes(match.first());
    }
    boolean zero = match.is(exponent, 0) || match.isLiteral(exponent, -0d);
    return zero && match.becomesLiteral(1d);
  }
}
