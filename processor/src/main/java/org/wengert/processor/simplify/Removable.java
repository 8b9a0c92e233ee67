package org.wengert.processor.simplify;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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

  /** What becomes of it leaves this one as it is. */
  Removable copy() {
    Removable copy = new Removable();
    copy.values.addAll(values);
    return copy;
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

  /** What holds of the operations in a block, holds of their copies. */
  void copy(Block block, UnaryOperator<Value> copies) {
    for (Operation operation : block.operations()) {
      for (Value result : operation.results()) {
        if (values.contains(result)) {
          values.add(copies.apply(result));
        }
      }
      for (Block inner : operation.blocks()) {
        copy(inner, copies);
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
