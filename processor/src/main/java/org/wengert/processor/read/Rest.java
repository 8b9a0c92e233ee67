package org.wengert.processor.read;

import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.List;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Value;

/**
 * What remains to be read in a list of statements: an immutable linked list, so that the rest of a
 * list can be moved into one arm of an {@code if}.
 *
 * @param first null in the empty list and at an end of a point's list
 * @param next null where {@code first} is
 * @param end the point at whose list's end this is; null elsewhere
 */
record Rest(Step first, Rest next, Point end) {
  static final Rest EMPTY = new Rest(null, null, null);

  /** One statement, or something that the reader does itself. */
  sealed interface Step {}

  record Source(StatementTree statement) implements Step {}

  record Synthetic(Action action) implements Step {}

  /**
   * A choice between two lists of steps.
   *
   * @param tree the construct of the source that makes it
   */
  record Choice(Tree tree, Condition condition, List<Step> whenTrue, List<Step> whenFalse)
      implements Step {}

  /** Lowers a condition at the current place. */
  interface Condition {
    Value read() throws ProblemException;
  }

  /** Lowers something at the current place. */
  interface Action {
    void run() throws ProblemException;
  }

  /** The end of the list of statements whose end is this point. */
  static Rest endAt(Point point) {
    return new Rest(null, null, point);
  }

  Rest prepend(Step step) {
    return new Rest(step, this, null);
  }

  Rest prepend(StatementTree statement) {
    return prependSteps(steps(statement));
  }

  Rest prependAll(List<? extends StatementTree> statements) {
    return prependSteps(steps(statements));
  }

  Rest prependSteps(List<Step> steps) {
    Rest result = this;
    for (int i = steps.size() - 1; i >= 0; i--) {
      result = result.prepend(steps.get(i));
    }
    return result;
  }

  static List<Step> steps(List<? extends StatementTree> statements) {
    return statements.stream().<Step>map(Source::new).toList();
  }

  /** One statement, or none if it is null, as a list. */
  static List<Step> steps(StatementTree statement) {
    return statement == null ? List.of() : List.of(new Source(statement));
  }

  /** Whether nothing is left to do. */
  boolean isDone() {
    return first == null;
  }
}
