package org.wengert.processor.simplify;

import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;

/** The larger or smaller of two integers of which one is known to be. */
final class Extremes implements Rule {
  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Operation.Elementary elementary)
        || !(elementary.operator() instanceof MathCall call)
        || elementary.result().type().isFloating()
        || (call.function() != MathFunction.MAX && call.function() != MathFunction.MIN)) {
      return false;
    }
    Match match = new Match(elementary, rewriter);
    Range x = Range.of(match.first(), rewriter::definition);
    Range y = Range.of(match.second(), rewriter::definition);
    boolean max = call.function() == MathFunction.MAX;
    if (max ? x.min() >= y.max() : x.max() <= y.min()) {
      return match.becomes(match.first());
    }
    return (max ? y.min() >= x.max() : y.max() <= x.min()) && match.becomes(match.second());
  }
}
