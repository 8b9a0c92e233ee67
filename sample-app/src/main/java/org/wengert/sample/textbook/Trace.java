package org.wengert.sample.textbook;

/**
 * All numbers of a function's traces at one point, an entry for each intermediate value.
 *
 * @param tangents a row for each input: the tangents with that input's set to one
 * @param adjoints with the adjoint of the result set to one
 */
record Trace(double[] primal, double[][] tangents, double[] adjoints) {

  /** A generated forward tangent of one of {@link TracedFunctions}. */
  @FunctionalInterface
  interface Forward {
    Object jvp(double[] x, double[] xDot, double[] e, double[] eDot, double[] v, double[] vDot);
  }

  /** A generated reverse adjoint of one of {@link TracedFunctions}. */
  @FunctionalInterface
  interface Reverse {
    double vjp(
        double[] x,
        double[] xBar,
        double[] e,
        double[] eBar,
        double[] v,
        double[] vBar,
        double resultBar);
  }

  /** Runs the derivatives of a function of {@code steps} intermediate values at {@code x}. */
  static Trace of(Forward forward, Reverse reverse, double[] x, int steps) {
    double[][] tangents = new double[x.length][steps];
    for (int i = 0; i < x.length; i++) {
      double[] xDot = new double[x.length];
      xDot[i] = 1;
      forward.jvp(x, xDot, new double[steps], new double[steps], new double[steps], tangents[i]);
    }
    double[] primal = new double[steps];
    double[] adjoints = new double[steps];
    reverse.vjp(x, new double[x.length], new double[steps], adjoints, primal, new double[steps], 1);
    return new Trace(primal, tangents, adjoints);
  }
}
