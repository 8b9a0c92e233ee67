package org.wengert.sample.benchmark.peer;

/** A problem written once more, in calls of operations, for all peers that differentiate so. */
public interface OverloadedFunction {

  /**
   * The values at {@code x}.
   *
   * @param x not changed
   */
  <T> T[] values(Numbers<T> numbers, T[] x);
}
