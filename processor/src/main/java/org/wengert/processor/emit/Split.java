package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
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

  /**
   * Well below what HotSpot compiles at all: a method with many loops is compiled again and again
   * before it is fast. A sweep of 4,400 bytes, 18 loops in it, ran twice as long as in parts.
   */
  private static final int LARGEST_METHOD = 2000;

  /** Without loops this does not happen: a sweep of 3,000 bytes took a fifth longer in parts. */
  private static final int LARGEST_WITHOUT_LOOPS = 4000;

  private final int limit;
  private final BytecodeSize sizes;
  private final Outlining outlining;

  private Split(Tape tape, BytecodeSize sizes, int limit) {
    this.limit = limit;
    this.sizes = sizes;
    this.outlining = new Outlining(tape, sizes, limit);
  }

  /** The tape itself, or a driver of the same name followed by its parts. */
  static List<Tape> of(Tape tape) {
    return of(tape, hasLoops(tape.body()) ? LARGEST_METHOD : LARGEST_WITHOUT_LOOPS);
  }

  /**
   * @param limit about how many bytes of bytecode a method may have
   */
  static List<Tape> of(Tape tape, int limit) {
    Block body = Reachable.part(tape.body());
    BytecodeSize sizes = new BytecodeSize(Inlining.of(body));
    return sizes.of(body) <= limit
        ? List.of(tape)
        : new Split(tape, sizes, limit).apply(tape, body);
  }

  private static boolean hasLoops(Block block) {
    return block.operations().stream()
        .anyMatch(
            operation ->
                operation instanceof Loop || operation.blocks().stream().anyMatch(Split::hasLoops));
  }

  private List<Tape> apply(Tape tape, Block body) {
    Block driver = shrink(body);
    List<Operation> operations = new ArrayList<>(outlining.buffers());
    operations.addAll(driver.operations());
    List<Tape> tapes = new ArrayList<>();
    tapes.add(new Tape(tape.name(), tape.parameters(), new Block(operations, driver.yields())));
    tapes.addAll(outlining.parts());
    return tapes;
  }

  private Block shrink(Block block) {
    if (sizes.of(block) <= limit) {
      return block;
    }
    List<Operation> operations = new ArrayList<>(block.operations().size());
    for (Operation operation : block.operations()) {
      operations.add(sizes.of(operation) > limit ? shrink(operation) : operation);
    }
    Block smaller = new Block(operations, block.yields());
    int before = Integer.MAX_VALUE;
    for (int now = sizes.of(smaller); limit < now && now < before; now = sizes.of(smaller)) {
      before = now;
      smaller = outlining.outline(smaller);
    }
    return smaller;
  }

  /** Shrinks the regions of an operation, each and then together. */
  private Operation shrink(Operation operation) {
    if (operation instanceof Branch branch) {
      return shrink(
          branch.whenTrue(),
          branch.whenFalse(),
          (whenTrue, whenFalse) ->
              new Branch(branch.results(), branch.condition(), whenTrue, whenFalse, branch.at()));
    }
    if (operation instanceof Loop loop) {
      return shrink(
          loop.condition(),
          loop.body(),
          (condition, body) ->
              new Loop(loop.results(), loop.initial(), loop.carried(), condition, body, loop.at()));
    }
    return operation;
  }

  private Operation shrink(
      Block first, Block second, BiFunction<Block, Block, Operation> operation) {
    Block one = shrink(first);
    Block other = shrink(second);
    if (sizes.of(operation.apply(one, other)) > limit && sizes.of(one) > sizes.of(other)) {
      one = outlining.outline(one);
    }
    if (sizes.of(operation.apply(one, other)) > limit) {
      other = outlining.outline(other);
    }
    if (sizes.of(operation.apply(one, other)) > limit) {
      one = outlining.outline(one);
    }
    return operation.apply(one, other);
  }
}
