package org.wengert.processor.simplify;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Bounds of an integer, as far as the expression that defines it shows them. */
record Range(long min, long max) {
  private static final Range INT = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);
  private static final Range LONG = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

  /** How many operations deep expressions are looked at. */
  private static final int DEPTH = 6;

  /** The range of an {@code int} or {@code long} by the operations that define values. */
  static Range of(Value value, Function<Value, Optional<Operation>> definitions) {
    return new Bounds(definitions).of(value, DEPTH);
  }

  boolean isWithin(Range other) {
    return other.min <= min && max <= other.max;
  }

  boolean isInt() {
    return isWithin(INT);
  }

  private static Range ofType(Type type) {
    return type.equals(Type.INT) ? INT : LONG;
  }

  private record Bounds(Function<Value, Optional<Operation>> definitions) {
    Range of(Value value, int depth) {
      Operation definition = definitions.apply(value).orElse(null);
      Range all = ofType(value.type());
      if (definition instanceof Operation.Constant constant) {
        long number = ((Number) constant.value()).longValue();
        return new Range(number, number);
      }
      if (definition instanceof Operation.Length) {
        return new Range(0, INT.max);
      }
      if (!(definition instanceof Elementary elementary) || depth == 0) {
        return all;
      }
      try {
        Range range = of(elementary, depth - 1);
        // Where it may overflow, it may be anything.
        return range.isWithin(all) ? range : all;
      } catch (ArithmeticException overflow) {
        return all;
      }
    }

    private Range of(Elementary elementary, int depth) {
      List<Value> inputs = elementary.inputs();
      Range all = ofType(elementary.result().type());
      if (inputs.get(0).type().isFloating() || inputs.get(0).type().equals(Type.BOOLEAN)) {
        return all;
      }
      Range x = of(inputs.get(0), depth);
      if (elementary.operator() instanceof MathCall call) {
        return switch (call.function()) {
          case MAX -> x.max(of(inputs.get(1), depth));
          case MIN -> x.min(of(inputs.get(1), depth));
          case TO_INT_EXACT -> x.max(new Range(INT.min, INT.min)).min(new Range(INT.max, INT.max));
          default -> all;
        };
      }
      return switch ((Arithmetic) elementary.operator()) {
        case ADD -> x.plus(of(inputs.get(1), depth));
        case SUB -> x.minus(of(inputs.get(1), depth));
        case TO_INT, TO_LONG -> x;
        default -> all;
      };
    }
  }

  private Range plus(Range other) {
    return new Range(Math.addExact(min, other.min), Math.addExact(max, other.max));
  }

  private Range minus(Range other) {
    return new Range(Math.subtractExact(min, other.max), Math.subtractExact(max, other.min));
  }

  private Range max(Range other) {
    return new Range(Math.max(min, other.min), Math.max(max, other.max));
  }

  private Range min(Range other) {
    return new Range(Math.min(min, other.min), Math.min(max, other.max));
  }
}
