package org.wengert.processor.simplify;

import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Integers plus or minus constants, several times: the constants are added up. */
final class Offsets implements Rule {
  /** A value and what is added to it; sums of integers are the same in any order. */
  private record Offset(Value base, long constant) {}

  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Elementary elementary)) {
      return false;
    }
    Offset outer = offset(elementary, rewriter).orElse(null);
    if (outer == null || outer.base().isNamed()) {
      return false;
    }
    Offset inner =
        rewriter.elementary(outer.base()).flatMap(sum -> offset(sum, rewriter)).orElse(null);
    if (inner == null) {
      return false;
    }
    Match match = new Match(elementary, rewriter);
    Type type = elementary.result().type();
    long total = wrap(type, inner.constant() + outer.constant());
    if (total == 0) {
      return match.becomes(inner.base());
    }
    // The least integer is its own negative, so that either operator would do.
    return total < 0
        ? match.becomes(Arithmetic.SUB, inner.base(), integer(match, type, wrap(type, -total)))
        : match.becomes(Arithmetic.ADD, inner.base(), integer(match, type, total));
  }

  private static Optional<Offset> offset(Elementary sum, Rewriter rewriter) {
    if ((sum.operator() != Arithmetic.ADD && sum.operator() != Arithmetic.SUB)
        || sum.result().type().isFloating()) {
      return Optional.empty();
    }
    Value x = sum.inputs().get(0);
    Value y = sum.inputs().get(1);
    Optional<Offset> right =
        rewriter
            .literal(y)
            .map(literal -> ((Number) literal).longValue())
            .map(
                constant -> new Offset(x, sum.operator() == Arithmetic.ADD ? constant : -constant));
    return right.isPresent() || sum.operator() == Arithmetic.SUB
        ? right
        : rewriter.literal(x).map(literal -> new Offset(y, ((Number) literal).longValue()));
  }

  private static long wrap(Type type, long sum) {
    return type.equals(Type.INT) ? (int) sum : sum;
  }

  private static Value integer(Match match, Type type, long value) {
    return match.literal(type, type.equals(Type.INT) ? (Object) (int) value : (Object) value);
  }
}
