package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wengert.processor.tape.Value;

/**
 * The values of one block that may still become part of the expression that reads them, in the
 * course of a walk over the block. Ordered ones (which read memory or may throw) can only be taken
 * from the end, so that what is evaluated later stays later.
 */
final class Pending {
  /**
   * An expression under construction.
   *
   * @param ordered whether its order among others counts
   * @param length about how many characters it prints as
   * @param reads the names of the variables in it
   */
  record Tree(Value value, boolean ordered, int length, Set<String> reads) {}

  /** What an operation took in; its own properties are added to them. */
  record Taken(boolean ordered, int length, Set<String> reads) {}

  private static final int LEAF_LENGTH = 3;

  private final Map<Value, Tree> trees = new HashMap<>();
  private final List<Tree> ordered = new ArrayList<>();
  private final Map<String, List<Tree>> byName = new HashMap<>();

  void add(Tree tree) {
    trees.put(tree.value(), tree);
    if (tree.ordered()) {
      ordered.add(tree);
    }
    for (String name : tree.reads()) {
      byName.computeIfAbsent(name, key -> new ArrayList<>()).add(tree);
    }
  }

  /**
   * Takes the trees of as many operands as fit into an expression of the given length, the last
   * ones first; the others keep a line of their own.
   *
   * @param operands in the order in which Java evaluates them
   * @param lengths what operands that are not pending add to the length
   * @param free how many of the operands, from the first, may be ordered
   * @param taken receives every value taken
   * @param room how long the operands may get together
   */
  Taken take(List<Value> operands, Lengths lengths, int free, Set<Value> taken, int room) {
    boolean anyOrdered = false;
    int length = 0;
    Set<String> reads = new TreeSet<>();
    for (int i = operands.size() - 1; i >= 0; i--) {
      Value operand = operands.get(i);
      Tree tree = trees.remove(operand);
      boolean fits =
          tree != null
              && length + tree.length() + LEAF_LENGTH * i <= room
              && (!tree.ordered() || (i < free && isLast(tree)));
      if (fits) {
        if (tree.ordered()) {
          ordered.remove(ordered.size() - 1);
          anyOrdered = true;
        }
        taken.add(operand);
        length += tree.length();
        reads.addAll(tree.reads());
      } else {
        if (tree != null) {
          settle(tree);
        }
        length += lengths.of(operand);
        if (operand.isNamed()) {
          reads.add(operand.name());
        }
      }
    }
    return new Taken(anyOrdered, length, reads);
  }

  /** An ordered operation is evaluated here: the ordered trees so far stay before it. */
  void barrier() {
    ordered.forEach(tree -> trees.remove(tree.value()));
    ordered.clear();
  }

  /** A region is evaluated here: nothing moves over it. */
  void clear() {
    trees.clear();
    ordered.clear();
    byName.clear();
  }

  /**
   * A value of this name is defined here. What reads an older value of the name stays before it, so
   * that both can be one variable.
   */
  void defined(String name) {
    List<Tree> readers = byName.remove(name);
    if (readers != null) {
      for (Tree tree : readers) {
        if (trees.remove(tree.value(), tree)) {
          settle(tree);
        }
      }
    }
  }

  private boolean isLast(Tree tree) {
    return !ordered.isEmpty() && ordered.get(ordered.size() - 1) == tree;
  }

  /** The tree keeps its place: no earlier ordered tree can pass it any more. */
  private void settle(Tree tree) {
    if (!tree.ordered()) {
      return;
    }
    int index = ordered.lastIndexOf(tree);
    List<Tree> passed = ordered.subList(0, index + 1);
    passed.forEach(earlier -> trees.remove(earlier.value()));
    passed.clear();
  }

  /** About how long a value prints that is not pending. */
  interface Lengths {
    int of(Value value);
  }
}
