package org.wengert.processor.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** Evaluates as much of a block as constants allow, without rewriting it. */
final class PartialEvaluation {
  private final Rewriter rewriter;
  private final Map<Value, Object> literals;

  /** Starts from some values' literals, besides the constants that the rewriter knows. */
  PartialEvaluation(Rewriter rewriter, Map<Value, Object> literals) {
    this.rewriter = rewriter;
    this.literals = literals;
  }

  /** The literals that a block yields, null where they are not known. */
  List<Object> yields(Block block) {
    block.operations().forEach(this::evaluate);
    return literals(block.yields());
  }

  private void evaluate(Operation operation) {
    if (operation instanceof Operation.Constant constant) {
      literals.put(constant.result(), constant.value());
    } else if (operation instanceof Operation.Elementary elementary) {
      List<Object> inputs = literals(elementary.inputs());
      if (!inputs.contains(null)) {
        Evaluation.of(elementary.operator(), inputs)
            .ifPresent(literal -> literals.put(elementary.result(), literal));
      }
    } else if (operation instanceof Operation.Branch branch
        && literal(branch.condition()) instanceof Boolean outcome) {
      Block taken = outcome ? branch.whenTrue() : branch.whenFalse();
      List<Object> yields = yields(taken);
      for (int i = 0; i < yields.size(); i++) {
        literals.put(branch.results().get(i), yields.get(i));
      }
    }
  }

  private List<Object> literals(List<Value> values) {
    List<Object> found = new ArrayList<>();
    for (Value value : values) {
      found.add(literal(value));
    }
    return found;
  }

  private Object literal(Value value) {
    Object literal = literals.get(value);
    return literal != null ? literal : rewriter.literal(rewriter.current(value)).orElse(null);
  }
}
