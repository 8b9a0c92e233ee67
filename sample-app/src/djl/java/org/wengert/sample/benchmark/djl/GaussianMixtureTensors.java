package org.wengert.sample.benchmark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.wengert.sample.benchmark.overloaded.GaussianMixtureFunction;

/** The logarithm of the posterior density, all observations of all components at once. */
final class GaussianMixtureTensors implements TensorFunction {

  private static final int[] LAST = {-1};

  private final GaussianMixtureFunction function;
  private final int k;
  private final int n;
  private final int d;
  private final double[] observations;
  private final double[] places;

  GaussianMixtureTensors(GaussianMixtureFunction function) {
    this.function = function;
    k = function.components();
    n = function.observations().length;
    d = function.observations()[0].length;
    observations = Arrays.stream(function.observations()).flatMapToDouble(Arrays::stream).toArray();
    places = places(d);
  }

  /** Which element of a transposed triangular matrix each packed number is: a row of d * d. */
  private static double[] places(int d) {
    double[] places = new double[d * (d - 1) / 2 * d * d];
    int next = 0;
    for (int column = 0; column < d; column++) {
      for (int row = column + 1; row < d; row++) {
        places[next * d * d + column * d + row] = 1;
        next++;
      }
    }
    return places;
  }

  @Override
  public List<Shape> parameters() {
    int below = d * (d - 1) / 2;
    return List.of(new Shape(k), new Shape(k, d), new Shape(k, d), new Shape(k, below));
  }

  @Override
  public NDArray value(NDManager manager, NDList parameters) {
    NDArray alpha = parameters.get(0);
    NDArray mu = parameters.get(1);
    NDArray q = parameters.get(2);
    NDArray l = parameters.get(3);
    NDArray x = manager.create(observations, new Shape(1, n, d));
    NDArray place = manager.create(places, new Shape(l.getShape().get(1), (long) d * d));
    NDArray diagonals = q.exp();
    NDArray logDeterminants = q.sum(LAST);
    NDArray triangles = l.matMul(place).reshape(k, d, d);
    NDArray centered = x.sub(mu.expandDims(1));
    NDArray scaled = centered.mul(diagonals.expandDims(1)).add(centered.batchMatMul(triangles));
    NDArray norms = scaled.square().sum(LAST);
    NDArray weights = alpha.add(logDeterminants).expandDims(1);
    NDArray likelihood = LogSumExpTensors.logSumExp(weights.sub(norms.mul(0.5)), 0).sum();
    NDArray normalization = LogSumExpTensors.logSumExp(alpha, 0).mul(n);
    NDArray squares = diagonals.square().sum().add(l.square().sum());
    NDArray prior =
        logDeterminants
            .sum()
            .mul(function.m())
            .sub(squares.mul(0.5 * function.gamma() * function.gamma()));
    return likelihood.sub(normalization).add(prior);
  }
}
