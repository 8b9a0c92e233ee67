package org.wengert.processor.tape;

import java.util.List;

/**
 * Operations in order, and the values that the region they form hands out.
 *
 * @param operations what is evaluated, in order; a {@link Operation.Throw} can only be the last
 * @param yields the region's results; empty where the block ends in a throw
 */
public record Block(List<Operation> operations, List<Value> yields) {
  public Block {
    operations = List.copyOf(operations);
    yields = List.copyOf(yields);
  }

  /** Whether control can reach the end; false only where the last operation always throws. */
  public boolean completes() {
    return operations.isEmpty()
        || !(operations.get(operations.size() - 1) instanceof Operation.Throw);
  }
}
