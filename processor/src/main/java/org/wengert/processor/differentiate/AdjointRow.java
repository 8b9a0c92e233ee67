package org.wengert.processor.differentiate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** A reverse sweep whose adjoints of parameters go into one array, side by side. */
final class AdjointRow {
  private final Value row;
  private final Map<Value, Value> starts;
  private final ReverseSweep reverse;
  private final Adjoints adjoints = Adjoints.empty();

  /** The parameters by their adjoint arrays. */
  private final Map<Value, Value> parameters = new HashMap<>();

  /**
   * @param starts where in the row each parameter begins, except for the one at its start
   * @param shadows the adjoint arrays that the row stands for, by parameter
   */
  AdjointRow(Value row, Map<Value, Value> starts, Map<Value, Value> shadows, ReverseSweep reverse) {
    this.row = row;
    this.starts = starts;
    this.reverse = reverse;
    shadows.forEach((parameter, shadow) -> parameters.put(shadow, parameter));
  }

  void seed(Value result, BlockBuilder builder) {
    Value one = builder.number(result.type(), 1);
    reverse.accumulate(result, one, adjoints, builder);
  }

  /** Goes back over one operation at the top of the tape. */
  void sweep(Operation operation, BlockBuilder builder) {
    BlockBuilder back = new BlockBuilder();
    reverse.sweep(new Block(List.of(operation), List.of()), adjoints, back);
    back.operations().forEach(each -> redirect(each, builder));
  }

  /** What has been found out about a scalar parameter goes into the row. */
  void put(Value scalar, BlockBuilder builder) {
    Value adjoint = adjoints.get(scalar);
    if (adjoint != null) {
      Value rounded = builder.convert(adjoint, scalar.type());
      Value index = starts.containsKey(scalar) ? starts.get(scalar) : builder.constant(0);
      builder.store(row, index, builder.convert(rounded, row.type().element()));
    }
  }

  private Block redirect(Block block) {
    BlockBuilder builder = new BlockBuilder();
    block.operations().forEach(operation -> redirect(operation, builder));
    return builder.yield(block.yields());
  }

  private void redirect(Operation operation, BlockBuilder builder) {
    builder.at(operation.at());
    if (operation instanceof Operation.Load load && parameters.containsKey(load.array())) {
      builder.load(load.result(), row, index(load.array(), load.index(), builder));
    } else if (operation instanceof Operation.Store store
        && parameters.containsKey(store.array())) {
      builder.store(row, index(store.array(), store.index(), builder), store.value());
    } else {
      builder.add(operation.withBlocks(this::redirect));
    }
  }

  private Value index(Value shadow, Value index, BlockBuilder builder) {
    Value start = starts.get(parameters.get(shadow));
    return start == null ? index : builder.plus(start, index);
  }
}
