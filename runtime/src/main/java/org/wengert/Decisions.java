package org.wengert;

import java.lang.reflect.Array;

/**
 * A summary of all that a method decides on its way: branches, numbers of iterations, places in
 * arrays. Where two of them are equal, so are the ways, but for one chance in 2<sup>64</sup>, and
 * so are the patterns of dependences. For generated code only.
 */
public final class Decisions {
  private final String method;
  private long summary;
  private boolean complete = true;

  /** Nothing decided yet by the method of this name, which no other one has. */
  public Decisions(String method) {
    this.method = method;
    method.chars().forEach(this::add);
  }

  public void add(int decision) {
    long mixed = (summary ^ decision) * 0x9E3779B97F4A7C15L;
    summary = mixed ^ (mixed >>> 29);
  }

  public void add(long decision) {
    add((int) decision);
    add((int) (decision >>> 32));
  }

  public void add(boolean decision) {
    add(decision ? 1 : 2);
  }

  /** The shape of an array of any rank. */
  public void shape(Object array) {
    add(array == null ? -1 : Array.getLength(array));
    if (array instanceof Object[] rows) {
      for (Object row : rows) {
        shape(row);
      }
    }
  }

  /** Something was decided elsewhere, so that no other summary can be known to be equal. */
  public void incomplete() {
    complete = false;
  }

  String method() {
    return method;
  }

  long summary() {
    return summary;
  }

  /** Whether another point with this summary is one where the method goes the same way. */
  boolean areThoseOf(long other) {
    return complete && summary == other;
  }
}
