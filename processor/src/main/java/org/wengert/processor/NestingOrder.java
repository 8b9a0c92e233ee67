package org.wengert.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Which methods call derivatives of which: none may need its own, by whatever way. */
final class NestingOrder {
  private final Map<ExecutableElement, Set<ExecutableElement>> calls = new HashMap<>();
  private ExecutableElement caller;

  /** From now on derivatives are called by this method. */
  void enter(ExecutableElement method) {
    caller = method;
  }

  /**
   * Notes that a derivative of a method is called.
   *
   * @return the way from the caller back to itself; empty where there is none
   */
  List<ExecutableElement> call(ExecutableElement method) {
    calls.computeIfAbsent(caller, key -> new LinkedHashSet<>()).add(method);
    List<ExecutableElement> back = way(method, new LinkedHashSet<>());
    if (!back.isEmpty()) {
      back.add(0, caller);
    }
    return back;
  }

  private List<ExecutableElement> way(ExecutableElement from, Set<ExecutableElement> seen) {
    if (from.equals(caller)) {
      return new ArrayList<>(List.of(from));
    }
    if (seen.add(from)) {
      for (ExecutableElement next : calls.getOrDefault(from, Set.of())) {
        List<ExecutableElement> rest = way(next, seen);
        if (!rest.isEmpty()) {
          rest.add(0, from);
          return rest;
        }
      }
    }
    return new ArrayList<>();
  }
}
