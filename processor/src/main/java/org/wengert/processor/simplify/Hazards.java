package org.wengert.processor.simplify;

import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/**
 * Which operations do something besides defining their results: write memory, throw, or perhaps
 * never end.
 */
final class Hazards {
  private final Definitions definitions;
  private final Removable removable;
  private final CountedLoops counted;

  Hazards(Definitions definitions, Removable removable) {
    this.definitions = definitions;
    this.removable = removable;
    this.counted = new CountedLoops(definitions);
  }

  /** Whether the operation matters even where its results are not used; its blocks aside. */
  boolean isEffect(Operation operation) {
    if (operation instanceof Operation.Store
        || operation instanceof Operation.Call
        || operation instanceof Operation.Invoke
        || operation instanceof Operation.Throw) {
      return true;
    }
    return mayFail(operation) && !removable.contains(operation);
  }

  private boolean mayFail(Operation operation) {
    if (operation instanceof Operation.Elementary elementary) {
      return elementary.mayThrow() && !Divisions.isSafe(elementary, definitions::literal);
    }
    if (operation instanceof Operation.Length length) {
      return mayBeNull(length.array());
    }
    if (operation instanceof Operation.CloneArray clone) {
      return mayBeNull(clone.array());
    }
    if (operation instanceof Operation.NewArray creation) {
      return creation.lengths().stream()
          .anyMatch(length -> Range.of(length, definitions::operation).min() < 0);
    }
    if (operation instanceof Operation.Loop loop) {
      return !counted.isCounted(loop);
    }
    return operation instanceof Operation.Load;
  }

  private boolean mayBeNull(Value array) {
    Operation definition = definitions.operation(array).orElse(null);
    return !(definition instanceof Operation.NewArray
        || definition instanceof Operation.CloneArray
        || definition instanceof Operation.Acquire
        || definition instanceof Operation.Reserve);
  }
}
