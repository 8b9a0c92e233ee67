package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Cuts tapes that would compile to more bytecode than HotSpot is willing to compile (8,000 bytes)
 * into several: a driver and the parts that it calls. Parts return nothing; what they compute for
 * others goes through buffers.
 *
 * <p>Splitting goes from the inside out: a region is cut only as far as it does not fit.
 */
final class Split {
  /** In calls and parameter lists, the open tape storage. */
  static final Value STORAGE = Value.named(Type.opaque("org.wengert.TapeStorage"), "storage");

  private static final int LARGEST_METHOD = 5000;
  private static final int SMALLEST_REGION = 300;

  private final Outlining outlining;

  private Split(Outlining outlining) {
    this.outlining = outlining;
  }

  /** The tape itself, or a driver of the same name followed by its parts. */
  static List<Tape> of(Tape tape) {
    return of(tape, LARGEST_METHOD);
  }

  /**
   * @param limit about how many bytes of bytecode a method may have
   */
  static List<Tape> of(Tape tape, int limit) {
    Block body = Reachable.part(tape.body());
    if (BytecodeSize.of(body) <= limit) {
      return List.of(tape);
    }
    Outlining outlining = new Outlining(tape, limit / 2);
    Block driver = new Split(outlining).shrink(body, limit);
    List<Operation> operations = new ArrayList<>(outlining.buffers());
    operations.addAll(driver.operations());
    List<Tape> tapes = new ArrayList<>();
    tapes.add(new Tape(tape.name(), tape.parameters(), new Block(operations, driver.yields())));
    tapes.addAll(outlining.parts());
    return tapes;
  }

  private Block shrink(Block block, int limit) {
    int size = BytecodeSize.of(block);
    if (size <= limit) {
      return block;
    }
    List<Operation> operations = new ArrayList<>(block.operations().size());
    for (Operation operation : block.operations()) {
      operations.add(BytecodeSize.of(operation) > limit ? shrink(operation, limit) : operation);
    }
    Block smaller = new Block(operations, block.yields());
    size = BytecodeSize.of(smaller);
    while (size > limit) {
      Block driver = outlining.outline(smaller);
      int driverSize = BytecodeSize.of(driver);
      if (driverSize >= size) {
        return smaller;
      }
      smaller = driver;
      size = driverSize;
    }
    return smaller;
  }

  private Operation shrink(Operation operation, int limit) {
    if (operation instanceof Branch branch) {
      Block whenTrue = shrinkFirst(branch.whenTrue(), branch.whenFalse(), limit);
      Block whenFalse = shrink(branch.whenFalse(), rest(limit, whenTrue));
      return new Branch(
          branch.results(), branch.condition(), whenTrue, whenFalse, branch.at());
    }
    if (operation instanceof Loop loop) {
      Block condition = shrinkFirst(loop.condition(), loop.body(), limit);
      Block body = shrink(loop.body(), rest(limit, condition));
      return new Loop(
          loop.results(), loop.initial(), loop.carried(), condition, body, loop.at());
    }
    return operation;
  }

  /** One of two regions that share a limit: it may use what the other leaves, at least half. */
  private Block shrinkFirst(Block block, Block other, int limit) {
    return shrink(block, Math.max(limit / 2, rest(limit, other)));
  }

  private static int rest(int limit, Block other) {
    return Math.max(SMALLEST_REGION, limit - BytecodeSize.of(other));
  }
}
