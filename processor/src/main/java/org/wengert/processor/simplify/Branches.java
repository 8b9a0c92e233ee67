package org.wengert.processor.simplify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * A branch whose condition is known becomes the block taken; the condition is known where it is
 * constant, inside a branch on it, and after a branch on it that throws. What follows such a guard
 * moves out of the branch, and knows an integer that the guard has compared with a constant.
 * Results that do not depend on the branch taken leave it.
 */
final class Branches implements Rule {
  private final Map<Value, Boolean> known = new HashMap<>();

  /** What became known in each open block, to forget at its end. */
  private final Deque<List<Value>> learned = new ArrayDeque<>();

  @Override
  public void open() {
    learned.push(new ArrayList<>());
  }

  @Override
  public void close() {
    learned.pop().forEach(known::remove);
  }

  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Branch branch)) {
      return false;
    }
    Optional<Boolean> outcome = outcome(branch.condition(), rewriter);
    Block whenTrue = branch.whenTrue();
    Block whenFalse = branch.whenFalse();
    if (outcome.isPresent() && (outcome.get() ? whenTrue : whenFalse).completes()) {
      proceed(branch, outcome.get() ? whenTrue : whenFalse, rewriter);
    } else if (whenTrue.completes() != whenFalse.completes()) {
      guard(branch, rewriter);
    } else {
      choose(branch, rewriter);
    }
    return true;
  }

  /** Goes on with the one block that is ever taken from here. */
  private static void proceed(Branch branch, Block taken, Rewriter rewriter) {
    rewriter.replaceAll(branch.results(), rewriter.inline(taken));
  }

  /** One block throws, so the other need not be nested. */
  private void guard(Branch branch, Rewriter rewriter) {
    boolean goesOn = branch.whenTrue().completes();
    Block rest = goesOn ? branch.whenTrue() : branch.whenFalse();
    Block nothing =
        rest.operations().isEmpty() && rest.yields().isEmpty()
            ? rest
            : new Block(List.of(), List.of());
    Block fails = arm(goesOn ? branch.whenFalse() : branch.whenTrue(), branch, !goesOn, rewriter);
    rewriter.emit(with(branch, List.of(), goesOn ? nothing : fails, goesOn ? fails : nothing));
    learn(branch.condition(), goesOn, rewriter);
    rewriter
        .elementary(branch.condition())
        .filter(test -> test.operator() == (goesOn ? Arithmetic.EQ : Arithmetic.NE))
        .ifPresent(test -> equate(test.inputs().get(0), test.inputs().get(1), rewriter));
    proceed(branch, rest, rewriter);
  }

  /** From here on an integer is the constant that it has been found to be. */
  private static void equate(Value some, Value other, Rewriter rewriter) {
    if (some.type().equals(Type.INT)) {
      if (rewriter.literal(other).isPresent() && rewriter.literal(some).isEmpty()) {
        rewriter.replaceHere(some, other);
      } else if (rewriter.literal(some).isPresent() && rewriter.literal(other).isEmpty()) {
        rewriter.replaceHere(other, some);
      }
    }
  }

  private void choose(Branch branch, Rewriter rewriter) {
    Branch rewritten =
        with(
            branch,
            branch.results(),
            arm(branch.whenTrue(), branch, true, rewriter),
            arm(branch.whenFalse(), branch, false, rewriter));
    if (!rewritten.whenTrue().completes()) {
      rewriter.emit(rewritten);
      return;
    }
    List<Operation> after = new ArrayList<>();
    boolean[] settled = new boolean[branch.results().size()];
    for (int i = 0; i < settled.length; i++) {
      settled[i] = settle(rewritten, i, after, rewriter);
    }
    Branch rest = Slots.keep(rewritten, i -> !settled[i]);
    boolean empty =
        rest.results().isEmpty()
            && rest.whenTrue().operations().isEmpty()
            && rest.whenFalse().operations().isEmpty();
    if (!empty) {
      rewriter.emit(rest);
    }
    after.forEach(rewriter::rewrite);
  }

  /** Defines a result outside of the branch, if it can be. */
  private static boolean settle(Branch branch, int slot, List<Operation> after, Rewriter rewriter) {
    Value result = branch.results().get(slot);
    Value whenTrue = branch.whenTrue().yields().get(slot);
    Value whenFalse = branch.whenFalse().yields().get(slot);
    if (whenTrue == whenFalse) {
      rewriter.replace(result, whenTrue);
      return true;
    }
    Optional<Object> literal = rewriter.literal(whenTrue);
    Optional<Object> other = rewriter.literal(whenFalse);
    if (literal.isEmpty() || other.isEmpty()) {
      return false;
    }
    if (literal.equals(other)) {
      after.add(new Operation.Constant(result, literal.get(), branch.at()));
      return true;
    }
    if (!(literal.get() instanceof Boolean truth)) {
      return false;
    }
    if (truth) {
      rewriter.replace(result, branch.condition());
    } else {
      after.add(
          new Operation.Elementary(
              result, Arithmetic.NOT, List.of(branch.condition()), branch.at()));
    }
    return true;
  }

  /** A block of the branch rewritten, knowing what taking it says. */
  private Block arm(Block block, Branch branch, boolean outcome, Rewriter rewriter) {
    learned.push(new ArrayList<>());
    learn(branch.condition(), outcome, rewriter);
    Block rewritten = rewriter.block(block);
    close();
    return rewritten;
  }

  private void learn(Value condition, boolean outcome, Rewriter rewriter) {
    if (known.putIfAbsent(condition, outcome) == null) {
      learned.element().add(condition);
    }
    negated(condition, rewriter).ifPresent(inner -> learn(inner, !outcome, rewriter));
  }

  private Optional<Boolean> outcome(Value condition, Rewriter rewriter) {
    Optional<Object> literal = rewriter.literal(condition);
    if (literal.isPresent()) {
      return literal.map(Boolean.class::cast);
    }
    return known.containsKey(condition)
        ? Optional.of(known.get(condition))
        : negated(condition, rewriter).map(known::get).map(inner -> !inner);
  }

  private static Optional<Value> negated(Value condition, Rewriter rewriter) {
    return rewriter
        .elementary(condition)
        .filter(definition -> definition.operator() == Arithmetic.NOT)
        .map(definition -> definition.inputs().get(0));
  }

  private static Branch with(Branch branch, List<Value> results, Block whenTrue, Block whenFalse) {
    return results.size() == branch.results().size()
            && whenTrue == branch.whenTrue()
            && whenFalse == branch.whenFalse()
        ? branch
        : new Branch(results, branch.condition(), whenTrue, whenFalse, branch.at());
  }
}
