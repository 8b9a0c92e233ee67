package org.wengert.processor.simplify;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * The operations whose exceptions (of a loop: whose not ending) do not matter, known by the values
 * they define, which rewriting keeps.
 */
final class Removable {
  private final Set<Value> values = new HashSet<>();

  private Removable() {}

  static Removable in(Tape tape, Predicate<Operation> predicate) {
    Removable removable = new Removable();
    removable.add(tape.body(), predicate);
    return removable;
  }

  private void add(Block block, Predicate<Operation> predicate) {
    for (Operation operation : block.operations()) {
      if (predicate.test(operation)) {
        values.addAll(operation instanceof Loop loop ? loop.carried() : operation.results());
      }
      for (Block inner : operation.blocks()) {
        add(inner, predicate);
      }
    }
  }

  boolean contains(Operation operation) {
    return operation instanceof Loop loop
        ? loop.carried().stream().anyMatch(values::contains)
        : operation.results().stream().anyMatch(values::contains);
  }

  /** The first value now stands for both, so that its exception is the second's, too. */
  void unify(Value first, Value second) {
    if (!values.contains(second)) {
      values.remove(first);
    }
  }
}
