package org.wengert.processor.simplify;

import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Conversions to the type a value has already, or after one that lost nothing. */
final class Conversions implements Rule {
  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Elementary elementary)
        || !(elementary.operator() instanceof Arithmetic operator)
        || !operator.isConversion()) {
      return false;
    }
    Match match = new Match(elementary, rewriter);
    Value converted = match.first();
    if (converted.type().equals(elementary.result().type())) {
      return match.becomes(converted);
    }
    Optional<Value> source = source(converted, rewriter);
    return source.isPresent() && match.becomesOn(source.get());
  }

  /** What the value is an exact conversion of. */
  private static Optional<Value> source(Value value, Rewriter rewriter) {
    return rewriter
        .elementary(value)
        .filter(
            definition ->
                definition.operator() instanceof Arithmetic operator && operator.isConversion())
        .map(definition -> definition.inputs().get(0))
        .filter(source -> isExact(source.type(), value.type()));
  }

  private static boolean isExact(Type from, Type to) {
    return (from.equals(Type.INT) && (to.equals(Type.LONG) || to.equals(Type.DOUBLE)))
        || (from.equals(Type.FLOAT) && to.equals(Type.DOUBLE));
  }
}
