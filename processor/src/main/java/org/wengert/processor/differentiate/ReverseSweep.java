package org.wengert.processor.differentiate;

import java.util.List;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/**
 * The tape backwards: what every operation does to the adjoints of its operands. Adjoints of
 * scalars are values.
 */
final class ReverseSweep {
  private final ReverseContext context;
  private final FusedParts fused;
  private final ReverseArithmetic arithmetic;
  private final ReverseMemory memory;
  private final ReverseBranch branches;
  private final ReverseLoop loops;

  ReverseSweep(ReverseContext context, Saves saves, ForwardSweep forward, FusedParts fused) {
    this.context = context;
    this.fused = fused;
    this.arithmetic = new ReverseArithmetic(context);
    this.memory = new ReverseMemory(context, arithmetic);
    this.branches = new ReverseBranch(context, this);
    this.loops = new ReverseLoop(context, this, saves, forward);
  }

  void sweep(Block block, Adjoints adjoints, BlockBuilder builder) {
    List<Operation> operations = block.operations();
    Updates updates = Updates.in(block, context.structure());
    for (int i = operations.size() - 1; i >= 0; i--) {
      builder.at(operations.get(i).at());
      if (operations.get(i) instanceof Operation.Store store) {
        memory.sweep(store, updates.addend(store), adjoints, builder);
      } else {
        sweep(operations.get(i), adjoints, builder);
      }
    }
  }

  /** The adjoint of a result of which perhaps no use was made. */
  void seed(
      Value result,
      Value seed,
      StructuralZeros.Origin origin,
      Adjoints adjoints,
      BlockBuilder builder) {
    context.zeros().mark(seed, origin);
    context.accumulate(result, seed, adjoints, builder);
  }

  /** Where an adjoint may be a structural zero from; null stands for one that is zero anyway. */
  StructuralZeros.Origin origin(Value adjoint) {
    return context.zeros().origin(adjoint);
  }

  void accumulate(Value value, Value contribution, Adjoints adjoints, BlockBuilder builder) {
    context.accumulate(value, contribution, adjoints, builder);
  }

  private void sweep(Operation operation, Adjoints adjoints, BlockBuilder builder) {
    if (fused.contains(operation)) {
      if (operation instanceof Operation.Loop loop) {
        loops.passBy(loop, adjoints, builder);
      }
      for (FusedParts.Contribution bar : fused.contributions(operation)) {
        context.zeros().mark(bar.adjoint(), bar.origin());
        context.accumulate(bar.scalar(), bar.adjoint(), adjoints, builder);
      }
    } else if (operation instanceof Operation.Elementary elementary) {
      arithmetic.sweep(elementary, adjoints, builder);
    } else if (operation instanceof Operation.Load load) {
      memory.sweep(load, adjoints, builder);
    } else if (operation instanceof Operation.CloneArray clone) {
      memory.sweep(clone, builder);
    } else if (operation instanceof Operation.Reserve reserve) {
      memory.sweep(reserve, builder);
    } else if (operation instanceof Operation.Invoke invoke) {
      if (invoke.form() == Callee.Form.FORWARD) {
        ReverseCall.sweep(invoke, context, adjoints, builder);
      }
    } else if (operation instanceof Operation.Branch branch) {
      if (context.activity().touches(branch)) {
        branches.sweep(branch, adjoints, builder);
      }
    } else if (operation instanceof Operation.Loop loop) {
      loops.sweep(loop, adjoints, builder);
    }
  }
}
