package org.wengert.processor.analyze;

import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** Arrays that are filled anew before anything is read from them. */
final class Scratch {
  private final Structure structure;

  Scratch(Structure structure) {
    this.structure = structure;
  }

  /** Whether every block of an operation fills the array first, and so does what comes after. */
  boolean isFilledBeforeRead(Value array, Operation operation, List<Operation> after) {
    return operation.blocks().stream().noneMatch(block -> reads(block.operations(), array))
        && !reads(after, array);
  }

  /** Whether these operations read what was in the array before them. */
  private boolean reads(List<Operation> operations, Value array) {
    for (Operation operation : operations) {
      if (operation instanceof Operation.Loop loop && fills(loop, array)) {
        return false;
      }
      if (readsDirectly(operation, array)) {
        return true;
      }
      for (Block inner : operation.blocks()) {
        if (reads(inner.operations(), array) || inner.yields().contains(array)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean readsDirectly(Operation operation, Value array) {
    if (operation instanceof Operation.Store store) {
      return store.value() == array;
    }
    return operation.operands().contains(array) && !(operation instanceof Operation.Length);
  }

  /** Whether a loop writes to all elements in order, reading none before it has written it. */
  private boolean fills(Operation.Loop loop, Value array) {
    Optional<CountedLoop> counted = CountedLoop.of(loop, structure);
    if (counted.isEmpty()
        || counted.get().step() != 1
        || counted.get().offset() != 0
        || counted.get().comparison() != Arithmetic.LT
        || counted.get().constantStart(structure).orElse(-1) != 0
        || !isLength(counted.get().bound(), array)) {
      return false;
    }
    Value index = counted.get().index();
    boolean written = false;
    for (Operation operation : loop.body().operations()) {
      if (operation instanceof Operation.Store store
          && store.array() == array
          && store.index() == index) {
        written = true;
      } else if (written ? readsElsewhere(operation, array, index) : mentions(operation, array)) {
        return false;
      }
    }
    return written && !loop.body().yields().contains(array);
  }

  private boolean isLength(Value bound, Value array) {
    Value length =
        structure.definition(bound) instanceof Operation.Length its && its.array() == array
            ? null
            : lengthOf(array);
    return length == null || length == bound || isSameConstant(length, bound);
  }

  private Value lengthOf(Value array) {
    return ((Operation.NewArray) structure.definition(array)).lengths().get(0);
  }

  private boolean isSameConstant(Value a, Value b) {
    return structure.definition(a) instanceof Operation.Constant one
        && structure.definition(b) instanceof Operation.Constant other
        && one.value().equals(other.value());
  }

  private static boolean mentions(Operation operation, Value array) {
    if (operation.operands().contains(array) && !(operation instanceof Operation.Length)) {
      return true;
    }
    return operation.blocks().stream()
        .anyMatch(
            block ->
                block.yields().contains(array)
                    || block.operations().stream().anyMatch(inner -> mentions(inner, array)));
  }

  /** Reads of the element that has been written are none of another one. */
  private static boolean readsElsewhere(Operation operation, Value array, Value index) {
    if (operation instanceof Operation.Load load && load.array() == array) {
      return load.index() != index;
    }
    if (readsDirectly(operation, array)) {
      return true;
    }
    return operation.blocks().stream()
        .anyMatch(
            block ->
                block.yields().contains(array)
                    || block.operations().stream()
                        .anyMatch(inner -> readsElsewhere(inner, array, index)));
  }
}
