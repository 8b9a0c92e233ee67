package org.wengert.processor.read;

import com.sun.source.tree.StatementTree;
import java.util.List;
import org.wengert.processor.message.ProblemException;

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
    return statement == null ? this : prepend(new Source(statement));
  }

  Rest prependAll(List<? extends StatementTree> statements) {
    List<StatementTree> indexed = List.copyOf(statements); // javac's lists are linked
    Rest result = this;
    for (int i = indexed.size() - 1; i >= 0; i--) {
      result = result.prepend(indexed.get(i));
    }
    return result;
  }

  /** Whether nothing is left to do. */
  boolean isDone() {
    return first == null;
  }
}
