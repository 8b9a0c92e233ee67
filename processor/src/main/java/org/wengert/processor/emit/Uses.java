package org.wengert.processor.emit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** How often each value of a block is read, and which operation defines it. */
final class Uses {
  private final Map<Value, Integer> counts = new HashMap<>();
  private final Map<Value, Operation> definitions = new HashMap<>();

  private Uses() {}

  static Uses of(Block block) {
    Uses uses = new Uses();
    uses.collect(block);
    return uses;
  }

  int count(Value value) {
    return counts.getOrDefault(value, 0);
  }

  /** The operation that this value is a result of; empty for parameters and carried values. */
  Optional<Operation> definition(Value value) {
    return Optional.ofNullable(definitions.get(value));
  }

  private void collect(Block block) {
    for (Operation operation : block.operations()) {
      operation.results().forEach(result -> definitions.put(result, operation));
      count(operation.operands());
      operation.blocks().forEach(this::collect);
    }
    count(block.yields());
  }

  private void count(List<Value> values) {
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
  }
}
