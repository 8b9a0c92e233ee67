package org.wengert.processor.simplify;

import java.util.List;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Arithmetic on {@code long} of which only an {@code int} is wanted is done on {@code int}: the low
 * bits of sums and products depend on low bits alone, and the larger of two values that fit is the
 * larger of them as ints. A conversion that would throw if the value did not fit is treated so
 * where it fits.
 */
final class Narrowing implements Rule {
  /** How many operations deep expressions are looked at. */
  private static final int DEPTH = 6;

  private final UseCounts uses;

  Narrowing(UseCounts uses) {
    this.uses = uses;
  }

  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Elementary elementary)) {
      return false;
    }
    Match match = new Match(elementary, rewriter);
    if (elementary.operator() != Arithmetic.TO_INT && !isExactAnyway(match)) {
      return false;
    }
    Value wide = match.first();
    if (!wide.type().equals(Type.LONG)
        || rewriter.literal(wide).isPresent()
        || !canNarrow(wide, match, DEPTH)) {
      return false;
    }
    return match.becomes(narrow(wide, match));
  }

  private static boolean isExactAnyway(Match match) {
    return match.operation().operator() instanceof MathCall call
        && call.function() == MathFunction.TO_INT_EXACT
        && Range.of(match.first(), match.rewriter()::definition).isInt();
  }

  private boolean canNarrow(Value wide, Match match, int depth) {
    if (match.rewriter().literal(wide).isPresent()) {
      return true;
    }
    Elementary definition = match.rewriter().elementary(wide).orElse(null);
    if (definition == null || depth == 0) {
      return false;
    }
    if (definition.operator() == Arithmetic.TO_LONG) {
      return definition.inputs().get(0).type().equals(Type.INT);
    }
    return uses.isPassing(wide)
        && (isModular(definition) || isExtremeOfInts(definition, match))
        && definition.inputs().stream().allMatch(input -> canNarrow(input, match, depth - 1));
  }

  private static boolean isModular(Elementary elementary) {
    return elementary.operator() instanceof Arithmetic operator
        && switch (operator) {
          case ADD, SUB, MUL, NEG -> true;
          default -> false;
        };
  }

  private static boolean isExtremeOfInts(Elementary elementary, Match match) {
    return elementary.operator() instanceof MathCall call
        && (call.function() == MathFunction.MAX || call.function() == MathFunction.MIN)
        && elementary.inputs().stream()
            .allMatch(input -> Range.of(input, match.rewriter()::definition).isInt());
  }

  private static Value narrow(Value wide, Match match) {
    Object literal = match.rewriter().literal(wide).orElse(null);
    if (literal != null) {
      return match.literal(Type.INT, ((Long) literal).intValue());
    }
    Elementary definition = match.rewriter().elementary(wide).orElseThrow();
    if (definition.operator() == Arithmetic.TO_LONG) {
      return definition.inputs().get(0);
    }
    List<Value> inputs = definition.inputs().stream().map(input -> narrow(input, match)).toList();
    Value result = Value.temporary(Type.INT);
    match
        .rewriter()
        .rewrite(new Elementary(result, definition.operator(), inputs, definition.at()));
    return match.rewriter().current(result);
  }
}
