package org.wengert.processor.emit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Java names of variables, given at their declaration: the preferred one where it is free, else
 * with a number. A name is free again after the scope it was declared in.
 */
final class Names {
  private static final Set<String> RESTRICTED = Set.of("yield", "record", "var", "_");

  private final Set<String> reserved;
  private final Set<String> preferred;
  private final IdentityHashMap<Variable, String> names = new IdentityHashMap<>();
  private final Map<String, Integer> lastSuffix = new HashMap<>();
  private final Set<String> visible = new HashSet<>();
  private final Deque<Set<String>> scopes = new ArrayDeque<>();

  /**
   * @param reserved what no variable may be called, such as the names of classes in use
   * @param preferred what variables may be called without a number; no other one gets such a name
   */
  Names(Set<String> reserved, Set<String> preferred) {
    this.reserved = Set.copyOf(reserved);
    this.preferred = Set.copyOf(preferred);
    enterScope();
  }

  void enterScope() {
    scopes.push(new HashSet<>());
  }

  void leaveScope() {
    visible.removeAll(scopes.pop());
  }

  boolean isDeclared(Variable variable) {
    return names.containsKey(variable);
  }

  String of(Variable variable) {
    String name = names.get(variable);
    if (name == null) {
      throw new IllegalStateException("read before declaration: " + variable.preferredName());
    }
    return name;
  }

  /** Names a variable in the current scope. */
  String declare(Variable variable) {
    String name =
        variable.preferredName().isEmpty()
            ? numbered("t", 1)
            : isFree(variable.preferredName())
                ? variable.preferredName()
                : numbered(variable.preferredName(), 1);
    names.put(variable, name);
    occupy(name);
    return name;
  }

  /** A name for something that is not a variable of the tape. */
  String fresh(String base) {
    String name = isFree(base) && !preferred.contains(base) ? base : numbered(base, 1);
    occupy(name);
    return name;
  }

  private void occupy(String name) {
    visible.add(name);
    scopes.peek().add(name);
  }

  private boolean isFree(String name) {
    return !visible.contains(name)
        && !reserved.contains(name)
        && !RESTRICTED.contains(name)
        && SourceVersion.isIdentifier(name)
        && !SourceVersion.isKeyword(name);
  }

  private String numbered(String base, int from) {
    int suffix = Math.max(from, lastSuffix.getOrDefault(base, 0) + 1);
    String name = base + suffix;
    while (!isFree(name) || preferred.contains(name)) {
      suffix++;
      name = base + suffix;
    }
    lastSuffix.put(base, suffix);
    return name;
  }
}
