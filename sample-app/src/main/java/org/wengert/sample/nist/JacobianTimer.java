package org.wengert.sample.nist;

/** Times one Jacobian well enough for a column of a table; the benchmarks do it properly. */
final class JacobianTimer {

  private static final long BATCH_NANOS = 5_000_000;

  private final int warmUpBatches;
  private final int batches;

  /** Somewhere for results to go, so that their computation is not optimised away. */
  private double sink;

  JacobianTimer(int warmUpBatches, int batches) {
    this.warmUpBatches = warmUpBatches;
    this.batches = batches;
  }

  /** Returns the time of the fastest of some batches, in microseconds. */
  double microseconds(Jacobian jacobian, double[] b) {
    for (int i = 0; i < warmUpBatches; i++) {
      batch(jacobian, b);
    }
    double fastest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < batches; i++) {
      fastest = Math.min(fastest, batch(jacobian, b));
    }
    return fastest / 1_000;
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

  @Override
  public String toString() {
    return "JacobianTimer[sink=" + sink + "]";
  }
}
