package org.wengert.sample.gradbench;

import org.wengert.Differentiable;
import org.wengert.sample.rules.SpecialFunctions;

/** The logarithm of the posterior density of a mixture of Gaussians with a Wishart prior. */
public final class GaussianMixture {

  private GaussianMixture() {}

  /**
   * The logarithm of the posterior density. The precision matrix of component k is QᵀQ with a lower
   * triangular Q.
   *
   * @param alpha the logarithms of the components' weights, up to a constant
   * @param mu the mean of each component
   * @param q the logarithms of the diagonal of each Q
   * @param l what is below each diagonal, column by column
   * @param x the observations, a row for each
   * @param gamma the precision of the prior
   * @param m how many degrees of freedom the prior has beyond the fewest possible
   */
  @Differentiable(
      wrt = {"alpha", "mu", "q", "l"},
      order = 2)
  public static double logPosterior(
      double[] alpha,
      double[][] mu,
      double[][] q,
      double[][] l,
      double[][] x,
      double gamma,
      int m) {
    int components = alpha.length;
    int dimension = mu[0].length;
    double[][] diagonals = new double[components][dimension];
    double[] logDeterminants = new double[components];
    for (int k = 0; k < components; k++) {
      for (int j = 0; j < dimension; j++) {
        diagonals[k][j] = Math.exp(q[k][j]);
        logDeterminants[k] += q[k][j];
      }
    }
    double[] centered = new double[dimension];
    double[] scaled = new double[dimension];
    double[] beta = new double[components];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < components; k++) {
        for (int j = 0; j < dimension; j++) {
          centered[j] = x[i][j] - mu[k][j];
        }
        multiply(diagonals[k], l[k], centered, scaled);
        beta[k] = alpha[k] + logDeterminants[k] - 0.5 * squaredNorm(scaled);
      }
      sum += logSumExp(beta);
    }
    return -0.5 * x.length * dimension * Math.log(2 * Math.PI)
        + sum
        - x.length * logSumExp(alpha)
        + logPrior(diagonals, logDeterminants, l, gamma, m);
  }

  /** Overwrites {@code product} with the product of a lower triangular matrix and a vector. */
  private static void multiply(
      double[] diagonal, double[] below, double[] vector, double[] product) {
    for (int j = 0; j < vector.length; j++) {
      product[j] = diagonal[j] * vector[j];
    }
    int next = 0;
    for (int column = 0; column < vector.length; column++) {
      for (int row = column + 1; row < vector.length; row++) {
        product[row] += below[next] * vector[column];
        next++;
      }
    }
  }

  private static double logPrior(
      double[][] diagonals, double[] logDeterminants, double[][] l, double gamma, int m) {
    int dimension = diagonals[0].length;
    int freedom = dimension + m + 1;
    double sum = 0;
    for (int k = 0; k < diagonals.length; k++) {
      double frobenius = squaredNorm(diagonals[k]) + squaredNorm(l[k]);
      sum += 0.5 * gamma * gamma * frobenius - m * logDeterminants[k];
    }
    double normalization =
        freedom * dimension * (Math.log(gamma) - 0.5 * Math.log(2))
            - logMultivariateGamma(0.5 * freedom, dimension);
    return diagonals.length * normalization - sum;
  }

  private static double logMultivariateGamma(double a, int dimension) {
    double sum = 0.25 * dimension * (dimension - 1) * Math.log(Math.PI);
    for (int j = 1; j <= dimension; j++) {
      sum += SpecialFunctions.logGamma(a + 0.5 * (1 - j));
    }
    return sum;
  }

  private static double squaredNorm(double[] vector) {
    double sum = 0;
    for (double element : vector) {
      sum += element * element;
    }
    return sum;
  }

  private static double logSumExp(double[] v) {
    double largest = v[0];
    for (int k = 1; k < v.length; k++) {
      largest = Math.max(largest, v[k]);
    }
    double sum = 0;
    for (int k = 0; k < v.length; k++) {
      sum += Math.exp(v[k] - largest);
    }
    return largest + Math.log(sum);
  }
}
