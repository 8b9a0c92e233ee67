package org.wengert.sample.benchmark.overloaded;

import org.wengert.sample.benchmark.peer.Numbers;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/**
 * The logarithm of the posterior density, but for terms that no parameter is in, by alpha, then all
 * mu, all q and all l.
 */
public record GaussianMixtureFunction(int components, double[][] observations, double gamma, int m)
    implements OverloadedFunction {

  @Override
  public <T> T[] values(Numbers<T> numbers, T[] x) {
    int d = observations[0].length;
    int mu = components;
    int q = mu + components * d;
    int l = q + components * d;
    int below = d * (d - 1) / 2;
    T[] alpha = numbers.array(components);
    System.arraycopy(x, 0, alpha, 0, components);
    T[] diagonals = numbers.array(components * d);
    T[] logDeterminants = numbers.zeros(components);
    for (int k = 0; k < components; k++) {
      for (int j = 0; j < d; j++) {
        diagonals[k * d + j] = numbers.exp(x[q + k * d + j]);
        logDeterminants[k] = numbers.add(logDeterminants[k], x[q + k * d + j]);
      }
    }
    T[] centered = numbers.array(d);
    T[] scaled = numbers.array(d);
    T[] beta = numbers.array(components);
    T sum = numbers.constant(0);
    for (double[] observation : observations) {
      for (int k = 0; k < components; k++) {
        for (int j = 0; j < d; j++) {
          centered[j] = numbers.subtract(observation[j], x[mu + k * d + j]);
          scaled[j] = numbers.multiply(diagonals[k * d + j], centered[j]);
        }
        int next = l + k * below;
        for (int column = 0; column < d; column++) {
          for (int row = column + 1; row < d; row++) {
            scaled[row] = numbers.add(scaled[row], numbers.multiply(x[next], centered[column]));
            next++;
          }
        }
        T norm = squaredNorm(numbers, scaled, 0, d);
        T weight = numbers.add(alpha[k], logDeterminants[k]);
        beta[k] = numbers.add(weight, numbers.multiply(norm, -0.5));
      }
      sum = numbers.add(sum, LogSumExpFunction.logSumExp(numbers, beta));
    }
    T weights = LogSumExpFunction.logSumExp(numbers, alpha);
    sum = numbers.subtract(sum, numbers.multiply(weights, observations.length));
    for (int k = 0; k < components; k++) {
      T frobenius =
          numbers.add(
              squaredNorm(numbers, diagonals, k * d, d),
              squaredNorm(numbers, x, l + k * below, below));
      sum = numbers.subtract(sum, numbers.multiply(frobenius, 0.5 * gamma * gamma));
      sum = numbers.add(sum, numbers.multiply(logDeterminants[k], m));
    }
    return numbers.only(sum);
  }

  private static <T> T squaredNorm(Numbers<T> numbers, T[] vector, int from, int length) {
    T sum = numbers.constant(0);
    for (int i = from; i < from + length; i++) {
      sum = numbers.add(sum, numbers.multiply(vector[i], vector[i]));
    }
    return sum;
  }
}
