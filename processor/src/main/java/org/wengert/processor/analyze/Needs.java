package org.wengert.processor.analyze;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * The values of the forward sweep that the reverse sweep reads: operands and results that partial
 * derivatives refer to, indices, conditions and iteration counts (the "to be recorded" analysis of
 * Hascoet, Naumann and Pascual 2005).
 */
final class Needs {
  private final Activity activity;
  private final DerivativeTypes types;
  private final UnaryOperator<Value> shadows;
  private final IdentityHashMap<Operation.Loop, Iterations> iterations;
  private final Set<Value> needed = new LinkedHashSet<>();
  private final List<Value> inOrder = new ArrayList<>();

  private Needs(
      Activity activity,
      DerivativeTypes types,
      UnaryOperator<Value> shadows,
      IdentityHashMap<Operation.Loop, Iterations> iterations) {
    this.activity = activity;
    this.types = types;
    this.shadows = shadows;
    this.iterations = iterations;
  }

  /** Every needed value once. */
  static List<Value> of(
      Tape tape,
      Structure structure,
      Activity activity,
      UnaryOperator<Value> shadows,
      IdentityHashMap<Operation.Loop, Iterations> iterations,
      Map<Operation.Loop, Set<Value>> repeated,
      Set<Operation> fused) {
    Needs needs = new Needs(activity, DerivativeTypes.of(tape), shadows, iterations);
    for (Operation operation : structure.operations()) {
      if (!fused.contains(operation)
          && fused.stream().noneMatch(structure.scope(operation)::isInside)) {
        needs.visit(operation);
        repeated.getOrDefault(operation, Set.of()).forEach(needs::need);
      }
    }
    for (Value result : tape.results()) {
      if (result.type().isArray() && activity.isActive(result)) {
        needs.need(shadows.apply(result));
      }
    }
    return needs.inOrder;
  }

  private void need(Value value) {
    if (needed.add(value)) {
      inOrder.add(value);
    }
  }

  private void visit(Operation operation) {
    if (operation instanceof Operation.Elementary elementary) {
      if (activity.isActive(elementary.result())) {
        for (int i = 0; i < elementary.inputs().size(); i++) {
          if (activity.isActive(elementary.inputs().get(i)) && Rules.flows(elementary, i)) {
            Rules.reads(elementary, i, types.of(elementary.result())).forEach(this::need);
          }
        }
      }
    } else if (operation instanceof Operation.Load load) {
      if (activity.isActive(load.result()) && !load.result().type().isArray()) {
        need(shadows.apply(load.array()));
        need(load.index());
      }
    } else if (operation instanceof Operation.Store store) {
      if (activity.isActive(store.array()) && !store.value().type().isArray()) {
        need(shadows.apply(store.array()));
        need(store.index());
      }
    } else if (operation instanceof Operation.CloneArray clone) {
      if (activity.isActive(clone.result())
          && activity.isActive(clone.array())
          && clone.result().type().rank() == 1) {
        need(shadows.apply(clone.array()));
        need(shadows.apply(clone.result()));
      }
    } else if (operation instanceof Operation.Reserve reserve) {
      if (activity.isActive(reserve.result())) {
        need(shadows.apply(reserve.buffer()));
        need(shadows.apply(reserve.result()));
      }
    } else if (operation instanceof Operation.Branch branch) {
      if (activity.touches(branch)) {
        need(branch.condition());
      }
    } else if (operation instanceof Operation.Loop loop && iterations.containsKey(loop)) {
      need(iterations.get(loop).count());
    }
  }
}
