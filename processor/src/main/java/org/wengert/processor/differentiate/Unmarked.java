package org.wengert.processor.differentiate;

import java.util.List;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;

/** Blocks in which no loop asks for checkpoints, for they are in loops themselves. */
final class Unmarked {
  private Unmarked() {}

  static Block of(Block block) {
    List<Operation> operations = block.operations().stream().map(Unmarked::of).toList();
    return new Block(operations, block.yields());
  }

  private static Operation of(Operation operation) {
    if (operation instanceof Operation.Branch branch) {
      return new Operation.Branch(
          branch.results(),
          branch.condition(),
          of(branch.whenTrue()),
          of(branch.whenFalse()),
          branch.at());
    }
    if (operation instanceof Operation.Loop loop) {
      return new Operation.Loop(
          loop.results(), loop.initial(), loop.carried(), loop.condition(), of(loop.body()), loop.at());
    }
    return operation;
  }
}
