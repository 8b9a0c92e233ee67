package org.wengert.processor.differentiate;

import java.util.List;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Loops over whole arrays that a derivative needs beside the primal's own. */
final class Zeros {
  private Zeros() {}

  /** A new array of zeros with the shape of the given one, row by row; null for null. */
  static Value like(Value array, BlockBuilder builder) {
    return like(array, 1, builder);
  }

  /**
   * The same with several zeros for each scalar.
   *
   * @param each how many
   */
  static Value like(Value array, int each, BlockBuilder builder) {
    Value none = builder.zero(array.type());
    Value isNull = builder.compare(Arithmetic.EQ, array, none);
    BlockBuilder present = new BlockBuilder().at(builder.at());
    Value length = present.length(array);
    Value all =
        each > 1 && array.type().rank() == 1
            ? present.times(length, present.constant(each))
            : length;
    Value zeros = present.newArray(Value.temporary(array.type()), all);
    if (array.type().rank() > 1) {
      forEachIndex(
          length,
          present,
          (index, body) -> body.store(zeros, index, like(body.load(array, index), each, body)));
    }
    Value result = Value.temporary(array.type());
    builder.add(
        new Operation.Branch(
            List.of(result),
            isNull,
            new BlockBuilder().yield(List.of(none)),
            present.yield(List.of(zeros)),
            builder.at()));
    return result;
  }

  /** The same with an array of zeros for each scalar. */
  static Value wide(Value array, Value each, BlockBuilder builder) {
    Type type = array.type().arrayOf();
    Value none = builder.zero(type);
    Value isNull = builder.compare(Arithmetic.EQ, array, builder.zero(array.type()));
    BlockBuilder present = new BlockBuilder().at(builder.at());
    Value length = present.length(array);
    boolean hasScalars = array.type().rank() == 1;
    Value zeros =
        hasScalars
            ? present.newArray(Value.temporary(type), length, each)
            : present.newArray(Value.temporary(type), length);
    if (!hasScalars) {
      forEachIndex(
          length,
          present,
          (index, body) -> body.store(zeros, index, wide(body.load(array, index), each, body)));
    }
    Value result = Value.temporary(type);
    builder.add(
        new Operation.Branch(
            List.of(result),
            isNull,
            new BlockBuilder().yield(List.of(none)),
            present.yield(List.of(zeros)),
            builder.at()));
    return result;
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
    forEachIndex(
        length,
        builder,
        (index, body) -> {
          Value sum = body.plus(body.load(target, index), body.load(source, index));
          body.store(target, index, sum);
        });
  }

  interface Body {
    void build(Value index, BlockBuilder body);
  }

  static void forEachIndex(Value length, BlockBuilder builder, Body content) {
    forEachIndex("i", length, builder, content);
  }

  static void forEachIndex(String name, Value length, BlockBuilder builder, Body content) {
    Value index = Value.named(Type.INT, name);
    BlockBuilder condition = new BlockBuilder().at(builder.at());
    Value test = condition.compare(Arithmetic.LT, index, length);
    BlockBuilder body = new BlockBuilder().at(builder.at());
    content.build(index, body);
    Value next = body.plus(index, body.constant(1));
    builder.add(
        new Operation.Loop(
            List.of(Value.temporary(Type.INT)),
            List.of(builder.constant(0)),
            List.of(index),
            condition.yield(List.of(test)),
            body.yield(List.of(next)),
            builder.at()));
  }
}
