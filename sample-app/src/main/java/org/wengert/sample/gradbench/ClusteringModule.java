package org.wengert.sample.gradbench;

import java.util.Arrays;
import java.util.Map;

/** The module {@code kmeans}. */
final class ClusteringModule {

  private record Clusters(double[][] points, double[][] centroids) {

    static Clusters decode(Json json) {
      Input input = Input.of("input", json);
      int d = input.columns("points");
      return new Clusters(input.matrix("points", d), input.matrix("centroids", d));
    }

    double cost() {
      return Clustering.cost(points, centroids);
    }

    /** The Hessian is diagonal, so that its product with ones is its diagonal. */
    double[][] direction() {
      double[][] gradient = ClusteringDerivatives.costGradient(points, centroids).centroids();
      double[][] ones = new double[centroids.length][centroids[0].length];
      for (double[] row : ones) {
        Arrays.fill(row, 1);
      }
      double[][] diagonal = ClusteringDerivatives.costHvp(points, centroids, ones).centroids();
      for (int i = 0; i < gradient.length; i++) {
        for (int j = 0; j < gradient[i].length; j++) {
          gradient[i][j] /= diagonal[i][j];
        }
      }
      return gradient;
    }
  }

  private ClusteringModule() {}

  static Module create() {
    return new Module(
        "kmeans",
        Map.of(
            "cost", new Evaluation<>(Clusters::decode, Clusters::cost, Json.Real::new),
            "dir", new Evaluation<>(Clusters::decode, Clusters::direction, Json::rows)));
  }
}
