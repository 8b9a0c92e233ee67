package org.wengert;

/**
 * Where to put checkpoints so that the fewest steps have to be repeated: the binomial schedule of
 * Griewank and Walther (2000), "Algorithm 799: revolve". With {@code s} checkpoints and {@code r}
 * repetitions, {@code C(s + r, s)} steps can be reversed.
 */
final class Revolve {
  private Revolve() {}

  /**
   * How many steps to make before the next checkpoint.
   *
   * @param steps the number of steps to be reversed from the current checkpoint on, at least 2
   * @param checkpoints how many may be held, the current one included; at least 2
   * @return from 1 to {@code steps - 1}
   */
  static long advance(long steps, long checkpoints) {
    long repetitions = 1;
    long fewer = 1; // what one repetition less does for
    for (long most = checkpoints + 1;
        most < steps;
        most = increased(fewer, checkpoints, repetitions)) {
      fewer = most;
      repetitions++;
    }
    long behind = scaled(fewer, checkpoints, checkpoints + repetitions - 1);
    return Math.min(fewer, steps - behind);
  }

  /** {@code C(s + r, s)} from {@code C(s + r - 1, s)}; the largest long where it is more. */
  private static long increased(long binomial, long s, long r) {
    return binomial / r >= Long.MAX_VALUE / (s + r) ? Long.MAX_VALUE : scaled(binomial, s + r, r);
  }

  /** {@code number * factor / divisor}, which is whole, though the product may be too large. */
  private static long scaled(long number, long factor, long divisor) {
    return number / divisor * factor + number % divisor * factor / divisor;
  }
}
