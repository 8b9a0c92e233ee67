package org.wengert.processor.emit;

import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operation.Constant;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Operation.Throw;

/**
 * About how many bytes of bytecode operations compile to; rather too many than too few. Locals count
 * 3 bytes, between those with a small number and those with a large one.
 */
final class BytecodeSize {
  private static final int LOCAL = 3;
  private static final int INVOKE = 3;
  private static final int JUMP = 3;

  private BytecodeSize() {}

  static int of(Block block) {
    int size = LOCAL * block.yields().size();
    for (Operation operation : block.operations()) {
      size += of(operation);
    }
    return size;
  }

  static int of(Operation operation) {
    int locals = LOCAL * (operation.operands().size() + operation.results().size());
    if (operation instanceof Constant) {
      return 0;
    }
    if (operation instanceof Elementary elementary) {
      return locals + own(elementary);
    }
    if (operation instanceof Branch branch) {
      int moves = 4 * LOCAL * branch.results().size();
      return locals + 2 * JUMP + moves + of(branch.whenTrue()) + of(branch.whenFalse());
    }
    if (operation instanceof Loop loop) {
      int moves = 5 * LOCAL * loop.carried().size();
      return locals + 3 * JUMP + moves + of(loop.condition()) + of(loop.body());
    }
    if (operation instanceof Throw) {
      return locals + 4 * INVOKE;
    }
    return locals + 2 * INVOKE;
  }

  private static int own(Elementary elementary) {
    if (!(elementary.operator() instanceof Arithmetic operator)) {
      return INVOKE;
    }
    boolean jumps =
        operator.isComparison() || operator == Arithmetic.NOT || operator == Arithmetic.SELECT;
    return jumps ? 2 * JUMP + 3 : 1;
  }
}
