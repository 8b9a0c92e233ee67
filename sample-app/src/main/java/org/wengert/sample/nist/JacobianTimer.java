package org.wengert.sample.nist;

import java.util.Arrays;

/** Times one Jacobian well enough for a column of a table; the benchmarks are for the rest. */
final class JacobianTimer {

  private static final long BATCH_NANOS = 8_000_000;
  private static final int WARM_UP_BATCHES = 4;
  private static final int BATCHES = 5;

  /** Somewhere for results to go, so that their computation is not optimised away. */
  private double sink;

  /** Returns the median over a few batches, in microseconds. */
  double microseconds(Jacobian jacobian, double[] b) {
    for (int i = 0; i < WARM_UP_BATCHES; i++) {
      batch(jacobian, b);
    }
    double[] times = new double[BATCHES];
    for (int i = 0; i < BATCHES; i++) {
      times[i] = batch(jacobian, b);
    }
    Arrays.sort(times);
    return times[BATCHES / 2] / 1_000;
  }

  private double batch(Jacobian jacobian, double[] b) {
    long begin = System.nanoTime();
    long elapsed;
    int calls = 0;
    do {
      sink += jacobian.at(b)[0][0];
      calls++;
      elapsed = System.nanoTime() - begin;
    } while (elapsed < BATCH_NANOS);
    return (double) elapsed / calls;
  }

  /** Returns a meaningless number that depends on everything timed. */
  double sink() {
    return sink;
  }
}
