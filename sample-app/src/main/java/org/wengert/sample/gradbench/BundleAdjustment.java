package org.wengert.sample.gradbench;

import org.wengert.Differentiable;

/** The errors of one observation in bundle adjustment: one point in one camera's picture. */
public final class BundleAdjustment {

  private BundleAdjustment() {}

  /**
   * How far the point's image is from where it was seen, in both directions of the picture.
   *
   * @param camera rotation vector, centre (3 numbers each), focal length, principal point (2
   *     numbers) and radial distortion (2 numbers)
   * @param point its coordinates in space
   * @param weight a factor of both errors
   * @param feature where it was seen
   */
  @SuppressWarnings("wengert:equality") // the rotation by zero is the limit, derivatives included
  @Differentiable(wrt = {"camera", "point", "weight"})
  public static double[] reprojectionError(
      double[] camera, double[] point, double weight, double[] feature) {
    double[] y = {point[0] - camera[3], point[1] - camera[4], point[2] - camera[5]};
    double[] z = rotate(camera, y);
    double x0 = z[0] / z[2];
    double x1 = z[1] / z[2];
    double squaredRadius = x0 * x0 + x1 * x1;
    double distortion = 1 + camera[9] * squaredRadius + camera[10] * squaredRadius * squaredRadius;
    return new double[] {
      weight * (x0 * distortion * camera[6] + camera[7] - feature[0]),
      weight * (x1 * distortion * camera[6] + camera[8] - feature[1])
    };
  }

  /**
   * The errors of a whole problem: those of all observations, then those of their weights.
   *
   * <p>Observation i is of point {@code i % points.length} in camera {@code i % cameras.length}.
   */
  @SuppressWarnings("wengert:equality") // as above
  @Differentiable(
      wrt = {"cameras", "points", "weights"},
      sparse = true)
  public static double[] errors(
      double[][] cameras, double[][] points, double[] weights, double[][] features) {
    int count = weights.length;
    double[] errors = new double[3 * count];
    for (int i = 0; i < count; i++) {
      double[] error =
          reprojectionError(
              cameras[i % cameras.length], points[i % points.length], weights[i], features[i]);
      errors[2 * i] = error[0];
      errors[2 * i + 1] = error[1];
      errors[2 * count + i] = weightError(weights[i]);
    }
    return errors;
  }

  /** What keeps the weight from going to zero. */
  @Differentiable
  public static double weightError(double weight) {
    return 1 - weight * weight;
  }

  /** Turns {@code y} by the rotation vector at the start of {@code rotation}. */
  private static double[] rotate(double[] rotation, double[] y) {
    double squaredAngle =
        rotation[0] * rotation[0] + rotation[1] * rotation[1] + rotation[2] * rotation[2];
    if (squaredAngle == 0) {
      double[] cross = cross(rotation, y);
      return new double[] {y[0] + cross[0], y[1] + cross[1], y[2] + cross[2]};
    }
    double angle = Math.sqrt(squaredAngle);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double[] axis = {rotation[0] / angle, rotation[1] / angle, rotation[2] / angle};
    double[] cross = cross(axis, y);
    double along = (axis[0] * y[0] + axis[1] * y[1] + axis[2] * y[2]) * (1 - cos);
    return new double[] {
      y[0] * cos + cross[0] * sin + axis[0] * along,
      y[1] * cos + cross[1] * sin + axis[1] * along,
      y[2] * cos + cross[2] * sin + axis[2] * along
    };
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
