package org.wengert.processor.propagate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Traversal;
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
    return Traversal.shapedLike(
        array,
        type(array.type()),
        builder,
        (type, count, present) -> {
          List<Value> lengths = new ArrayList<>(List.of(count));
          length.ifPresent(lengths::add);
          return present.newArray(Value.temporary(type), lengths.toArray(Value[]::new));
        });
  }

  /** What makes something of a row. */
  interface Maker {
    Value make(Value row, BlockBuilder builder);
  }

  /** A companion for an array of arrays whose rows are made of its rows; null for null. */
  Value rows(Value array, BlockBuilder builder, Maker maker) {
    return Traversal.unlessNull(
        array,
        builder.zero(type(array.type())),
        builder,
        present -> {
          Value count = present.length(array);
          Value all = present.newArray(Value.temporary(type(array.type())), count);
          Traversal.forEachIndex(
              "i",
              count,
              present,
              (index, body) -> body.store(all, index, maker.make(body.load(array, index), body)));
          return all;
        });
  }
}
