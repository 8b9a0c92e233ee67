package org.wengert.processor.simplify;

import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Bitwise operators and shifts with constants, and conjunctions and the like of booleans. */
final class Bits implements Rule {
  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Operation.Elementary elementary)
        || !(elementary.operator() instanceof Arithmetic operator)) {
      return false;
    }
    Match match = new Match(elementary, rewriter);
    return switch (operator) {
      case AND, OR, XOR -> combination(match);
      case COMPLEMENT -> match.operand(operator, match.first()).filter(match::becomes).isPresent();
      case SHL, SHR, USHR -> shift(match);
      default -> false;
    };
  }

  private static boolean combination(Match match) {
    Value x = match.first();
    Value y = match.second();
    if (x == y) {
      return match.has(Arithmetic.XOR)
          ? match.becomesLiteral(all(x.type(), false))
          : match.becomes(x);
    }
    return masked(match, x, y) || masked(match, y, x);
  }

  private static boolean masked(Match match, Value mask, Value x) {
    Type type = mask.type();
    boolean none = match.isLiteral(mask, all(type, false));
    if (!none && !match.isLiteral(mask, all(type, true))) {
      return false;
    }
    if (match.has(Arithmetic.XOR)) {
      Arithmetic complement = type.equals(Type.BOOLEAN) ? Arithmetic.NOT : Arithmetic.COMPLEMENT;
      return none ? match.becomes(x) : match.becomes(complement, x);
    }
    return match.becomes(none == match.has(Arithmetic.AND) ? mask : x);
  }

  /** The literal of a type with all bits set, or none. */
  private static Object all(Type type, boolean set) {
    return type.equals(Type.BOOLEAN) ? (Object) set : Literals.of(type, set ? -1 : 0);
  }

  private static boolean shift(Match match) {
    int mask = match.first().type().equals(Type.LONG) ? Long.SIZE - 1 : Integer.SIZE - 1;
    Optional<Object> distance = match.rewriter().literal(match.second());
    return distance.isPresent()
        && (((Number) distance.get()).longValue() & mask) == 0
        && match.becomes(match.first());
  }
}
