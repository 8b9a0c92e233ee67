package org.wengert.processor.simplify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Recognizes loops that certainly end: a carried {@code int} is compared with a bound that does not
 * change, and moves towards it by a constant without ever overflowing.
 */
final class CountedLoops {
  private final Definitions definitions;

  CountedLoops(Definitions definitions) {
    this.definitions = definitions;
  }

  boolean isCounted(Loop loop) {
    if (!loop.condition().completes()) {
      return false;
    }
    return !loop.body().completes()
        || conjuncts(loop.condition().yields().get(0)).stream()
            .anyMatch(comparison -> isCounted(loop, comparison));
  }

  /** The comparisons that are all true where the condition is. */
  private List<Elementary> conjuncts(Value condition) {
    List<Elementary> comparisons = new ArrayList<>();
    Deque<Value> pending = new ArrayDeque<>(List.of(condition));
    Set<Value> seen = new HashSet<>();
    while (!pending.isEmpty()) {
      Value value = pending.pop();
      Definitions.Site site = definitions.site(value).orElse(null);
      if (site == null || !seen.add(value)) {
        continue;
      }
      if (site.operation() instanceof Operation.Branch branch && isFalse(branch, site.slot())) {
        pending.push(branch.condition());
        if (branch.whenTrue().completes()) {
          pending.push(branch.whenTrue().yields().get(site.slot()));
        }
      } else if (site.operation() instanceof Elementary elementary) {
        if (elementary.operator() == Arithmetic.AND) {
          elementary.inputs().forEach(pending::push);
        } else {
          comparisons.add(elementary);
        }
      }
    }
    return comparisons;
  }

  /** Whether the result is false where the branch's condition is: {@code condition && ...}. */
  private boolean isFalse(Operation.Branch branch, int slot) {
    return branch.whenFalse().completes()
        && definitions.literal(branch.whenFalse().yields().get(slot)).equals(Optional.of(false));
  }

  private boolean isCounted(Loop loop, Elementary comparison) {
    if (!(comparison.operator() instanceof Arithmetic operator) || !operator.isComparison()) {
      return false;
    }
    Value first = comparison.inputs().get(0);
    Value second = comparison.inputs().get(1);
    return switch (operator) {
      case LT, LE, NE -> isCounted(loop, operator, first, second);
      case GT -> isCounted(loop, Arithmetic.LT, second, first);
      case GE -> isCounted(loop, Arithmetic.LE, second, first);
      default -> false;
    };
  }

  private boolean isCounted(Loop loop, Arithmetic comparison, Value low, Value high) {
    if (!low.type().equals(Type.INT)) {
      return false;
    }
    long strict = comparison == Arithmetic.LT ? 1 : 0;
    long up = step(loop, low);
    long down = step(loop, high);
    if (comparison == Arithmetic.NE) {
      // By ones, every int comes by.
      return (Math.abs(up) == 1 && isFixed(loop, high))
          || (Math.abs(down) == 1 && isFixed(loop, low));
    }
    // The largest counter with which an iteration begins, and what follows it.
    return (up > 0
            && isFixed(loop, high)
            && Range.of(high, definitions::operation).max() - strict + up <= Integer.MAX_VALUE)
        || (down < 0
            && isFixed(loop, low)
            && Range.of(low, definitions::operation).min() + strict + down >= Integer.MIN_VALUE);
  }

  /** The constant that each iteration adds to a carried value; 0 for everything else. */
  private long step(Loop loop, Value counter) {
    int slot = loop.carried().indexOf(counter);
    if (slot < 0
        || !(definitions.operation(loop.body().yields().get(slot)).orElse(null)
            instanceof Elementary next)) {
      return 0;
    }
    if (next.operator() == Arithmetic.ADD) {
      return next.inputs().get(0) == counter
          ? constant(next.inputs().get(1))
          : next.inputs().get(1) == counter ? constant(next.inputs().get(0)) : 0;
    }
    return next.operator() == Arithmetic.SUB && next.inputs().get(0) == counter
        ? -constant(next.inputs().get(1))
        : 0;
  }

  private long constant(Value value) {
    return definitions.literal(value).orElse(0) instanceof Integer number ? number : 0;
  }

  /** Whether the value is the same in all iterations, as one operation or none shows. */
  private boolean isFixed(Loop loop, Value value) {
    return isOutside(loop, value)
        || (definitions.operation(value).orElseThrow() instanceof Elementary elementary
            && elementary.inputs().stream().allMatch(input -> isOutside(loop, input)));
  }

  /** Whether the value is defined before the loop, or might as well be. */
  private boolean isOutside(Loop loop, Value value) {
    Definitions.Site site = definitions.site(value).orElse(null);
    return site == null
        || !site.isWithin(loop)
        || site.operation() instanceof Operation.Constant
        || (site.operation() instanceof Operation.Length length
            && definitions.site(length.array()).filter(array -> array.isWithin(loop)).isEmpty());
  }
}
