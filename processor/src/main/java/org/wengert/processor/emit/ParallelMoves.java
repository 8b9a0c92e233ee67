package org.wengert.processor.emit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.tape.Value;

/**
 * The assignments that a region makes where it is left, all at once, as a sequence of the same
 * effect. Where they form a cycle, as in a swap, a temporary keeps one of the old values.
 */
final class ParallelMoves {
  /** One assignment of a sequence. */
  sealed interface Step {
    Variable target();
  }

  /** Assigns what the source is before. */
  record Assign(Variable target, Value source) implements Step {}

  /** Assigns what a temporary kept. */
  record Restore(Variable target, Variable kept) implements Step {}

  private final Inlining inlining;
  private final Variables variables;
  private final Map<Variable, Step> waiting = new LinkedHashMap<>();
  private final Map<Variable, Set<Variable>> readBy = new HashMap<>();
  private final Map<Variable, Integer> readers = new HashMap<>();
  private final Deque<Variable> ready = new ArrayDeque<>();
  private final List<Step> steps = new ArrayList<>();

  private ParallelMoves(Inlining inlining, Variables variables) {
    this.inlining = inlining;
    this.variables = variables;
  }

  /** Assigns each value of one list to the variable, if any, of its counterpart in the other. */
  static List<Step> of(
      List<Value> sources, List<Value> targets, Inlining inlining, Variables variables) {
    ParallelMoves moves = new ParallelMoves(inlining, variables);
    for (int i = 0; i < sources.size(); i++) {
      if (variables.has(targets.get(i))) {
        moves.add(sources.get(i), variables.of(targets.get(i)));
      }
    }
    moves.run();
    return moves.steps;
  }

  private void add(Value source, Variable target) {
    if (!inlining.isInline(source) && variables.of(source) == target) {
      return;
    }
    Set<Variable> reads = new HashSet<>();
    inlining.leaves(source, leaf -> reads.add(variables.of(leaf)));
    reads.remove(target);
    waiting.put(target, new Assign(target, source));
    readBy.put(target, reads);
    reads.forEach(variable -> readers.merge(variable, 1, Integer::sum));
  }

  private void run() {
    waiting.keySet().stream().filter(target -> !isRead(target)).forEach(ready::add);
    while (!waiting.isEmpty()) {
      if (ready.isEmpty()) {
        keepOneSource();
      }
      Variable target = ready.poll();
      steps.add(waiting.remove(target));
      release(target);
    }
  }

  private void keepOneSource() {
    Variable target = waiting.keySet().iterator().next();
    Assign assign = (Assign) waiting.get(target);
    Variable kept = new Variable(target.type(), "");
    steps.add(new Assign(kept, assign.source()));
    waiting.put(target, new Restore(target, kept));
    release(target);
  }

  private boolean isRead(Variable target) {
    return readers.getOrDefault(target, 0) > 0;
  }

  /** The target's source has been read: what only it was waiting to read may be overwritten. */
  private void release(Variable target) {
    for (Variable read : readBy.put(target, Set.of())) {
      if (readers.merge(read, -1, Integer::sum) == 0 && waiting.containsKey(read)) {
        ready.add(read);
      }
    }
  }
}
