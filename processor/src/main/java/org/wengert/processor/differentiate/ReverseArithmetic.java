package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** What an elementary operation does to the adjoints of its operands, by the table of rules. */
final class ReverseArithmetic {
  private final ReverseContext context;

  ReverseArithmetic(ReverseContext context) {
    this.context = context;
  }

  void sweep(Operation.Elementary elementary, Adjoints adjoints, BlockBuilder builder) {
    if (!context.activity().isActive(elementary.result())) {
      return;
    }
    Value seed = adjoints.take(elementary.result());
    if (seed == null) {
      return;
    }
    for (int i = 0; i < elementary.inputs().size(); i++) {
      if (isDifferentiatedBy(elementary, i)) {
        propagate(elementary, i, seed, adjoints, builder);
      }
    }
  }

  boolean isDifferentiatedBy(Operation.Elementary elementary, int operand) {
    return context.activity().isActive(elementary.inputs().get(operand))
        && Rules.flows(elementary, operand);
  }

  /** Adds to the adjoint of an operand. */
  void propagate(
      Operation.Elementary elementary,
      int operand,
      Value seed,
      Adjoints adjoints,
      BlockBuilder builder) {
    Operation.Elementary recalled = recalled(elementary, operand);
    Value scaled = Rules.scale(recalled, operand, seed, builder);
    Value term = context.zeros().guarded(scaled, seed, elementary, recalled, operand, builder);
    if (StructuralZeros.mayPassOver(elementary)) {
      context.zeros().mark(term, StructuralZeros.Origin.UNUSED);
    }
    context.accumulate(elementary.inputs().get(operand), term, adjoints, builder);
  }

  /** The operation on recalled values, as far as its partial derivative refers to them. */
  private Operation.Elementary recalled(Operation.Elementary elementary, int operand) {
    Set<Value> reads = Rules.reads(elementary, operand, context.types().of(elementary.result()));
    List<Value> inputs = new ArrayList<>();
    for (Value input : elementary.inputs()) {
      inputs.add(reads.contains(input) ? context.recall().get(input) : input);
    }
    Value result = elementary.result();
    return new Operation.Elementary(
        reads.contains(result) ? context.recall().get(result) : result,
        elementary.operator(),
        inputs,
        elementary.at());
  }
}
