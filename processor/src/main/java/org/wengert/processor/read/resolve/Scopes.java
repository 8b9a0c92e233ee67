package org.wengert.processor.read.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The names visible at one point of a method, block in block. Finding a name takes constant time.
 */
final class Scopes<T> {
  private final Map<String, T> visible = new HashMap<>();

  /** For each open block, what its names meant before it; null for nothing. */
  private final Deque<Map<String, T>> outer = new ArrayDeque<>();

  void open() {
    outer.push(new HashMap<>());
  }

  void close() {
    outer
        .pop()
        .forEach(
            (name, before) -> {
              if (before == null) {
                visible.remove(name);
              } else {
                visible.put(name, before);
              }
            });
  }

  int depth() {
    return outer.size();
  }

  /** Closes all blocks that were opened since there were so many. */
  void closeTo(int depth) {
    while (outer.size() > depth) {
      close();
    }
  }

  void declare(CharSequence name, T declaration) {
    T before = visible.put(name.toString(), declaration);
    outer.peek().putIfAbsent(name.toString(), before);
  }

  /** The innermost declaration of a name, or null. */
  T find(String name) {
    return visible.get(name);
  }
}
