package org.wengert.processor.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Value;

/**
 * A loop that goes round a few times, known beforehand, becomes its iterations one after the other,
 * where that makes indices into a small array constant: then variables can stand for its elements.
 * So few need no checkpoints, even where they are asked for.
 */
final class Unrolling implements Rule {
  private static final int MOST_ITERATIONS = 4;

  /** What may come of one loop. */
  static final int MOST_OPERATIONS = 100;

  private final Removable removable;
  private final Predicate<Value> arrays;

  /**
   * @param arrays those for whose sake loops are unrolled
   */
  Unrolling(Removable removable, Predicate<Value> arrays) {
    this.removable = removable;
    this.arrays = arrays;
  }

  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Loop loop) || !isPlain(loop.condition()) || !isPlain(loop.body())) {
      return false;
    }
    int iterations = iterations(loop, rewriter);
    if (iterations == 0
        || iterations * (size(loop.condition()) + size(loop.body())) > MOST_OPERATIONS) {
      return false;
    }
    List<Value> current = loop.initial();
    for (int i = 0; i < iterations; i++) {
      copy(loop.condition(), loop, current, rewriter);
      current = copy(loop.body(), loop, current, rewriter);
    }
    copy(loop.condition(), loop, current, rewriter);
    rewriter.replaceAll(loop.results(), current);
    return true;
  }

  /** Whether there are no loops inside, and nothing ends the evaluation for certain. */
  private static boolean isPlain(Block block) {
    return block.completes()
        && block.operations().stream()
            .noneMatch(
                operation ->
                    operation instanceof Loop
                        || operation.blocks().stream()
                            .anyMatch(inner -> inner.completes() && !isPlain(inner)));
  }

  private static int size(Block block) {
    int size = 0;
    for (Operation operation : block.operations()) {
      size += operation instanceof Operation.Constant ? 0 : 1;
      size += operation.blocks().stream().mapToInt(Unrolling::size).sum();
    }
    return size;
  }

  /** How many there are; zero where they are too many, not known, or none is worth unrolling. */
  private int iterations(Loop loop, Rewriter rewriter) {
    List<Object> carried = new ArrayList<>();
    loop.initial().forEach(value -> carried.add(rewriter.literal(value).orElse(null)));
    boolean isWorthwhile = false;
    for (int i = 0; i <= MOST_ITERATIONS; i++) {
      Map<Value, Object> known = new HashMap<>();
      for (int slot = 0; slot < carried.size(); slot++) {
        if (carried.get(slot) != null) {
          known.put(loop.carried().get(slot), carried.get(slot));
        }
      }
      Object goesOn = new PartialEvaluation(rewriter, known).yields(loop.condition()).get(0);
      if (goesOn == null) {
        return 0;
      }
      if (goesOn.equals(false)) {
        return isWorthwhile ? i : 0;
      }
      Map<Value, Object> literals = new HashMap<>(known);
      List<Object> next = new PartialEvaluation(rewriter, literals).yields(loop.body());
      isWorthwhile |=
          loop.body().operations().stream()
              .anyMatch(each -> isElementOfSmall(each, literals, rewriter));
      carried.clear();
      carried.addAll(next);
    }
    return 0;
  }

  /** Whether an element is read or written whose index has become known. */
  private boolean isElementOfSmall(
      Operation operation, Map<Value, Object> literals, Rewriter rewriter) {
    if (operation instanceof Operation.Load load) {
      return literals.containsKey(load.index()) && isSmall(load.array(), rewriter);
    }
    return operation instanceof Operation.Store store
        && literals.containsKey(store.index())
        && isSmall(store.array(), rewriter);
  }

  private boolean isSmall(Value array, Rewriter rewriter) {
    return array.type().rank() == 1
        && rewriter.definition(rewriter.current(array)).orElse(null)
            instanceof Operation.NewArray creation
        && rewriter.literal(creation.lengths().get(0)).orElse(null) instanceof Integer length
        && length <= SmallArrays.LONGEST
        && arrays.test(creation.result());
  }

  /** Goes once through a block of the loop; returns what it yields. */
  private List<Value> copy(Block block, Loop loop, List<Value> carried, Rewriter rewriter) {
    var copies = org.wengert.processor.tape.Substitution.fresh();
    for (int i = 0; i < carried.size(); i++) {
      copies.put(loop.carried().get(i), carried.get(i));
    }
    Block copy = copies.apply(block);
    removable.copy(block, copies::get);
    return rewriter.inline(copy);
  }
}
