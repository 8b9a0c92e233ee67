package org.wengert.processor.differentiate;

import java.util.Optional;
import org.wengert.processor.analyze.CountedLoop;
import org.wengert.processor.analyze.Iterations;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** The number of iterations of a loop, computed before it where that is possible. */
record TripCount(Iterations iterations) {
  private static final Iterations UNKNOWN = new Iterations(null, null, false);

  /** Appends the computation of the count, if there is one, to what precedes the loop. */
  static TripCount of(Operation.Loop loop, Structure structure, BlockBuilder builder) {
    Optional<CountedLoop> counted = CountedLoop.of(loop, structure);
    return new TripCount(
        counted
            .filter(known -> isSmall(known, structure) || !BufferLengths.mayThrow(loop.body()))
            .map(known -> count(known, structure, builder))
            .orElse(UNKNOWN));
  }

  /** Whether the loop has to carry a counter of its own. */
  boolean needsCounter() {
    return iterations.counter() == null;
  }

  /** With a carried counter and its final value, which is the count where none was known. */
  TripCount countedBy(Value counter, Value counted) {
    boolean known = iterations.atEntry();
    return new TripCount(new Iterations(counter, known ? iterations.count() : counted, known));
  }

  /** Whether the count is surely an int, even if the loop would never come to its end. */
  private static boolean isSmall(CountedLoop counted, Structure structure) {
    return counted.step() == 1
        && counted.constantStart(structure).orElse(-1) + counted.offset() >= 0;
  }

  private static Iterations count(CountedLoop counted, Structure structure, BlockBuilder builder) {
    Value bound = beforeLoop(counted.bound(), counted.loop(), structure, builder);
    Value index = counted.index();
    int first = counted.constantStart(structure).orElse(-1) + counted.offset();
    boolean fromZero = counted.step() == 1 && first == counted.offset();
    Value counter = fromZero ? index : null;
    if (fromZero && first == 0 && counted.comparison() == Arithmetic.LT) {
      Value count = atLeastZero(bound, structure, builder);
      return new Iterations(counter, count, true);
    }
    Value count =
        isSmall(counted, structure)
            ? ascending(counted, first, bound, builder)
            : distance(counted, bound, builder);
    return new Iterations(counter, count, true);
  }

  private static Value atLeastZero(Value bound, Structure structure, BlockBuilder builder) {
    return structure.definition(bound) instanceof Operation.Length
        ? bound
        : builder.elementary(MathCall.of(MathFunction.MAX), Type.INT, bound, builder.constant(0));
  }

  /**
   * {@code max(bound, first) - first}, where {@code int} is enough: the first value compared is not
   * negative, and a loop up to and including the largest int never ends.
   */
  private static Value ascending(
      CountedLoop counted, int first, Value bound, BlockBuilder builder) {
    Value end =
        counted.comparison() == Arithmetic.LE ? builder.plus(bound, builder.constant(1)) : bound;
    Value start = builder.constant(first);
    Value last = builder.elementary(MathCall.of(MathFunction.MAX), Type.INT, end, start);
    return builder.elementary(Value.named(Type.INT, "count"), Arithmetic.SUB, last, start);
  }

  /** In {@code long}, since the difference of two ints may not be an int. */
  private static Value distance(CountedLoop counted, Value bound, BlockBuilder builder) {
    boolean up = counted.step() > 0;
    Value start = builder.convert(counted.start(), Type.LONG);
    if (counted.offset() != 0) {
      start = builder.plus(start, builder.constant(Type.LONG, (long) counted.offset()));
    }
    Value end = builder.convert(bound, Type.LONG);
    Value from = up ? start : end;
    Value to = up ? end : start;
    Value distance = builder.minus(to, from);
    boolean inclusive =
        counted.comparison() == Arithmetic.LE || counted.comparison() == Arithmetic.GE;
    long stride = Math.abs((long) counted.step());
    long roundUp = inclusive ? stride : stride - 1;
    if (roundUp != 0) {
      distance = builder.plus(distance, builder.constant(Type.LONG, roundUp));
    }
    distance =
        builder.elementary(
            MathCall.of(MathFunction.MAX), Type.LONG, distance, builder.constant(Type.LONG, 0L));
    if (stride != 1) {
      distance = builder.over(distance, builder.constant(Type.LONG, stride));
    }
    return builder.elementary(
        Value.named(Type.INT, "count"), MathCall.of(MathFunction.TO_INT_EXACT), distance);
  }

  /** The bound as the first evaluation of the condition computes it. */
  private static Value beforeLoop(
      Value bound, Operation.Loop loop, Structure structure, BlockBuilder builder) {
    if (!structure.scope(bound).loops().contains(loop)) {
      return bound;
    }
    Substitution copy = Substitution.fresh();
    for (Operation operation : loop.condition().operations()) {
      builder.add(copy.apply(operation));
      if (operation.results().contains(bound)) {
        return copy.get(bound);
      }
    }
    throw new IllegalStateException("the bound is not computed in the condition");
  }
}
