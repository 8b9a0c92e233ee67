package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operation.Loop;

/**
 * The part of a block that control can reach by Java's rules: javac refuses statements after an
 * {@code if} both of whose arms throw.
 */
final class Reachable {
  private Reachable() {}

  /** The block cut off after the first operation that never completes; it then yields nothing. */
  static Block part(Block block) {
    List<Operation> operations = new ArrayList<>(block.operations().size());
    for (Operation operation : block.operations()) {
      Operation kept = part(operation);
      operations.add(kept);
      if (!completes(kept)) {
        return new Block(operations, List.of());
      }
    }
    return new Block(operations, block.yields());
  }

  /** Whether control can reach the end of a block that {@link #part} returned. */
  static boolean completes(Block part) {
    List<Operation> operations = part.operations();
    return operations.isEmpty() || completes(operations.get(operations.size() - 1));
  }

  /** Whether control can get past an operation of such a block. */
  static boolean completes(Operation operation) {
    if (operation instanceof Branch branch) {
      return completes(branch.whenTrue()) || completes(branch.whenFalse());
    }
    if (operation instanceof Loop loop) {
      return completes(loop.condition());
    }
    return !(operation instanceof Operation.Throw);
  }

  private static Operation part(Operation operation) {
    if (operation instanceof Loop loop) {
      Block condition = part(loop.condition());
      Block body = completes(condition) ? part(loop.body()) : new Block(List.of(), List.of());
      return new Loop(loop.results(), loop.initial(), loop.carried(), condition, body, loop.at());
    }
    return operation.withBlocks(Reachable::part);
  }
}
