package org.wengert.processor.emit;

import java.util.List;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operation.Constant;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Operation.Throw;
import org.wengert.processor.tape.Value;

/**
 * About how many bytes of bytecode operations compile to. Locals count 3 bytes, between those with
 * a small number and those with a large one.
 */
final class BytecodeSize {
  /** A load from or a store to an array with a constant index. */
  static final int OF_TRANSFER = 9;

  private static final int LOCAL = 3;
  private static final int INVOKE = 3;
  private static final int JUMP = 3;

  private final Inlining inlining;

  /**
   * @param inlining says which values need no local
   */
  BytecodeSize(Inlining inlining) {
    this.inlining = inlining;
  }

  int of(Block block) {
    int size = locals(block.yields());
    for (Operation operation : block.operations()) {
      size += of(operation);
    }
    return size;
  }

  int of(List<Operation> operations) {
    return operations.stream().mapToInt(this::of).sum();
  }

  int of(Operation operation) {
    if (operation instanceof Constant) {
      return 0;
    }
    int size = locals(operation.operands()) + locals(operation.results()) + own(operation);
    for (Block block : operation.blocks()) {
      size += of(block);
    }
    return size;
  }

  private int locals(List<Value> values) {
    int size = 0;
    for (Value value : values) {
      boolean onStack =
          inlining.isInline(value) && !(inlining.definition(value) instanceof Constant);
      size += onStack ? 0 : LOCAL;
    }
    return size;
  }

  private static int own(Operation operation) {
    if (operation instanceof Elementary elementary) {
      return own(elementary);
    }
    if (operation instanceof Branch branch) {
      return 2 * JUMP + 2 * LOCAL * branch.results().size();
    }
    if (operation instanceof Loop loop) {
      return 3 * JUMP + 2 * LOCAL * loop.carried().size();
    }
    if (operation instanceof Throw) {
      return 4 * INVOKE;
    }
    return operation instanceof Operation.Load || operation instanceof Operation.Store
        ? 1
        : 2 * INVOKE;
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
