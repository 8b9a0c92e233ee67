package org.wengert.sample.gradbench;

import org.wengert.Differentiable;

/** How well centroids stand for points. */
public final class Clustering {

  private Clustering() {}

  /**
   * The sum of the squared distances of all points from their nearest centroids; of equally near
   * ones the first counts.
   *
   * @param points a row for each
   * @param centroids a row for each, of the same length
   */
  @Differentiable(wrt = "centroids", order = 2)
  public static double cost(double[][] points, double[][] centroids) {
    double sum = 0;
    for (double[] point : points) {
      double nearest = Double.POSITIVE_INFINITY;
      for (double[] centroid : centroids) {
        double distance = 0;
        for (int i = 0; i < point.length; i++) {
          double difference = centroid[i] - point[i];
          distance += difference * difference;
        }
        if (distance < nearest) {
          nearest = distance;
        }
      }
      sum += nearest;
    }
    return sum;
  }
}
