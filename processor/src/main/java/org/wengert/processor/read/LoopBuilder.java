package org.wengert.processor.read;

import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Name;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** One loop under construction. */
final class LoopBuilder {
  private final Lowering lowering;
  private final Tree tree;
  private final Target target;
  private final Jumps jumps;
  private final Point outer;
  private final Point after;
  private final Point next;
  private final Variable again = Variable.flag("again");

  /** What is carried from round to round, with its values at the start of a round. */
  private final Map<Variable, Value> carried = new LinkedHashMap<>();

  private Environment start;
  private Region head;
  private Block condition;
  private Region body;

  /** Starts a loop at the current place. A point that nothing in the body jumps to is left out. */
  LoopBuilder(Lowering lowering, Tree tree, StatementTree statement, Set<Name> labels) {
    this.lowering = lowering;
    this.tree = tree;
    Frame frame = lowering.frame();
    jumps = Jumps.outOf(List.of(statement), labels).only(frame.body()::isSound);
    outer = frame.innermost();
    after = jumps.breaks() ? new Point(Variable.flag("broke"), outer) : outer;
    next = jumps.continues() ? new Point(Variable.flag("skipped"), after) : after;
    target = new Target(Target.Kind.LOOP, labels, after, next, frame.target());
    if (jumps.breaks()) {
      lowering.environment().set(after.flag(), Environment.FALSE);
    }
    for (StatementTree jump : jumps.outwards()) {
      carryTo(frame.target().of(jump));
    }
    if (jumps.yields()) {
      carryTo(frame.yielding().end());
      carry(frame.yielding().result());
    }
    if (jumps.returns()) {
      carryTo(frame.end());
      if (frame.result() != null) {
        carry(frame.result());
      }
    }
  }

  /** Carries whether control is on its way to a point outside. */
  private void carryTo(Point point) {
    for (Point passed = outer; ; passed = passed.outer()) {
      carry(passed.flag());
      if (passed == point) {
        return;
      }
    }
  }

  Location location() {
    return lowering.frame().file().locate(tree);
  }

  private int megabytes() {
    return lowering.methods().checkpoints(lowering.frame().method()).megabytes(tree);
  }

  private void carry(Variable variable) {
    carried.put(variable, fresh(variable));
  }

  private Value fresh(Variable variable) {
    return lowering.records().fresh(variable.type(), variable.name());
  }

  /**
   * Carries those of the variables that are declared before the loop.
   *
   * @param assigned whether a variable without a value before the loop can have one after it
   */
  void carry(Set<Variable> variables, Predicate<Variable> assigned) {
    for (Variable variable : variables) {
      Value before = lowering.environment().get(variable);
      if (before != null
          && !lowering.records().isFromOutside(before)
          && (before != Environment.UNASSIGNED || assigned.test(variable))) {
        carry(variable);
      }
    }
  }

  /** A region at the start of a round. */
  Region open() throws ProblemException {
    start = lowering.environment().inner();
    carried.forEach(start::set);
    after.clear(start);
    head = lowering.open(tree, start);
    return head.inner();
  }

  /**
   * Builds a loop that evaluates its condition before each round.
   *
   * @param test where the condition has been lowered
   * @param goesOn the condition's value; null where it is always true
   */
  void plain(Region test, Value goesOn, Rest.Action round) throws ProblemException {
    if (jumps.breaks()) {
      carry(after.flag());
    }
    lowering.in(head, () -> condition = head.yield(List.of(condition(test, goesOn))));
    body = lowering.open(tree, start);
    lowering.in(body, round);
  }

  private Value condition(Region test, Value goesOn) throws ProblemException {
    if (!jumps.leave()) {
      head.append(test);
      return goesOn == null ? lowering.at(location(), tree).constant(true) : goesOn;
    }
    Value left = carried.get(after.flag());
    Value stays = lowering.at(location(), tree).elementary(Arithmetic.NOT, Type.BOOLEAN, left);
    return goesOn == null
        ? stays
        : lowering.logic().shortCircuit(true, stays, test, goesOn, "", tree);
  }

  /** Builds a loop that decides at the end of each round, by {@link #repeat}, on another one. */
  void untilDone(Region round, Rest.Action action) throws ProblemException {
    lowering.environment().set(again, Environment.TRUE);
    carry(again);
    start.set(again, Environment.FALSE);
    condition = new Block(List.of(), List.of(carried.get(again)));
    body = round;
    lowering.in(body, action);
  }

  /** Decides on another round. */
  void repeat(Value decision) {
    lowering.environment().set(again, decision);
  }

  /** Lowers the loop's statement, and what follows it in every round that is not left. */
  void readRound(StatementTree statement, List<Rest.Step> update) throws ProblemException {
    Frame frame = lowering.frame();
    frame.enter(target);
    Rest rest = Rest.EMPTY;
    for (int i = update.size() - 1; i >= 0; i--) {
      rest = rest.prepend(update.get(i));
    }
    if (jumps.continues()) {
      lowering.environment().set(next.flag(), Environment.FALSE);
      frame.enter(next);
      lowering.statements().read(Rest.endAt(next).prepend(statement));
      frame.enter(after);
      lowering.statements().read(rest);
    } else {
      frame.enter(after);
      lowering.statements().read(rest.prepend(statement));
    }
    frame.enter(outer);
    frame.enter(target.enclosing());
  }

  /**
   * Appends the loop.
   *
   * @param endless whether its condition never ends it
   */
  void finish(boolean endless) {
    Region region = lowering.region();
    Records records = lowering.records();
    Set<Variable> variables = carried.keySet();
    region.builder().at(location());
    body.builder().at(location());
    List<Value> initial = records.leaves(region, variables);
    List<Value> starts = new ArrayList<>();
    List<Value> results = new ArrayList<>();
    for (Variable variable : variables) {
      Value result = fresh(variable);
      starts.addAll(records.leaves(carried.get(variable)));
      results.addAll(records.leaves(result));
      region.environment().set(variable, result);
    }
    Block round = body.yield(records.leaves(body, variables));
    region
        .builder()
        .add(
            new Operation.Loop(
                results, initial, starts, condition, round, megabytes(), location()));
    if (endless && !jumps.breaks()) {
      region.environment().set(outer.flag(), Environment.TRUE);
    }
  }
}
