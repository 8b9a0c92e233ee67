package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Operation.Reserve;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * Puts values into one variable where that saves a copy (what a loop carries, what a branch yields)
 * or keeps the user's variable (an update of the same name), unless one of them is overwritten
 * while it is still needed. Values of different names never share a variable.
 */
final class Coalescing {
  /** Two values that should share a variable, and how deep in loops the copy would be. */
  private record Wish(Value first, Value second, int depth) {}

  private final Inlining inlining;
  private final Flow flow;
  private final List<Wish> copies = new ArrayList<>();
  private final List<Wish> updates = new ArrayList<>();
  private final Map<Value, SharedValues> sets = new HashMap<>();
  private final Set<Value> parameters;

  private Coalescing(Tape tape, Inlining inlining, Flow flow) {
    this.inlining = inlining;
    this.flow = flow;
    this.parameters = new HashSet<>(tape.parameters());
  }

  /** The sets of values that get one variable each, in order of their first definition. */
  static List<SharedValues> of(Tape tape, Inlining inlining, Flow flow) {
    Coalescing coalescing = new Coalescing(tape, inlining, flow);
    Map<String, Value> latest = new HashMap<>();
    tape.parameters().forEach(parameter -> latest.put(parameter.name(), parameter));
    coalescing.collect(tape.body(), 0, latest);
    coalescing.copies.sort(Comparator.comparingInt(wish -> -wish.depth()));
    coalescing.copies.forEach(coalescing::grant);
    coalescing.updates.forEach(coalescing::grant);
    Map<SharedValues, SharedValues> inOrder = new LinkedHashMap<>();
    for (Value value : flow.definitions().keySet()) {
      SharedValues set = coalescing.set(value);
      inOrder.put(set, set);
    }
    return List.copyOf(inOrder.keySet());
  }

  /**
   * @param latest the latest value of each name in this block
   */
  private void collect(Block block, int depth, Map<String, Value> latest) {
    for (Operation operation : block.operations()) {
      if (!inlining.isStatement(operation)) {
        continue;
      }
      if (operation instanceof Branch branch) {
        for (Block arm : branch.blocks()) {
          wish(arm.yields(), branch.results(), depth);
          collect(arm, depth, new HashMap<>());
        }
      } else if (operation instanceof Loop loop) {
        wish(loop.body().yields(), loop.carried(), depth + 1);
        wish(loop.initial(), loop.carried(), depth);
        wish(loop.results(), loop.carried(), depth);
        collect(loop.condition(), depth + 1, new HashMap<>());
        collect(loop.body(), depth + 1, new HashMap<>());
      } else if (operation instanceof Reserve reserve) {
        copies.add(new Wish(reserve.buffer(), reserve.result(), depth));
      }
      for (Value result : operation.results()) {
        wishUpdate(operation, result, latest);
      }
    }
  }

  private void wish(List<Value> from, List<Value> to, int depth) {
    for (int i = 0; i < from.size(); i++) {
      copies.add(new Wish(from.get(i), to.get(i), depth));
    }
  }

  private void wishUpdate(Operation operation, Value result, Map<String, Value> latest) {
    if (!result.isNamed()) {
      return;
    }
    inlining.leaves(
        operation,
        leaf -> {
          if (leaf.name().equals(result.name())) {
            updates.add(new Wish(leaf, result, 0));
          }
        });
    Value before = latest.put(result.name(), result);
    if (before != null) {
      updates.add(new Wish(before, result, 0));
    }
  }

  private void grant(Wish wish) {
    if (!hasVariable(wish.first()) || !hasVariable(wish.second())) {
      return;
    }
    SharedValues first = set(wish.first());
    SharedValues second = set(wish.second());
    if (first != second && first.canShareWith(second)) {
      SharedValues merged = first.size() >= second.size() ? first : second;
      SharedValues other = merged == first ? second : first;
      merged.addAll(other);
      other.values().forEach(value -> sets.put(value, merged));
    }
  }

  private boolean hasVariable(Value value) {
    return flow.definitions().containsKey(value);
  }

  private SharedValues set(Value value) {
    return sets.computeIfAbsent(
        value,
        key ->
            new SharedValues(
                key,
                LiveRange.of(flow.definitions().get(key), flow.uses(key)),
                parameters.contains(key)));
  }
}
