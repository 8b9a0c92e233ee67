package org.wengert.sample.gradbench;

/**
 * A model of a hand, and points to which it is to be fitted.
 *
 * @param us two coordinates for each point, or empty
 */
record Hand(
    double[] theta,
    double[][] us,
    int[] parents,
    double[][][] relatives,
    double[][][] inverses,
    double[][] vertices,
    double[][] weights,
    int[][] triangles,
    boolean mirrored,
    int[] correspondences,
    double[][] points) {

  private static final int ANGLES = 26;

  static Hand decode(Json json) {
    Input input = Input.of("input", json);
    Input data = input.object("data");
    Input model = data.object("model");
    int bones = model.integer("bone_count");
    return new Hand(
        input.vector("theta", ANGLES),
        input.matrix("us", 2),
        model.integers("parents"),
        model.matrices("base_relatives", bones, 4, 4),
        model.matrices("inverse_base_absolutes", bones, 4, 4),
        model.matrix("base_positions", 4),
        model.matrix("weights", bones),
        model.integerRows("triangles"),
        model.flag("is_mirrored"),
        data.integers("correspondences"),
        data.matrix("points", 3));
  }

  double[] distances() {
    return HandTracking.distances(
        theta,
        us,
        parents,
        relatives,
        inverses,
        vertices,
        weights,
        triangles,
        mirrored,
        correspondences,
        points);
  }

  /**
   * Returns the derivatives of the distances, a row for each: by the two coordinates of its own
   * point, if there are any, and by all of {@code theta}.
   *
   * <p>There are many more rows than columns, so a forward sweep is made for each column. That of a
   * coordinate goes in the direction of the coordinates of all points, since no distance depends on
   * those of two.
   */
  double[][] jacobian() {
    int coordinates = us.length == 0 ? 0 : 2;
    double[][] jacobian = new double[3 * points.length][coordinates + ANGLES];
    double[][] usDot = new double[us.length][2];
    double[] thetaDot = new double[ANGLES];
    for (int j = 0; j < coordinates; j++) {
      fill(usDot, j, 1);
      sweep(thetaDot, usDot, jacobian, j);
      fill(usDot, j, 0);
    }
    for (int j = 0; j < ANGLES; j++) {
      thetaDot[j] = 1;
      sweep(thetaDot, usDot, jacobian, coordinates + j);
      thetaDot[j] = 0;
    }
    return jacobian;
  }

  private void sweep(double[] thetaDot, double[][] usDot, double[][] jacobian, int column) {
    double[] tangent =
        HandTrackingDerivatives.distancesJvp(
                theta,
                thetaDot,
                us,
                usDot,
                parents,
                relatives,
                inverses,
                vertices,
                weights,
                triangles,
                mirrored,
                correspondences,
                points)
            .tangent();
    fillColumn(jacobian, column, tangent);
  }

  private static void fill(double[][] matrix, int column, double value) {
    for (double[] row : matrix) {
      row[column] = value;
    }
  }

  private static void fillColumn(double[][] matrix, int column, double[] values) {
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][column] = values[i];
    }
  }
}
