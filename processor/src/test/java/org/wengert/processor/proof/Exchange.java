package org.wengert.processor.proof;

import java.util.HashSet;
import java.util.Set;

/** Neighbouring statements whose order does not matter. */
final class Exchange {
  private Exchange() {}

  /** Whether each only sets a variable that the other does not know. */
  static boolean isPossible(Stmt first, Stmt second) {
    return isPlain(first)
        && isPlain(second)
        && !variables(second).contains(target(first))
        && !variables(first).contains(target(second));
  }

  private static boolean isPlain(Stmt statement) {
    if (statement instanceof Local local) {
      return isPure(local.first());
    }
    return statement instanceof Do step
        && step.expression() instanceof Assign assign
        && assign.target() instanceof Variable
        && isPure(assign.source());
  }

  private static boolean isPure(Node node) {
    boolean acts =
        node instanceof Assign
            || node instanceof Step
            || node instanceof Call
            || node instanceof Create
            || node instanceof Access
            || node instanceof Invocation
            || node instanceof KnownCall
            || node instanceof Stmt;
    return !acts && node.children().stream().allMatch(Exchange::isPure);
  }

  private static String target(Stmt statement) {
    return statement instanceof Local local
        ? local.variable().name()
        : ((Variable) ((Assign) ((Do) statement).expression()).target()).name();
  }

  private static Set<String> variables(Node node) {
    Set<String> names = new HashSet<>();
    if (node instanceof Variable variable) {
      names.add(variable.name());
    } else if (node instanceof Local local) {
      names.add(local.variable().name());
    }
    node.children().forEach(child -> names.addAll(variables(child)));
    return names;
  }
}
