package org.wengert.processor.emit;

import java.util.Map;
import java.util.TreeMap;

/** A set of integers, as disjoint closed intervals. */
final class Intervals {
  private final TreeMap<Integer, Integer> ends = new TreeMap<>();

  /** Adds {@code first .. last}; what overlaps or touches melts together. */
  void add(int first, int last) {
    int from = first;
    int to = last;
    Map.Entry<Integer, Integer> before = ends.floorEntry(first);
    if (before != null && before.getValue() >= first - 1) {
      from = before.getKey();
      to = Math.max(to, before.getValue());
    }
    Map.Entry<Integer, Integer> after = ends.higherEntry(from);
    while (after != null && after.getKey() <= to + 1) {
      to = Math.max(to, after.getValue());
      ends.remove(after.getKey());
      after = ends.higherEntry(from);
    }
    ends.put(from, to);
  }

  /** How many intervals there are. */
  int count() {
    return ends.size();
  }

  /** Whether the sets share an integer; takes time by this set's size. */
  boolean overlaps(Intervals other) {
    for (Map.Entry<Integer, Integer> interval : ends.entrySet()) {
      Map.Entry<Integer, Integer> before = other.ends.floorEntry(interval.getValue());
      if (before != null && before.getValue() >= interval.getKey()) {
        return true;
      }
    }
    return false;
  }

  /** Adds all of the other set. */
  void addAll(Intervals other) {
    other.ends.forEach(this::add);
  }
}
