package org.wengert.processor.read;

import java.util.List;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** The sizes and shapes of what a derivative is taken by. */
final class NestedShapes {
  private NestedShapes() {}

  private interface Present {
    Value of(BlockBuilder builder);
  }

  /** One value for null, another one for everything else. */
  private static Value unlessNull(
      Value array, Value whenNull, Present otherwise, BlockBuilder builder) {
    BlockBuilder present = new BlockBuilder().at(builder.at());
    Block known = present.yield(List.of(otherwise.of(present)));
    Value result = Value.temporary(whenNull.type());
    builder.add(
        new Operation.Branch(
            List.of(result),
            builder.compare(Arithmetic.EQ, array, builder.zero(array.type())),
            new BlockBuilder().yield(List.of(whenNull)),
            known,
            builder.at()));
    return result;
  }

  /** How many scalars there are in these values; none in null. */
  static Value size(List<Value> values, BlockBuilder builder) {
    Value sum = builder.constant(0);
    for (Value value : values) {
      sum = plus(sum, value, builder);
    }
    return sum;
  }

  private static Value plus(Value sum, Value value, BlockBuilder builder) {
    return value.type().isArray()
        ? unlessNull(value, sum, present -> plusPresent(sum, value, present), builder)
        : builder.plus(sum, builder.constant(1));
  }

  private static Value plusPresent(Value sum, Value array, BlockBuilder builder) {
    Value length = builder.length(array);
    if (array.type().rank() == 1) {
      return builder.plus(sum, length);
    }
    Value carried = Value.named(Type.INT, "size");
    return loop(
        length,
        sum,
        carried,
        (index, body) -> plus(carried, body.load(array, index), body),
        builder);
  }

  /** New zeros in the shape of an array, in each place an array of its own; null for null. */
  static Value zeros(Value array, BlockBuilder builder) {
    return unlessNull(
        array, builder.zero(array.type()), present -> zerosPresent(array, present), builder);
  }

  private static Value zerosPresent(Value array, BlockBuilder builder) {
    Value length = builder.length(array);
    Value zeros = builder.newArray(Value.temporary(array.type()), length);
    if (array.type().rank() > 1) {
      Value carried = Value.temporary(Type.INT);
      loop(
          length,
          builder.constant(0),
          carried,
          (index, body) -> {
            body.store(zeros, index, zeros(body.load(array, index), body));
            return carried;
          },
          builder);
    }
    return zeros;
  }

  private interface Step {
    Value next(Value index, BlockBuilder body);
  }

  /** A loop that carries a number; the number at its end. */
  private static Value loop(
      Value length, Value start, Value carried, Step step, BlockBuilder builder) {
    Value index = Value.named(Type.INT, "i");
    BlockBuilder condition = new BlockBuilder().at(builder.at());
    Value test = condition.compare(Arithmetic.LT, index, length);
    BlockBuilder body = new BlockBuilder().at(builder.at());
    Value next = step.next(index, body);
    Value result = Value.temporary(Type.INT);
    builder.add(
        new Operation.Loop(
            List.of(Value.temporary(Type.INT), result),
            List.of(builder.constant(0), start),
            List.of(index, carried),
            condition.yield(List.of(test)),
            body.yield(List.of(body.plus(index, body.constant(1)), next)),
            builder.at()));
    return result;
  }
}
