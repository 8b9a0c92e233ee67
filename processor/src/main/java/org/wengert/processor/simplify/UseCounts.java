package org.wengert.processor.simplify;

import java.util.HashMap;
import java.util.Map;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** How often every value of a tape is read. */
final class UseCounts {
  private final Map<Value, Integer> counts = new HashMap<>();

  private UseCounts() {}

  static UseCounts of(Tape tape) {
    UseCounts counts = new UseCounts();
    counts.add(tape.body());
    return counts;
  }

  private void add(Block block) {
    for (Operation operation : block.operations()) {
      operation.operands().forEach(this::add);
      for (Block inner : operation.blocks()) {
        add(inner);
      }
    }
    block.yields().forEach(this::add);
  }

  private void add(Value value) {
    counts.merge(value, 1, Integer::sum);
  }

  /** Whether the value is an intermediate result of one expression: nameless and read once. */
  boolean isPassing(Value value) {
    return !value.isNamed() && counts.getOrDefault(value, 0) <= 1;
  }
}
