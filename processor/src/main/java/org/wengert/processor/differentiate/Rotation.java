package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Moves loop conditions that write to arrays out of the condition: evaluated once before the loop
 * and again at the end of the body, so that the reverse sweep finds all writes in bodies.
 */
final class Rotation {
  private Rotation() {}

  static Tape of(Tape tape) {
    return new Tape(tape.name(), tape.parameters(), rotate(tape.body()));
  }

  private static Block rotate(Block block) {
    BlockBuilder builder = new BlockBuilder();
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.Branch branch) {
        builder.add(
            new Operation.Branch(
                branch.results(),
                branch.condition(),
                rotate(branch.whenTrue()),
                rotate(branch.whenFalse()),
                branch.at()));
      } else if (operation instanceof Operation.Loop loop) {
        rotate(loop, builder);
      } else {
        builder.add(operation);
      }
    }
    return builder.yield(block.yields());
  }

  private static void rotate(Operation.Loop loop, BlockBuilder builder) {
    Block condition = rotate(loop.condition());
    Block body = rotate(loop.body());
    if (!writes(condition)) {
      builder.add(
          new Operation.Loop(
              loop.results(),
              loop.initial(),
              loop.carried(),
              condition,
              body,
              loop.megabytes(),
              loop.at()));
      return;
    }
    Value again = Value.named(Type.BOOLEAN, "again");
    List<Value> initial = new ArrayList<>(loop.initial());
    initial.add(evaluate(condition, loop.carried(), loop.initial(), builder));
    List<Value> carried = new ArrayList<>(loop.carried());
    carried.add(again);
    List<Value> results = new ArrayList<>(loop.results());
    results.add(Value.temporary(Type.BOOLEAN));
    BlockBuilder rotated = new BlockBuilder();
    body.operations().forEach(rotated::add);
    List<Value> yields = new ArrayList<>(body.yields());
    if (body.completes()) {
      yields.add(evaluate(condition, loop.carried(), body.yields(), rotated));
    }
    builder.add(
        new Operation.Loop(
            results,
            initial,
            carried,
            new BlockBuilder().yield(List.of(again)),
            rotated.yield(yields),
            loop.megabytes(),
            loop.at()));
  }

  /** A copy of the condition for these carried values; its outcome. */
  private static Value evaluate(
      Block condition, List<Value> carried, List<Value> values, BlockBuilder builder) {
    Substitution copy = Substitution.fresh();
    for (int i = 0; i < carried.size(); i++) {
      copy.put(carried.get(i), values.get(i));
    }
    condition.operations().forEach(operation -> builder.add(copy.apply(operation)));
    return copy.get(condition.yields().get(0));
  }

  private static boolean writes(Block block) {
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.Store store && store.array().type().isDifferentiable()) {
        return true;
      }
      if (operation instanceof Operation.Invoke invoke
          && invoke.callee().derivatives().isPresent()) {
        return true;
      }
      for (Block inner : operation.blocks()) {
        if (writes(inner)) {
          return true;
        }
      }
    }
    return false;
  }
}
