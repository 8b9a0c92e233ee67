package org.wengert.processor.read;

import java.util.List;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** How many scalars there are in what a derivative is taken by. */
final class NestedSizes {
  private NestedSizes() {}

  /** Of all these values. */
  static Value of(List<Value> values, BlockBuilder builder) {
    Value sum = builder.constant(0);
    for (Value value : values) {
      sum = plus(sum, value, builder);
    }
    return sum;
  }

  private static Value plus(Value sum, Value value, BlockBuilder builder) {
    if (!value.type().isArray()) {
      return builder.plus(sum, builder.constant(1));
    }
    Value length = builder.length(value);
    if (value.type().rank() == 1) {
      return builder.plus(sum, length);
    }
    Value index = Value.named(Type.INT, "i");
    Value carried = Value.named(Type.INT, "size");
    BlockBuilder condition = new BlockBuilder().at(builder.at());
    Value test = condition.compare(Arithmetic.LT, index, length);
    BlockBuilder body = new BlockBuilder().at(builder.at());
    Value next = plus(carried, body.load(value, index), body);
    Value result = Value.temporary(Type.INT);
    builder.add(
        new Operation.Loop(
            List.of(Value.temporary(Type.INT), result),
            List.of(builder.constant(0), sum),
            List.of(index, carried),
            condition.yield(List.of(test)),
            body.yield(List.of(body.plus(index, body.constant(1)), next)),
            builder.at()));
    return result;
  }
}
