package org.wengert.processor.proof;

/** How near derivatives have to be, where cancellation leaves that much. */
enum Precision {
  DOUBLE(1e-10, 1e4, 1e300),
  FLOAT(1e-3, 1e2, 1e30);

  private final double tolerance;
  private final double condition;
  private final double range;

  Precision(double tolerance, double condition, double range) {
    this.tolerance = tolerance;
    this.condition = condition;
    this.range = range;
  }

  /** Lower where derivatives pass through a {@code float}: in an array, or between methods. */
  static Precision of(Program program) {
    boolean passed =
        (program.text(false) + program.text(true)).contains("float[")
            || program.methods().stream().anyMatch(Precision::handsOn);
    return passed ? FLOAT : DOUBLE;
  }

  private static boolean handsOn(Method method) {
    boolean isCalled = !method.annotation().isEmpty();
    return isCalled
        && (method.type() == Type.FLOAT
            || method.parameters().stream().anyMatch(each -> each.type() == Type.FLOAT));
  }

  /** Whether a sum can be trusted: not much cancels in it, and it neither over- nor underflows. */
  boolean isFine(double largest, double size) {
    boolean inRange = size < range && (size == 0 || largest > 1 / range);
    return inRange && size <= condition * largest;
  }

  /** Relative to the largest entry. */
  double tolerance() {
    return tolerance;
  }
}
