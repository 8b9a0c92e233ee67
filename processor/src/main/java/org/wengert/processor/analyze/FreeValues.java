package org.wengert.processor.analyze;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** What is read and not defined in a place, in the order of its first use. */
public final class FreeValues {
  private final Set<Value> read = new LinkedHashSet<>();
  private final Set<Value> defined = new HashSet<>();

  private FreeValues() {}

  /** Those of a block, with what it yields. */
  public static Set<Value> of(Block block) {
    return of(block, List.of());
  }

  /** Those of a block in which some values are defined already. */
  public static Set<Value> of(Block block, List<Value> defined) {
    FreeValues values = new FreeValues();
    values.defined.addAll(defined);
    values.collect(block);
    values.read.removeAll(values.defined);
    return values.read;
  }

  private void collect(Block block) {
    for (Operation operation : block.operations()) {
      read.addAll(operation.operands());
      if (operation instanceof Operation.Loop loop) {
        defined.addAll(loop.carried());
      }
      operation.blocks().forEach(this::collect);
      defined.addAll(operation.results());
    }
    read.addAll(block.yields());
  }
}
