package org.wengert.processor.differentiate;

import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Traversal;
import org.wengert.processor.tape.Value;

/** Zeros in the shape of arrays, and sums of arrays. */
final class Zeros {
  private Zeros() {}

  /** A new array of zeros with the shape of the given one, row by row; null for null. */
  static Value like(Value array, BlockBuilder builder) {
    return Traversal.zerosLike(array, builder);
  }

  /**
   * The same with several zeros for each scalar.
   *
   * @param each how many
   */
  static Value like(Value array, int each, BlockBuilder builder) {
    return Traversal.shapedLike(
        array,
        array.type(),
        builder,
        (type, length, present) ->
            present.newArray(
                Value.temporary(type),
                each > 1 ? present.times(length, present.constant(each)) : length));
  }

  /** The same with an array of zeros for each scalar. */
  static Value wide(Value array, Value each, BlockBuilder builder) {
    return Traversal.shapedLike(
        array,
        array.type().arrayOf(),
        builder,
        (type, length, present) -> present.newArray(Value.temporary(type), length, each));
  }

  /** {@code target[i] += source[i]} for every element of {@code source}, of rank one. */
  static void accumulate(Value target, Value source, BlockBuilder builder) {
    accumulate(target, source, builder.length(source), builder);
  }

  /** The same for every element of {@code target}, which may be the shorter one. */
  static void accumulatePrefix(Value target, Value source, BlockBuilder builder) {
    accumulate(target, source, builder.length(target), builder);
  }

  private static void accumulate(Value target, Value source, Value length, BlockBuilder builder) {
    Traversal.forEachIndex(
        "i",
        length,
        builder,
        (index, body) -> {
          Value sum = body.plus(body.load(target, index), body.load(source, index));
          body.store(target, index, sum);
        });
  }
}
