package org.wengert.sample.gradbench;

import java.util.Arrays;

/** The times of many runs, in nanoseconds: tens of millions where a run is short. */
final class RunTimes {

  private long[] nanoseconds = new long[16];
  private int count;
  private long total;

  void add(long time) {
    if (count == nanoseconds.length) {
      nanoseconds = Arrays.copyOf(nanoseconds, 2 * count);
    }
    nanoseconds[count] = time;
    count++;
    total += time;
  }

  int count() {
    return count;
  }

  long nanoseconds(int run) {
    return nanoseconds[run];
  }

  double totalSeconds() {
    return total * 1e-9;
  }
}
