package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wengert.processor.analyze.CountedLoop;
import org.wengert.processor.analyze.Regions;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * Moves reads of elements that a loop does not change out of the loop, where they can do no harm
 * even if it does not run. What is read is kept once then, not once for each iteration, and its
 * adjoint is summed up in a local variable.
 */
final class InvariantLoads {
  private final Structure structure;
  private final Regions regions;
  private final List<CountedLoop> around = new ArrayList<>();

  private InvariantLoads(Structure structure, Regions regions) {
    this.structure = structure;
    this.regions = regions;
  }

  static Tape of(Tape tape, Structure structure, Regions regions) {
    InvariantLoads moves = new InvariantLoads(structure, regions);
    return new Tape(tape.name(), tape.parameters(), moves.move(tape.body()));
  }

  private Block move(Block block) {
    BlockBuilder builder = new BlockBuilder();
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.Loop loop) {
        move(loop, builder);
      } else {
        builder.add(operation.withBlocks(this::move));
      }
    }
    return builder.yield(block.yields());
  }

  private void move(Operation.Loop loop, BlockBuilder before) {
    Optional<CountedLoop> counted = CountedLoop.of(loop, structure);
    counted.ifPresent(around::add);
    Block body = move(loop.body());
    counted.ifPresent(around::remove);
    List<Operation> staying = new ArrayList<>();
    for (Operation operation : body.operations()) {
      if (operation instanceof Operation.Load load && isMovable(load, loop)) {
        before.add(load);
      } else {
        staying.add(operation);
      }
    }
    before.add(
        new Operation.Loop(
            loop.results(),
            loop.initial(),
            loop.carried(),
            loop.condition(),
            new Block(staying, body.yields()),
            loop.megabytes(),
            loop.at()));
  }

  private boolean isMovable(Operation.Load load, Operation.Loop loop) {
    return !load.result().type().isArray()
        && isOutside(load.array(), loop)
        && isOutside(load.index(), loop)
        && isInBounds(load)
        && !regions.isWrittenIn(loop, load.array());
  }

  private boolean isOutside(Value value, Operation.Loop loop) {
    return !structure.scope(value).loops().contains(loop);
  }

  /** Whether the index counts the elements of a new array. */
  private boolean isInBounds(Operation.Load load) {
    if (!(structure.definition(load.array()) instanceof Operation.NewArray array)) {
      return false;
    }
    for (CountedLoop loop : around) {
      if (loop.index() == load.index()) {
        return loop.step() > 0
            && loop.offset() == 0
            && loop.comparison() == Arithmetic.LT
            && loop.constantStart(structure).orElse(-1) >= 0
            && loop.bound() == array.lengths().get(0);
      }
    }
    return false;
  }
}
