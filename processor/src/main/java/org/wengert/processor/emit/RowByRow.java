package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Operation.NewArray;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Makes arrays of arrays by loops over their rows. All at once, unless it is a small number that is
 * known, HotSpot takes some 15 ns for a row, four times as long.
 */
final class RowByRow {
  /** HotSpot's own limit for the arrays that it makes without a call, the outermost included. */
  private static final int FEW = 6;

  private final Map<Value, Operation> lengths = new HashMap<>();

  private RowByRow() {}

  static Tape of(Tape tape) {
    return new Tape(tape.name(), tape.parameters(), new RowByRow().block(tape.body()));
  }

  private Block block(Block block) {
    BlockBuilder builder = new BlockBuilder();
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.Constant
          || operation instanceof Operation.Length
          || operation instanceof Operation.Elementary) {
        lengths.put(operation.results().get(0), operation);
      }
      builder.at(operation.at());
      add(operation, builder);
    }
    return builder.yield(block.yields());
  }

  private void add(Operation operation, BlockBuilder builder) {
    if (operation instanceof NewArray array && !areFew(array) && cannotFail(array)) {
      rows(array, builder);
    } else {
      builder.add(operation.withBlocks(this::block));
    }
  }

  private boolean areFew(NewArray array) {
    long level = 1;
    long all = 1;
    for (Value length : array.lengths().subList(0, array.lengths().size() - 1)) {
      Integer known = constant(length);
      if (known == null) {
        return false;
      }
      level *= known;
      all += level;
      if (all > FEW) {
        return false;
      }
    }
    return true;
  }

  /** Whether no row's length is negative, which must be found even where there is no row. */
  private boolean cannotFail(NewArray array) {
    Value rows = array.lengths().get(0);
    return array.lengths().stream()
        .skip(1)
        .allMatch(
            length -> {
              Integer known = constant(length);
              return length == rows
                  || lengths.get(length) instanceof Operation.Length
                  || isMaximum(length)
                  || (known != null && known >= 0);
            });
  }

  /** Of a number and a constant that is not negative. */
  private boolean isMaximum(Value length) {
    return lengths.get(length) instanceof Operation.Elementary elementary
        && elementary.operator().equals(MathCall.of(MathFunction.MAX))
        && elementary.inputs().stream()
            .map(this::constant)
            .anyMatch(known -> known != null && known >= 0);
  }

  private Integer constant(Value length) {
    return lengths.get(length) instanceof Operation.Constant constant
        ? (Integer) constant.value()
        : null;
  }

  private void rows(NewArray array, BlockBuilder builder) {
    Value length = array.lengths().get(0);
    List<Value> others = new ArrayList<>(array.lengths().subList(1, array.lengths().size()));
    builder.newArray(array.result(), length);
    Value index = Value.named(Type.INT, "i");
    BlockBuilder condition = new BlockBuilder().at(array.at());
    Value test = condition.compare(Arithmetic.LT, index, length);
    BlockBuilder body = new BlockBuilder().at(array.at());
    Value row = Value.temporary(array.result().type().element());
    add(new NewArray(row, others, array.at()), body);
    body.store(array.result(), index, row);
    Value next = body.plus(index, body.constant(1));
    builder.add(
        new Loop(
            List.of(Value.temporary(Type.INT)),
            List.of(builder.constant(0)),
            List.of(index),
            condition.yield(List.of(test)),
            body.yield(List.of(next)),
            array.at()));
  }
}
