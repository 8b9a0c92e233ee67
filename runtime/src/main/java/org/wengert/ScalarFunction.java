package org.wengert;

/**
 * A differentiable function from R<sup>n</sup> to R: an annotated method as an object of its active
 * parameters, its constants bound.
 *
 * <p>Generated implementations throw {@link IllegalArgumentException} where an array is null or not
 * of length n, before anything is written; exceptions of the method itself come out as they are.
 * They may be used by several threads at once, as far as the method itself may. No method keeps or
 * changes the arrays {@code x}, {@code xDot} and {@code v}.
 */
public interface ScalarFunction {

  /** The value at {@code x}. */
  double value(double[] x);

  /**
   * Overwrites {@code gradient} with the gradient at {@code x}, by one reverse sweep, and returns
   * the value at {@code x}.
   *
   * @param gradient an array of length n, not {@code x} itself
   */
  double gradient(double[] x, double[] gradient);

  /** The gradient at {@code x}, freshly allocated. */
  default double[] gradient(double[] x) {
    double[] gradient = new double[x.length];
    gradient(x, gradient);
    return gradient;
  }

  /**
   * The value at {@code x} and the derivative in the direction {@code xDot}, by one forward sweep.
   */
  Dual jvp(double[] x, double[] xDot);

  /**
   * Overwrites {@code hv} with the product of the Hessian at {@code x} and the vector {@code v}.
   *
   * @param hv an array of length n, neither {@code x} nor {@code v}
   * @throws UnsupportedOperationException if the method was not annotated with {@code order = 2}
   */
  default void hvp(double[] x, double[] v, double[] hv) {
    throw new UnsupportedOperationException(
        "this function has first derivatives only;"
            + " for Hessians write @Differentiable(order = 2) on the method it was made from");
  }

  /**
   * The Hessian at {@code x}, n by n, freshly allocated; row i is the Hessian times the i-th unit
   * vector, so that the two triangles may differ by rounding.
   *
   * @throws UnsupportedOperationException if the method was not annotated with {@code order = 2}
   */
  default double[][] hessian(double[] x) {
    double[][] hessian = new double[x.length][x.length];
    double[] unit = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      unit[i] = 1;
      hvp(x, unit, hessian[i]);
      unit[i] = 0;
    }
    return hessian;
  }

  /**
   * The Taylor series along a line: the coefficients of the powers of t at {@code x + t xDot}.
   *
   * @param order of the highest power, from 0 on
   * @return the coefficients, the value at {@code x} first, then at k the k-th derivative over k
   *     factorial
   * @throws IllegalArgumentException if the order is negative
   * @throws UnsupportedOperationException if the method was not annotated with {@code taylor =
   *     true}
   */
  default double[] taylor(double[] x, double[] xDot, int order) {
    throw new UnsupportedOperationException(
        "this function has no Taylor series;"
            + " write @Differentiable(taylor = true) on the method it was made from");
  }

  /**
   * The pattern of the Hessian on the way that the method takes at {@code x}.
   *
   * @throws UnsupportedOperationException if the method was not annotated with {@code order = 2,
   *     sparse = true}
   */
  default Sparsity sparsity(double[] x) {
    throw notSparse();
  }

  /**
   * The Hessian at {@code x} without its zeros, by its own pattern; it is symmetric.
   *
   * @throws UnsupportedOperationException if the method was not annotated with {@code order = 2,
   *     sparse = true}
   */
  default SparseMatrix sparseHessian(double[] x) {
    return sparseHessian(x, sparsity(x));
  }

  /**
   * The Hessian at {@code x} without its zeros, by a pattern that is known; it is symmetric.
   *
   * @param sparsity of this function, from this point or another one
   * @throws IllegalStateException if the pattern does not hold at {@code x}
   * @throws UnsupportedOperationException if the method was not annotated with {@code order = 2,
   *     sparse = true}
   */
  default SparseMatrix sparseHessian(double[] x, Sparsity sparsity) {
    throw notSparse();
  }

  private static UnsupportedOperationException notSparse() {
    return new UnsupportedOperationException(
        "this function has no sparse Hessian;"
            + " for one write @Differentiable(order = 2, sparse = true) on the method it was made from");
  }
}
