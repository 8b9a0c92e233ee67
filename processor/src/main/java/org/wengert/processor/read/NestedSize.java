package org.wengert.processor.read;

import java.util.List;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Traversal;
import org.wengert.processor.tape.Value;

/** How many scalars a derivative is taken by. */
final class NestedSize {
  private NestedSize() {}

  /** How many scalars there are in these values; none in null. */
  static Value of(List<Value> values, BlockBuilder builder) {
    Value sum = builder.constant(0);
    for (Value value : values) {
      sum = plus(sum, value, builder);
    }
    return sum;
  }

  private static Value plus(Value sum, Value value, BlockBuilder builder) {
    return value.type().isArray()
        ? Traversal.unlessNull(value, sum, builder, present -> plusPresent(sum, value, present))
        : builder.plus(sum, builder.constant(1));
  }

  private static Value plusPresent(Value sum, Value array, BlockBuilder builder) {
    Value length = builder.length(array);
    return array.type().rank() == 1
        ? builder.plus(sum, length)
        : Traversal.count(
            "size",
            length,
            sum,
            builder,
            (index, carried, body) -> plus(carried, body.load(array, index), body));
  }
}
