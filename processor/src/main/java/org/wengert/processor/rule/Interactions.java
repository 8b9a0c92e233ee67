package org.wengert.processor.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/**
 * By which two operands an elementary operation has a second derivative: those where the partial
 * derivative by one of them depends on the other.
 */
public final class Interactions {
  /**
   * Two operands by position, perhaps the same.
   *
   * @param first not above the second
   */
  public record Pair(int first, int second) {
    static Pair of(int one, int other) {
      return new Pair(Math.min(one, other), Math.max(one, other));
    }
  }

  private final Operation.Elementary operation;
  private final Map<Value, Set<Integer>> operands = new HashMap<>();

  private Interactions(Operation.Elementary operation) {
    this.operation = operation;
    Set<Integer> all = new HashSet<>();
    for (int i = 0; i < operation.inputs().size(); i++) {
      if (Rules.flows(operation, i)) {
        operands.computeIfAbsent(operation.inputs().get(i), key -> new HashSet<>()).add(i);
        all.add(i);
      }
    }
    operands.put(operation.result(), all);
  }

  /** All such pairs, in order. */
  public static Set<Pair> of(Operation.Elementary operation) {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (int i = 0; i < operation.inputs().size(); i++) {
      if (Rules.flows(operation, i)) {
        for (int j : new Interactions(operation).inPartial(i)) {
          pairs.add(Pair.of(i, j));
        }
      }
    }
    return pairs;
  }

  /** The operands on which the partial derivative by one of them depends. */
  private Set<Integer> inPartial(int operand) {
    BlockBuilder scratch = new BlockBuilder();
    Value seed = Value.temporary(operation.result().type());
    Value partial = Rules.scale(operation, operand, seed, scratch);
    for (Operation step : scratch.operations()) {
      if (step instanceof Operation.Elementary elementary) {
        operands.put(elementary.result(), of(elementary, elementary.inputs()));
      }
    }
    return operands.getOrDefault(partial, Set.of());
  }

  private Set<Integer> of(Operation.Elementary step, List<Value> inputs) {
    Set<Integer> all = new HashSet<>();
    for (int k = 0; k < inputs.size(); k++) {
      if (Rules.flows(step, k)) {
        all.addAll(operands.getOrDefault(inputs.get(k), Set.of()));
      }
    }
    return all;
  }
}
