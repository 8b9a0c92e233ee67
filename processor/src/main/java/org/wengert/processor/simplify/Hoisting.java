package org.wengert.processor.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
      Operation inner = operation.withBlocks(this::hoist);
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
            loop.results(),
            loop.initial(),
            loop.carried(),
            condition,
            body,
            loop.megabytes(),
            loop.at());
  }

  private Block hoist(Block block, Set<Value> inside, List<Operation> front) {
    Map<Value, Operation> constants = new HashMap<>();
    Set<Value> moved = new HashSet<>();
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.Constant constant) {
        constants.put(constant.result(), constant);
      } else if (operation instanceof Operation.Elementary elementary
          && neverThrows(elementary)
          && elementary.inputs().stream()
              .allMatch(input -> !inside.contains(input) || constants.containsKey(input))) {
        for (Value input : elementary.inputs()) {
          if (inside.remove(input)) {
            front.add(constants.get(input));
            moved.add(input);
          }
        }
        front.add(elementary);
        inside.remove(elementary.result());
        moved.add(elementary.result());
      }
    }
    if (moved.isEmpty()) {
      return block;
    }
    List<Operation> stay = new ArrayList<>(block.operations());
    stay.removeIf(operation -> operation.results().stream().anyMatch(moved::contains));
    return new Block(stay, block.yields());
  }

  private boolean neverThrows(Operation.Elementary elementary) {
    return !elementary.mayThrow() || Divisions.isSafe(elementary, definitions::literal);
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
