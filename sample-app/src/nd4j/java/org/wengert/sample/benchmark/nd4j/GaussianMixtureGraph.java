package org.wengert.sample.benchmark.nd4j;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;
import org.wengert.sample.benchmark.overloaded.GaussianMixtureFunction;

/** The logarithm of the posterior density, all observations of all components at once. */
final class GaussianMixtureGraph implements GraphFunction {

  private final GaussianMixtureFunction function;
  private final int k;
  private final int n;
  private final int d;
  private final int below;

  GaussianMixtureGraph(GaussianMixtureFunction function) {
    this.function = function;
    k = function.components();
    n = function.observations().length;
    d = function.observations()[0].length;
    below = d * (d - 1) / 2;
  }

  /** Which element of a transposed triangular matrix each packed number is. */
  private double[][] places() {
    double[][] places = new double[below][d * d];
    int next = 0;
    for (int column = 0; column < d; column++) {
      for (int row = column + 1; row < d; row++) {
        places[next][column * d + row] = 1;
        next++;
      }
    }
    return places;
  }

  @Override
  public List<long[]> parameters() {
    return List.of(new long[] {k}, new long[] {k, d}, new long[] {k, d}, new long[] {k, below});
  }

  @Override
  public SDVariable value(SameDiff graph, List<SDVariable> parameters) {
    SDVariable alpha = parameters.get(0);
    SDVariable mu = parameters.get(1);
    SDVariable q = parameters.get(2);
    SDVariable l = parameters.get(3);
    SDVariable x = graph.constant(Nd4j.createFromArray(function.observations()).reshape(1, n, d));
    SDVariable places = graph.constant(Nd4j.createFromArray(places()));
    SDVariable diagonals = graph.math().exp(q);
    SDVariable logDeterminants = q.sum(1);
    SDVariable triangles = l.mmul(places).reshape(k, d, d);
    SDVariable centered = x.sub(mu.reshape(k, 1, d));
    SDVariable scaled = centered.mul(diagonals.reshape(k, 1, d)).add(centered.mmul(triangles));
    SDVariable norms = graph.math().square(scaled).sum(2);
    SDVariable weights = alpha.add(logDeterminants).reshape(k, 1);
    SDVariable likelihood = logSumExp(graph, weights.sub(norms.mul(0.5))).sum();
    SDVariable normalization = graph.math().logSumExp(alpha).mul(n);
    SDVariable squares = graph.math().square(diagonals).sum().add(graph.math().square(l).sum());
    SDVariable prior =
        logDeterminants
            .sum()
            .mul(function.m())
            .sub(squares.mul(0.5 * function.gamma() * function.gamma()));
    return likelihood.sub(normalization).add(prior);
  }

  /** Along the first axis, since the gradient of the library's own operation fails there. */
  private static SDVariable logSumExp(SameDiff graph, SDVariable x) {
    SDVariable largest = x.max(true, 0);
    SDVariable sum = graph.math().exp(x.sub(largest)).sum(true, 0);
    return graph.math().log(sum).add(largest);
  }
}
