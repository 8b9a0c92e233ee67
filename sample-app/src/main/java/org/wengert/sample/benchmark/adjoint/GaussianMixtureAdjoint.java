package org.wengert.sample.benchmark.adjoint;

import java.util.Arrays;
import java.util.List;

/** The gradient of the mixture's posterior density, by hand, in memory kept for it. */
public final class GaussianMixtureAdjoint {

  private final double[][] x;
  private final double gamma;
  private final int m;
  private final double[][] diagonals;
  private final double[] logDeterminants;
  private final double[] beta;

  /** Of one observation, for each component: its distance from the mean, and that scaled. */
  private final double[][] centered;

  private final double[][] scaled;
  private final double[] alphaBar;
  private final double[][] muBar;
  private final double[][] qBar;
  private final double[][] lBar;
  private final List<Object> gradient;

  /**
   * @param x the observations
   */
  public GaussianMixtureAdjoint(int components, double[][] x, double gamma, int m) {
    int d = x[0].length;
    this.x = x;
    this.gamma = gamma;
    this.m = m;
    diagonals = new double[components][d];
    logDeterminants = new double[components];
    beta = new double[components];
    centered = new double[components][d];
    scaled = new double[components][d];
    alphaBar = new double[components];
    muBar = new double[components][d];
    qBar = new double[components][d];
    lBar = new double[components][d * (d - 1) / 2];
    gradient = List.of(alphaBar, muBar, qBar, lBar);
  }

  /** Returns the adjoints of all parameters, in the same arrays every time. */
  public List<Object> gradient(double[] alpha, double[][] mu, double[][] q, double[][] l) {
    int components = alpha.length;
    Arrays.fill(alphaBar, 0);
    for (int k = 0; k < components; k++) {
      Arrays.fill(muBar[k], 0);
      Arrays.fill(qBar[k], 0);
      Arrays.fill(lBar[k], 0);
      logDeterminants[k] = 0;
      for (int j = 0; j < q[k].length; j++) {
        diagonals[k][j] = Math.exp(q[k][j]);
        logDeterminants[k] += q[k][j];
      }
    }
    for (double[] observation : x) {
      for (int k = 0; k < components; k++) {
        double norm = scale(observation, mu[k], diagonals[k], l[k], centered[k], scaled[k]);
        beta[k] = alpha[k] + logDeterminants[k] - 0.5 * norm;
      }
      softmax(beta);
      for (int k = 0; k < components; k++) {
        reverse(k, beta[k], l[k]);
      }
    }
    finish(alpha, l);
    return gradient;
  }

  /** Overwrites both, and returns the squared norm of the scaled distance. */
  private static double scale(
      double[] x,
      double[] mu,
      double[] diagonal,
      double[] below,
      double[] centered,
      double[] scaled) {
    int d = mu.length;
    for (int j = 0; j < d; j++) {
      centered[j] = x[j] - mu[j];
      scaled[j] = diagonal[j] * centered[j];
    }
    int next = 0;
    for (int column = 0; column < d; column++) {
      for (int row = column + 1; row < d; row++) {
        scaled[row] += below[next] * centered[column];
        next++;
      }
    }
    double norm = 0;
    for (int j = 0; j < d; j++) {
      norm += scaled[j] * scaled[j];
    }
    return norm;
  }

  private static void softmax(double[] v) {
    double largest = v[0];
    for (int k = 1; k < v.length; k++) {
      largest = Math.max(largest, v[k]);
    }
    double sum = 0;
    for (int k = 0; k < v.length; k++) {
      v[k] = Math.exp(v[k] - largest);
      sum += v[k];
    }
    for (int k = 0; k < v.length; k++) {
      v[k] /= sum;
    }
  }

  /** What one observation gives to one component, whose beta has the adjoint {@code betaBar}. */
  private void reverse(int k, double betaBar, double[] below) {
    double[] c = centered[k];
    double[] s = scaled[k];
    double[] diagonal = diagonals[k];
    int d = c.length;
    alphaBar[k] += betaBar;
    int next = 0;
    for (int column = 0; column < d; column++) {
      double factor = betaBar * c[column];
      double sum = diagonal[column] * s[column];
      qBar[k][column] += betaBar - factor * diagonal[column] * s[column];
      for (int row = column + 1; row < d; row++) {
        lBar[k][next] -= factor * s[row];
        sum += below[next] * s[row];
        next++;
      }
      muBar[k][column] += betaBar * sum;
    }
  }

  /** What the normalisation of the weights and the prior give. */
  private void finish(double[] alpha, double[][] l) {
    System.arraycopy(alpha, 0, beta, 0, alpha.length);
    softmax(beta);
    double factor = gamma * gamma;
    for (int k = 0; k < alpha.length; k++) {
      alphaBar[k] -= x.length * beta[k];
      for (int j = 0; j < diagonals[k].length; j++) {
        qBar[k][j] += m - factor * diagonals[k][j] * diagonals[k][j];
      }
      for (int j = 0; j < l[k].length; j++) {
        lBar[k][j] -= factor * l[k][j];
      }
    }
  }
}
