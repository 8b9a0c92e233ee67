package org.wengert.processor.read;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.StatementTree;
import java.util.Set;
import javax.lang.model.element.Name;

/**
 * A statement that {@code break} or {@code continue} may refer to.
 *
 * @param labels its labels
 * @param after where {@code break} leads to
 * @param next where {@code continue} leads to; null where that is not allowed
 * @param enclosing the next one outwards; null at the end
 */
record Target(Kind kind, Set<Name> labels, Point after, Point next, Target enclosing) {
  enum Kind {
    LOOP,
    SWITCH,
    OTHER
  }

  /** Where a jump within this statement leads to. */
  Point of(StatementTree jump) {
    boolean breaks = jump instanceof BreakTree;
    Name label = breaks ? ((BreakTree) jump).getLabel() : ((ContinueTree) jump).getLabel();
    Target target = this;
    while (!target.isMeant(breaks, label)) {
      target = target.enclosing;
    }
    return breaks ? target.after : target.next;
  }

  private boolean isMeant(boolean breaks, Name label) {
    if (label != null) {
      return labels.contains(label);
    }
    return kind == Kind.LOOP || breaks && kind == Kind.SWITCH;
  }
}
