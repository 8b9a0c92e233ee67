package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/**
 * An augmented block run for its primal results and the adjoint arrays that it hands on: calls are
 * calls of the methods themselves, which keep nothing.
 */
final class PrimalRun {
  private PrimalRun() {}

  static Block of(Block block) {
    BlockBuilder builder = new BlockBuilder();
    for (Operation operation : block.operations()) {
      builder.at(operation.at());
      if (operation instanceof Operation.Invoke invoke && invoke.form() == Callee.Form.FORWARD) {
        call(invoke, builder);
      } else {
        builder.add(operation.withBlocks(PrimalRun::of));
      }
    }
    return builder.yield(block.yields());
  }

  /** No adjoint array that it returns is handed on. */
  private static void call(Operation.Invoke invoke, BlockBuilder builder) {
    List<Value> arguments = new ArrayList<>();
    int next = 0;
    for (int i = 0; next < invoke.arguments().size(); i++) {
      Value argument = invoke.arguments().get(next++);
      arguments.add(argument);
      if (invoke.isActive(i) && argument.type().isArray()) {
        next++; // its adjoint array
      }
    }
    List<Value> results = new ArrayList<>();
    Set<Value> shadows = new HashSet<>();
    for (Value result : invoke.results()) {
      if (!shadows.contains(result)) {
        results.add(result);
        if (result.type().isArray() && result.type().isDifferentiable()) {
          Value shadow = invoke.results().get(invoke.results().indexOf(result) + 1);
          shadows.add(shadow);
          builder.add(new Operation.Constant(shadow, null, invoke.at()));
        }
      }
    }
    builder.add(
        new Operation.Invoke(results, invoke.callee(), Callee.Form.PRIMAL, arguments, invoke.at()));
  }
}
