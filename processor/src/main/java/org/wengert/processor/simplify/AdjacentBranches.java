package org.wengert.processor.simplify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Value;

/**
 * Two branches on the same condition, with nothing between them but computations that do not depend
 * on the first, become one: a derivative then follows its primal within each block, and what the
 * first block handed to the second needs no variable outside.
 */
final class AdjacentBranches implements Rule {
  /** How many operations may lie between the two. */
  private static final int REACH = 32;

  /** Branches made in this rewriting: joined again only in the next one, or long rows cost time. */
  private final Set<Operation> joined = Collections.newSetFromMap(new IdentityHashMap<>());

  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Branch second) || !completes(second)) {
      return false;
    }
    List<Operation> emitted = rewriter.emitted();
    Set<Value> read = new HashSet<>();
    for (int i = emitted.size() - 1; i >= Math.max(0, emitted.size() - REACH); i--) {
      Operation before = emitted.get(i);
      if (before instanceof Branch first) {
        if (first.condition() != second.condition()
            || !completes(first)
            || joined.contains(first)
            || !Collections.disjoint(first.results(), read)) {
          return false;
        }
        rewriter.retract(i);
        rewriter.emit(join(first, second, rewriter));
        return true;
      }
      if (!isMovable(before)) {
        return false;
      }
      read.addAll(before.operands());
    }
    return false;
  }

  private static boolean completes(Branch branch) {
    return branch.whenTrue().completes() && branch.whenFalse().completes();
  }

  /** Whether the operation may as well come before a branch that does not define its operands. */
  private static boolean isMovable(Operation operation) {
    return operation instanceof Operation.Constant
        || operation instanceof Operation.ReadStatic read && read.fixed()
        || (operation instanceof Elementary elementary && !elementary.mayThrow());
  }

  private Branch join(Branch first, Branch second, Rewriter rewriter) {
    Branch both =
        new Branch(
            concat(first.results(), second.results()),
            first.condition(),
            join(first.results(), first.whenTrue(), second.whenTrue(), rewriter),
            join(first.results(), first.whenFalse(), second.whenFalse(), rewriter),
            first.at());
    joined.add(both);
    return both;
  }

  /** A block after another one that yields these values. */
  private static Block join(List<Value> values, Block first, Block second, Rewriter rewriter) {
    Block rest = rewriter.block(second, values, first.yields());
    return new Block(
        concat(first.operations(), rest.operations()), concat(first.yields(), rest.yields()));
  }

  private static <T> List<T> concat(List<T> some, List<T> others) {
    List<T> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
