package org.wengert.processor.simplify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * Moves what a loop computes anew in every iteration, though always with the same outcome, in front
 * of the loop: the reverse sweep then finds it without its being saved. Only operations without
 * exceptions and only those that every iteration evaluates, not those inside branches.
 */
final class Hoisting {
  private final Definitions definitions;

  private Hoisting(Definitions definitions) {
    this.definitions = definitions;
  }

  static Tape of(Tape tape) {
    Hoisting hoisting = new Hoisting(Definitions.of(tape));
    Block body = hoisting.hoist(tape.body());
    return body == tape.body() ? tape : new Tape(tape.name(), tape.parameters(), body);
  }

  private Block hoist(Block block) {
    List<Operation> operations = new ArrayList<>(block.operations().size());
    boolean changed = false;
    for (Operation operation : block.operations()) {
      Operation inner = Substitution.blocks(operation, this::hoist);
      changed |= inner != operation;
      if (inner instanceof Operation.Loop loop) {
        int before = operations.size();
        inner = hoist(loop, operations);
        changed |= operations.size() > before;
      }
      operations.add(inner);
    }
    return changed ? new Block(operations, block.yields()) : block;
  }

  /** The loop without what has been appended to the operations in front of it. */
  private Operation.Loop hoist(Operation.Loop loop, List<Operation> front) {
    Set<Value> inside = new HashSet<>(loop.carried());
    addDefined(loop.condition(), inside);
    addDefined(loop.body(), inside);
    Block condition = hoist(loop.condition(), inside, front);
    Block body = hoist(loop.body(), inside, front);
    return condition == loop.condition() && body == loop.body()
        ? loop
        : new Operation.Loop(
            loop.results(), loop.initial(), loop.carried(), condition, body, loop.at());
  }

  private Block hoist(Block block, Set<Value> inside, List<Operation> front) {
    List<Operation> stay = new ArrayList<>();
    for (Operation operation : block.operations()) {
      if (isPure(operation) && operation.operands().stream().noneMatch(inside::contains)) {
        front.add(operation);
        operation.results().forEach(inside::remove);
      } else {
        stay.add(operation);
      }
    }
    return stay.size() == block.operations().size() ? block : new Block(stay, block.yields());
  }

  private boolean isPure(Operation operation) {
    if (operation instanceof Operation.Elementary elementary) {
      return !elementary.mayThrow() || Divisions.isSafe(elementary, definitions::literal);
    }
    return operation instanceof Operation.Constant;
  }

  private static void addDefined(Block block, Set<Value> defined) {
    for (Operation operation : block.operations()) {
      defined.addAll(operation.results());
      for (Block inner : operation.blocks()) {
        addDefined(inner, defined);
      }
    }
  }
}
