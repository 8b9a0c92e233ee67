package org.wengert.sample.sparse;

import org.wengert.Differentiable;

/**
 * The equation of Bratu, a model of burning: what diffuses out of a square is produced within it,
 * the faster the more there is. Its solution is zero on the boundary and hottest in the middle.
 */
public final class Bratu {
  private Bratu() {}

  /**
   * How far values on the inner points of a grid are from a solution, at each of them.
   *
   * @param u the values, row by row, of {@code n} rows of as many points
   * @param lambda how fast heat is produced
   */
  @Differentiable(wrt = "u", sparse = true)
  public static double[] residual(double[] u, int n, double lambda) {
    double h = 1.0 / (n + 1);
    double[] residual = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int k = i * n + j;
        double around = 0;
        around += i > 0 ? u[k - n] : 0;
        around += i + 1 < n ? u[k + n] : 0;
        around += j > 0 ? u[k - 1] : 0;
        around += j + 1 < n ? u[k + 1] : 0;
        residual[k] = 4 * u[k] - around - h * h * lambda * Math.exp(u[k]);
      }
    }
    return residual;
  }
}
