package org.wengert.processor.simplify;

import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** Bounds of an {@code int} value, as far as its definition shows them. */
record Range(long min, long max) {
  private static final Range INT = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);

  static Range of(Value value, Definitions definitions) {
    Range known = simple(value, definitions);
    if (!(definitions.operation(value).orElse(null) instanceof Operation.Elementary elementary)) {
      return known;
    }
    List<Value> inputs = elementary.inputs();
    Range result =
        elementary.operator() == Arithmetic.ADD
            ? simple(inputs.get(0), definitions).plus(simple(inputs.get(1), definitions))
            : elementary.operator() == Arithmetic.SUB
                ? simple(inputs.get(0), definitions).minus(simple(inputs.get(1), definitions))
                : INT;
    // Where it may overflow, it may be anything.
    return result.min < INT.min || result.max > INT.max ? INT : result;
  }

  private static Range simple(Value value, Definitions definitions) {
    Optional<Object> literal = definitions.literal(value);
    if (literal.isPresent() && literal.get() instanceof Integer number) {
      return new Range(number, number);
    }
    return definitions.operation(value).orElse(null) instanceof Operation.Length
        ? new Range(0, INT.max)
        : INT;
  }

  private Range plus(Range other) {
    return new Range(min + other.min, max + other.max);
  }

  private Range minus(Range other) {
    return new Range(min - other.max, max - other.min);
  }
}
