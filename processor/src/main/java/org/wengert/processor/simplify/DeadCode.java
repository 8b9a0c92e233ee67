package org.wengert.processor.simplify;

import org.wengert.processor.tape.Operation;

/** Removes operations, results and carried values that nothing needs. */
final class DeadCode implements Rule {
  private final Liveness liveness;

  DeadCode(Liveness liveness) {
    this.liveness = liveness;
  }

  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (liveness.needs(operation)) {
      rewriter.keep(withoutDeadSlots(operation));
    }
    return true;
  }

  private Operation withoutDeadSlots(Operation operation) {
    if (operation instanceof Operation.Branch branch) {
      return Slots.keep(branch, i -> liveness.needs(branch.results().get(i)));
    }
    if (operation instanceof Operation.Loop loop) {
      return Slots.keep(loop, i -> liveness.needs(loop.carried().get(i)));
    }
    return operation;
  }
}
