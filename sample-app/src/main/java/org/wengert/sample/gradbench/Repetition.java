package org.wengert.sample.gradbench;

import java.util.function.Supplier;

/**
 * How often a workload is to be run: until both numbers are reached.
 *
 * @param minSeconds the least sum of the measured times
 */
record Repetition(int minRuns, double minSeconds) {

  static final Repetition ONCE = new Repetition(1, 0);

  /** Returns what the input asks for; it may leave out both. */
  static Repetition of(Json input) {
    if (!(input instanceof Json.Fields)) {
      return ONCE;
    }
    Input fields = Input.of("input", input);
    return new Repetition(
        fields.has("min_runs") ? fields.integer("min_runs") : ONCE.minRuns,
        fields.has("min_seconds") ? fields.real("min_seconds") : ONCE.minSeconds);
  }

  /** Runs at least once, adds the time of every run, and returns the result of the last. */
  <T> T run(Supplier<T> work, RunTimes times) {
    T result;
    do {
      long start = System.nanoTime();
      result = work.get();
      times.add(System.nanoTime() - start);
    } while (times.count() < minRuns || times.totalSeconds() < minSeconds);
    return result;
  }
}
