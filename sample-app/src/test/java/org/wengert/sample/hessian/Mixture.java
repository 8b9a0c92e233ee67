package org.wengert.sample.hessian;

import java.util.Random;
import org.wengert.Differentiable;

/** The logarithm of the likelihood of a mixture of Gaussians. */
final class Mixture {

  private static final int OBSERVATIONS = 12;

  private Mixture() {}

  /**
   * The precision matrix of a component is QᵀQ with a lower triangular Q.
   *
   * @param x for each component the logarithm of its weight, up to a constant; its mean; the
   *     logarithms of the diagonal of Q; and what is below that, row by row
   */
  @Differentiable(wrt = "x", order = 2)
  static double logLikelihood(double[] x, double[][] observations) {
    int dimension = observations[0].length;
    int block = block(dimension);
    double[] weights = new double[x.length / block];
    double[] scores = new double[weights.length];
    double sum = 0;
    for (double[] observation : observations) {
      for (int k = 0; k < weights.length; k++) {
        weights[k] = x[k * block];
        scores[k] = weights[k] + logDensity(x, k * block + 1, observation);
      }
      sum += logSumExp(scores) - logSumExp(weights);
    }
    return sum;
  }

  private static double logDensity(double[] x, int mean, double[] observation) {
    int dimension = observation.length;
    int diagonal = mean + dimension;
    int below = diagonal + dimension;
    double[] centered = new double[dimension];
    double sum = 0;
    for (int i = 0; i < dimension; i++) {
      centered[i] = observation[i] - x[mean + i];
      double scaled = Math.exp(x[diagonal + i]) * centered[i];
      for (int j = 0; j < i; j++) {
        scaled += x[below + j] * centered[j];
      }
      below += i;
      sum += x[diagonal + i] - 0.5 * scaled * scaled;
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

  private static int block(int dimension) {
    return 1 + 2 * dimension + dimension * (dimension - 1) / 2;
  }

  @Differentiable(wrt = "x")
  static double[] gradient(double[] x, double[][] observations) {
    return MixtureDerivatives.logLikelihoodGradient(x, observations).x();
  }

  @Differentiable(wrt = "x")
  static double slope(double[] x, double[] v, double[][] observations) {
    return MixtureDerivatives.logLikelihoodJvp(x, v, observations).tangent();
  }

  static Twice of(int dimension, int components) {
    Random random = new Random(dimension);
    double[][] observations = new double[OBSERVATIONS][dimension];
    for (double[] observation : observations) {
      for (int i = 0; i < dimension; i++) {
        observation[i] = random.nextGaussian();
      }
    }
    return new Twice(
        components * block(dimension),
        x -> MixtureDerivatives.logLikelihoodHessian(x, observations),
        MixtureDerivatives.gradient(observations),
        v -> MixtureDerivatives.slope(v, observations));
  }
}
