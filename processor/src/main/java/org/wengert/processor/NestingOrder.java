package org.wengert.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Which methods call derivatives of which: none may need its own, by whatever way. */
final class NestingOrder {
  private final Map<ExecutableElement, Set<ExecutableElement>> calls = new HashMap<>();
  private final Map<ExecutableElement, Set<ExecutableElement>> derivatives = new HashMap<>();
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
    derivatives.computeIfAbsent(caller, key -> new LinkedHashSet<>()).add(method);
    return back(method, true);
  }

  /**
   * Notes that a method itself is called, and so differentiated with its caller.
   *
   * @return the way from the caller back to itself, if it leads by a derivative; else empty
   */
  List<ExecutableElement> use(ExecutableElement method) {
    if (method.equals(caller)) {
      return List.of();
    }
    calls.computeIfAbsent(caller, key -> new LinkedHashSet<>()).add(method);
    return back(method, false);
  }

  private List<ExecutableElement> back(ExecutableElement method, boolean byDerivative) {
    List<ExecutableElement> back = way(method, byDerivative, new HashSet<>());
    if (!back.isEmpty()) {
      back.add(0, caller);
    }
    return back;
  }

  /** A method on the way, and whether a derivative has been called on it. */
  private record Stop(ExecutableElement method, boolean byDerivative) {}

  private List<ExecutableElement> way(
      ExecutableElement from, boolean byDerivative, Set<Stop> seen) {
    if (byDerivative && from.equals(caller)) {
      return new ArrayList<>(List.of(from));
    }
    if (!seen.add(new Stop(from, byDerivative))) {
      return new ArrayList<>();
    }
    List<ExecutableElement> rest = new ArrayList<>();
    for (ExecutableElement next : derivatives.getOrDefault(from, Set.of())) {
      rest = rest.isEmpty() ? way(next, true, seen) : rest;
    }
    for (ExecutableElement next : calls.getOrDefault(from, Set.of())) {
      rest = rest.isEmpty() ? way(next, byDerivative, seen) : rest;
    }
    if (!rest.isEmpty()) {
      rest.add(0, from);
    }
    return rest;
  }
}
