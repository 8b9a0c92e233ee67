package org.wengert.processor.simplify;

import java.util.Set;
import java.util.function.Predicate;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * Makes tapes smaller. The result computes what the given tape computes to the last bit, signed
 * zeros included (of NaN, that it is one), stores the same into the same arrays, and ends in the
 * same exception or as little as the given tape does not end. Values that stay keep their identity.
 *
 * <p>Time is linear in the number of operations, for a number of rounds that is small in practice
 * and limited.
 */
public final class Simplifier {
  /** Far more than tapes need; a chain of discoveries longer than this is left as it is. */
  private static final int MAX_ROUNDS = 16;

  private final Removable removable;
  private final Names names;
  private final Predicate<Value> unrolled;

  /**
   * @param unrolled the arrays for whose sake loops are unrolled
   */
  private Simplifier(Removable removable, Names names, Predicate<Value> unrolled) {
    this.removable = removable;
    this.names = names;
    this.unrolled = unrolled;
  }

  /** The tape simplified, with all its exceptions kept. */
  public static Tape of(Tape tape) {
    return of(tape, operation -> false);
  }

  /**
   * The tape simplified.
   *
   * @param removable whether an operation that may throw, or a loop that may not end, can go once
   *     its results are not used; asked about each operation of the given tape once. Other
   *     operations without effect always go, stores, calls and throws never.
   */
  public static Tape of(Tape tape, Predicate<Operation> removable) {
    Removable mayGo = Removable.in(tape, removable);
    Names names = new Names();
    Tape simple = new Simplifier(mayGo, names, array -> false).simplified(tape);
    Set<Value> arrays = SmallArrays.created(simple);
    if (!arrays.isEmpty()) {
      // Without iterations some may go: only then it is worth while.
      Tape trial = new Simplifier(mayGo.copy(), new Names(), arrays::contains).simplified(simple);
      arrays.removeAll(SmallArrays.created(trial));
      if (!arrays.isEmpty()) {
        simple = new Simplifier(mayGo, names, arrays::contains).simplified(simple);
      }
    }
    return names.applyTo(simple);
  }

  private Tape simplified(Tape tape) {
    Tape before;
    Tape after = tape;
    int rounds = 0;
    do {
      before = after;
      after = round(before);
    } while (after != before && ++rounds < MAX_ROUNDS);
    return after;
  }

  private Tape round(Tape tape) {
    UseCounts uses = UseCounts.of(tape);
    Tape folded =
        Rewriter.rewrite(
            tape,
            names,
            new Folding(),
            new Algebra(),
            new Signs(uses),
            new Offsets(),
            new Extremes(),
            new Narrowing(uses),
            new Bits(),
            new Decisions(),
            new Conversions(),
            new Functions(),
            new NewArrays(),
            new AdjacentBranches(),
            new Branches(),
            new Unrolling(removable, unrolled),
            new Loops());
    Tape scalars = ScalarReplacement.of(folded, names);
    Tape unified = Rewriter.rewrite(scalars, names, new ValueNumbering(removable));
    Tape live = Rewriter.rewrite(unified, names, new DeadCode(Liveness.of(unified, removable)));
    return Hoisting.of(live);
  }
}
