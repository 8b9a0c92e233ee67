package org.wengert.processor.propagate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Companions for arrays of which no element depends on an input. */
final class Blank {
  private final Type scalar;
  private final Optional<Value> length;

  /**
   * @param scalar the type of the companion of a scalar, all of whose zeros say that there is none
   * @param length how long that is, where it is an array
   */
  Blank(Type scalar, Optional<Value> length) {
    this.scalar = scalar;
    this.length = length;
  }

  /** The type of the companion of a scalar or an array. */
  Type type(Type primal) {
    Type type = scalar;
    for (int i = 0; i < primal.rank(); i++) {
      type = type.arrayOf();
    }
    return type;
  }

  /**
   * Defines the companion of a new array.
   *
   * @param lengths those of the array, perhaps not in all of its dimensions
   */
  void make(Value companion, Type primal, List<Value> lengths, BlockBuilder builder) {
    List<Value> all = new ArrayList<>(lengths);
    if (lengths.size() == primal.rank()) {
      length.ifPresent(all::add);
    }
    builder.newArray(companion, all.toArray(Value[]::new));
  }

  /** A new companion in the shape of an array, row by row; null for null. */
  Value like(Value array, BlockBuilder builder) {
    if (array.type().rank() > 1) {
      return rows(array, builder, this::like);
    }
    return unlessNull(
        array,
        builder,
        present -> {
          Value blank = Value.temporary(type(array.type()));
          make(blank, array.type(), List.of(present.length(array)), present);
          return blank;
        });
  }

  /** What makes something of a row. */
  interface Maker {
    Value make(Value row, BlockBuilder builder);
  }

  /** A companion for an array of arrays whose rows are made of its rows; null for null. */
  Value rows(Value array, BlockBuilder builder, Maker maker) {
    return unlessNull(
        array,
        builder,
        present -> {
          Value count = present.length(array);
          Value all = present.newArray(Value.temporary(type(array.type())), count);
          forEachIndex(
              count,
              present,
              (index, body) -> body.store(all, index, maker.make(body.load(array, index), body)));
          return all;
        });
  }

  private Value unlessNull(Value array, BlockBuilder builder, Function<BlockBuilder, Value> make) {
    Value none = builder.zero(type(array.type()));
    Value isNull = builder.compare(Arithmetic.EQ, array, builder.zero(array.type()));
    BlockBuilder present = new BlockBuilder().at(builder.at());
    Value made = make.apply(present);
    Value result = Value.temporary(type(array.type()));
    Block absent = new BlockBuilder().yield(List.of(none));
    builder.add(
        new Operation.Branch(
            List.of(result), isNull, absent, present.yield(List.of(made)), builder.at()));
    return result;
  }

  private interface Body {
    void build(Value index, BlockBuilder body);
  }

  /** A loop over the indices below the length. */
  private static void forEachIndex(Value length, BlockBuilder builder, Body content) {
    Value index = Value.named(Type.INT, "i");
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
