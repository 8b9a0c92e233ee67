package org.wengert.processor.differentiate;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;

/** Blocks without reads of static fields whose values are known already. */
final class WithoutStatics {
  private final Predicate<Operation.ReadStatic> removed;

  private WithoutStatics(Predicate<Operation.ReadStatic> removed) {
    this.removed = removed;
  }

  /**
   * @param removed which reads are left out
   */
  static Block of(Block block, Predicate<Operation.ReadStatic> removed) {
    return new WithoutStatics(removed).without(block);
  }

  private Block without(Block block) {
    List<Operation> operations = block.operations().stream().flatMap(this::without).toList();
    return new Block(operations, block.yields());
  }

  private Stream<Operation> without(Operation operation) {
    if (operation instanceof Operation.ReadStatic read && removed.test(read)) {
      return Stream.of();
    }
    return Stream.of(operation.withBlocks(this::without));
  }
}
