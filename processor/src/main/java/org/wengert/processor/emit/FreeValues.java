package org.wengert.processor.emit;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Acquire;
import org.wengert.processor.tape.Operation.Invoke;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Operation.Reserve;
import org.wengert.processor.tape.Value;

/** The values that operations read and do not define themselves, in order of their first use. */
final class FreeValues {
  private final Set<Value> read = new LinkedHashSet<>();
  private final Set<Value> defined = new HashSet<>();

  private FreeValues() {}

  /** Includes {@link Split#STORAGE} where the tape storage is used. */
  static Set<Value> of(List<Operation> operations) {
    FreeValues values = new FreeValues();
    values.collect(operations);
    values.read.removeAll(values.defined);
    return values.read;
  }

  private void collect(List<Operation> operations) {
    for (Operation operation : operations) {
      read.addAll(operation.operands());
      if (operation instanceof Acquire
          || operation instanceof Reserve
          || (operation instanceof Invoke invoke && invoke.usesStorage())) {
        read.add(Split.STORAGE);
      }
      if (operation instanceof Loop loop) {
        defined.addAll(loop.carried());
      }
      for (Block block : operation.blocks()) {
        collect(block.operations());
        read.addAll(block.yields());
      }
      defined.addAll(operation.results());
    }
  }
}
