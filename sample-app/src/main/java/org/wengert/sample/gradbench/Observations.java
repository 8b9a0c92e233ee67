package org.wengert.sample.gradbench;

import java.util.Arrays;

/**
 * Cameras, points, and what is seen of them: observation i is of point {@code i % points.length} in
 * camera {@code i % cameras.length}.
 *
 * @param weights one for each observation
 * @param features one for each observation
 */
record Observations(double[][] cameras, double[][] points, double[] weights, double[][] features) {

  private static final int CAMERA_SIZE = 11;
  private static final int POINT_SIZE = 3;
  private static final int FEATURE_SIZE = 2;

  /** Reads one camera, point, weight and feature, and copies each as often as the input says. */
  static Observations decode(Json json) {
    Input input = Input.of("input", json);
    int count = input.integer("p");
    double[] weights = new double[count];
    Arrays.fill(weights, input.real("w"));
    return new Observations(
        copies(input.vector("cam", CAMERA_SIZE), input.integer("n")),
        copies(input.vector("x", POINT_SIZE), input.integer("m")),
        weights,
        copies(input.vector("feat", FEATURE_SIZE), count));
  }

  int count() {
    return weights.length;
  }

  /** Computes all errors. */
  Errors errors() {
    double[][] reprojection = new double[count()][];
    double[] weight = new double[count()];
    for (int i = 0; i < count(); i++) {
      reprojection[i] =
          BundleAdjustment.reprojectionError(camera(i), point(i), weights[i], features[i]);
      weight[i] = BundleAdjustment.weightError(weights[i]);
    }
    return new Errors(reprojection, weight);
  }

  /**
   * Returns the derivatives of all errors, those of the weights last, by all cameras, points and
   * weights, in this order.
   */
  SparseMatrix jacobian() {
    int firstPoint = CAMERA_SIZE * cameras.length;
    int firstWeight = firstPoint + POINT_SIZE * points.length;
    SparseMatrix jacobian =
        new SparseMatrix(
            (FEATURE_SIZE + 1) * count(),
            (FEATURE_SIZE * (CAMERA_SIZE + POINT_SIZE + 1) + 1) * count());
    for (int i = 0; i < count(); i++) {
      double[][] block =
          BundleAdjustmentDerivatives.reprojectionErrorJacobian(
              camera(i), point(i), weights[i], features[i]);
      for (double[] row : block) {
        jacobian.append(row, 0, CAMERA_SIZE, CAMERA_SIZE * (i % cameras.length));
        jacobian.append(
            row, CAMERA_SIZE, POINT_SIZE, firstPoint + POINT_SIZE * (i % points.length));
        jacobian.append(row[CAMERA_SIZE + POINT_SIZE], firstWeight + i);
        jacobian.endRow();
      }
    }
    for (int i = 0; i < count(); i++) {
      jacobian.append(
          BundleAdjustmentDerivatives.weightErrorGradient(weights[i]).weight(), firstWeight + i);
      jacobian.endRow();
    }
    return jacobian;
  }

  private double[] camera(int observation) {
    return cameras[observation % cameras.length];
  }

  private double[] point(int observation) {
    return points[observation % points.length];
  }

  private static double[][] copies(double[] row, int count) {
    double[][] rows = new double[count][];
    Arrays.setAll(rows, i -> row.clone());
    return rows;
  }

  /**
   * The errors of all observations.
   *
   * @param reprojection two numbers for each
   */
  record Errors(double[][] reprojection, double[] weight) {}
}
