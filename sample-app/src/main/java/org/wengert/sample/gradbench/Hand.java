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
   */
  double[][] jacobian() {
    return HandTrackingDerivatives.distancesAfterStepJacobian(
        new double[us.length == 0 ? 0 : 2],
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
}
