package org.wengert.processor.differentiate;

import java.util.List;
import org.wengert.processor.analyze.DerivativeTypes;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * All directions that a forward sweep goes in at once, and the tangents found so far: of a scalar
 * one value for each direction, of an array one array in which those of an element follow each
 * other.
 */
final class Lanes {
  private final Lane arrays;
  private final List<Lane> scalars;
  private final DerivativeTypes types;
  private final StructuralZeros zeros;

  /**
   * @param arrays where the tangents of arrays go
   * @param scalars where those of scalars go, direction by direction
   */
  Lanes(Lane arrays, List<Lane> scalars, DerivativeTypes types, StructuralZeros zeros) {
    this.arrays = arrays;
    this.scalars = scalars;
    this.types = types;
    this.zeros = zeros;
  }

  /** Where the tangents of arrays are. */
  Lane arrays() {
    return arrays;
  }

  /** Where those of scalars are. */
  List<Lane> scalars() {
    return scalars;
  }

  /** The only direction there is. */
  Lane only() {
    return scalars.get(0);
  }

  int width() {
    return scalars.size();
  }

  /** Where the tangents of a value are. */
  List<Lane> of(Value primal) {
    return primal.type().isArray() ? List.of(arrays) : scalars;
  }

  /** Gives names to what has none yet. */
  Tape named(Tape tape) {
    Tape named = arrays.named(tape);
    for (Lane lane : scalars) {
      named = lane.named(named);
    }
    return named;
  }

  Value declare(Lane lane, Value primal) {
    Value tangent = Value.named(types.of(primal), lane.nameFor(primal));
    lane.put(primal, tangent);
    return tangent;
  }

  /** A tangent that a caller or an array holds, in the type that this one is computed in. */
  Value widened(Value tangent, Value primal, BlockBuilder builder) {
    Value wide = builder.convert(tangent, types.of(primal));
    zeros.mark(wide, zeros.origin(tangent));
    return wide;
  }

  /** The tangent as a caller or an array holds it. */
  Value roundedTangent(Lane lane, Value primal, BlockBuilder builder) {
    return builder.convert(tangentOrZero(lane, primal, builder), primal.type());
  }

  Value tangentOrZero(Lane lane, Value primal, BlockBuilder builder) {
    Value tangent = lane.tangent(primal);
    if (tangent != null) {
      return tangent;
    }
    if (primal.type().isArray()) {
      return Zeros.like(primal, scalars.size(), builder);
    }
    Value zero = builder.zero(types.of(primal));
    zeros.mark(zero, StructuralZeros.Origin.UNUSED);
    return zero;
  }

  /** Where the tangent array holds the tangent of the given element. */
  Value index(Value element, Value index, Lane lane, BlockBuilder builder) {
    if (element.type().isArray()) {
      return index;
    }
    Value first = inAllDirections(index, builder);
    int k = scalars.indexOf(lane);
    return k == 0 ? first : builder.plus(first, builder.constant(k));
  }

  /** The length of the tangent of an array of the given length. */
  Value length(Value array, Value length, BlockBuilder builder) {
    return array.type().rank() == 1 ? inAllDirections(length, builder) : length;
  }

  Value inAllDirections(Value count, BlockBuilder builder) {
    return scalars.size() == 1 ? count : builder.times(count, builder.constant(scalars.size()));
  }
}
