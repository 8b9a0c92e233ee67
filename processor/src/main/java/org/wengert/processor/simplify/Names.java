package org.wengert.processor.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** Hands the names of replaced values on to unnamed values that took their place. */
final class Names {
  private final Map<Value, String> inherited = new HashMap<>();

  /** Remembers the name of a replaced value for its successor, if that needs one. */
  void inherit(Value successor, Value replaced) {
    String name = replaced.isNamed() ? replaced.name() : inherited.get(replaced);
    if (name != null && !successor.isNamed()) {
      inherited.putIfAbsent(successor, name);
    }
  }

  /** The tape with named values in place of those that inherited a name. */
  Tape applyTo(Tape tape) {
    if (inherited.isEmpty()) {
      return tape;
    }
    Map<Value, Value> named = new HashMap<>();
    inherited.forEach((value, name) -> named.put(value, Value.named(value.type(), name)));
    return new Tape(tape.name(), tape.parameters(), renamed(tape.body(), named));
  }

  private static Block renamed(Block block, Map<Value, Value> named) {
    List<Operation> operations = new ArrayList<>();
    for (Operation operation : block.operations()) {
      operations.add(
          Substitution.values(operation, value -> to(value, named))
              .withBlocks(inner -> renamed(inner, named)));
    }
    return new Block(operations, Substitution.values(block.yields(), value -> to(value, named)));
  }

  private static Value to(Value value, Map<Value, Value> named) {
    return named.getOrDefault(value, value);
  }
}
