package org.wengert.processor.proof;

/** How near derivatives have to be, where cancellation leaves that much. */
enum Precision {
  DOUBLE(1e-10, 1e4),
  FLOAT(1e-3, 1e2);

  private final double tolerance;
  private final double condition;

  Precision(double tolerance, double condition) {
    this.tolerance = tolerance;
    this.condition = condition;
  }

  /** Lower where derivatives pass through a {@code float}. */
  static Precision of(Program program) {
    return (program.text(false) + program.text(true)).contains("float") ? FLOAT : DOUBLE;
  }

  /** Relative to the largest entry. */
  double tolerance() {
    return tolerance;
  }

  /** The sum of all terms' absolute values, relative to the largest entry, that is still fine. */
  double condition() {
    return condition;
  }
}
