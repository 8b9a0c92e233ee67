package org.wengert;

/**
 * A differentiable function from R<sup>n</sup> to R<sup>m</sup>: an annotated method as an object
 * of its active parameters, its constants bound.
 *
 * <p>The same promises hold as for a {@link ScalarFunction}. All results are freshly allocated.
 */
public interface VectorFunction {

  /** The value at {@code x}, of length m. */
  double[] value(double[] x);

  /**
   * The value at {@code x} and the derivative in the direction {@code xDot}, by one forward sweep.
   */
  DualArray jvp(double[] x, double[] xDot);

  /**
   * The product of {@code resultBar} and the Jacobian at {@code x}, of length n, by one reverse
   * sweep.
   *
   * @param resultBar the adjoint of the result, of length m
   */
  double[] vjp(double[] x, double[] resultBar);

  /**
   * The Jacobian at {@code x}: m rows, one for each output, of n columns, one for each input.
   *
   * <p>It is computed column by column with forward sweeps or row by row with reverse sweeps,
   * whichever takes fewer; generated functions compute several columns in one sweep. Only an
   * evaluation tells m, so the first column is always computed by a forward sweep. Of the n - 1
   * forward sweeps that are left and the m reverse sweeps that would replace them, the fewer are
   * done, and forward sweeps where there are as many of both, since a reverse sweep is never the
   * cheaper one.
   */
  default double[][] jacobian(double[] x) {
    int n = x.length;
    if (n == 0) {
      return new double[value(x).length][0];
    }
    double[] xDot = new double[n];
    xDot[0] = 1;
    double[] column = jvp(x, xDot).tangent();
    int m = column.length;
    double[][] jacobian = new double[m][];
    if (m < n - 1) {
      double[] resultBar = new double[m];
      for (int i = 0; i < m; i++) {
        resultBar[i] = 1;
        jacobian[i] = vjp(x, resultBar);
        resultBar[i] = 0;
      }
      return jacobian;
    }
    for (int i = 0; i < m; i++) {
      jacobian[i] = new double[n];
      jacobian[i][0] = column[i];
    }
    for (int j = 1; j < n; j++) {
      xDot[j - 1] = 0;
      xDot[j] = 1;
      column = jvp(x, xDot).tangent();
      for (int i = 0; i < m; i++) {
        jacobian[i][j] = column[i];
      }
    }
    return jacobian;
  }

  /**
   * The Taylor series along a line: the coefficients of the powers of t at {@code x + t xDot}.
   *
   * @param order of the highest power, from 0 on
   * @return for each element of the value its coefficients: the element first, then at k its k-th
   *     derivative over k factorial
   * @throws IllegalArgumentException if the order is negative
   * @throws UnsupportedOperationException if the method was not annotated with {@code taylor =
   *     true}
   */
  default double[][] taylor(double[] x, double[] xDot, int order) {
    throw new UnsupportedOperationException(
        "this function has no Taylor series;"
            + " write @Differentiable(taylor = true) on the method it was made from");
  }

  /**
   * The pattern of the Jacobian on the way that the method takes at {@code x}.
   *
   * @throws UnsupportedOperationException if the method was not annotated with {@code sparse =
   *     true}
   */
  default Sparsity sparsity(double[] x) {
    throw notSparse();
  }

  /**
   * The Jacobian at {@code x} without its zeros, by its own pattern.
   *
   * @throws UnsupportedOperationException if the method was not annotated with {@code sparse =
   *     true}
   */
  default SparseMatrix sparseJacobian(double[] x) {
    return sparseJacobian(x, sparsity(x));
  }

  /**
   * The Jacobian at {@code x} without its zeros, by a pattern that is known.
   *
   * @param sparsity of this function, from this point or another one
   * @throws IllegalStateException if the pattern does not hold at {@code x}
   * @throws UnsupportedOperationException if the method was not annotated with {@code sparse =
   *     true}
   */
  default SparseMatrix sparseJacobian(double[] x, Sparsity sparsity) {
    throw notSparse();
  }

  private static UnsupportedOperationException notSparse() {
    return new UnsupportedOperationException(
        "this function has no sparse Jacobian;"
            + " for one write @Differentiable(sparse = true) on the method it was made from");
  }
}
