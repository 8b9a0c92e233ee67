package org.wengert.sample.benchmark.adjoint;

import java.util.List;

/** The Jacobian of both errors of an observation, by hand, in memory kept for it. */
public final class BundleAdjustmentAdjoint {

  private static final int INPUTS = 15;

  private final double[] y = new double[3];
  private final double[] z = new double[3];
  private final double[] axis = new double[3];
  private final double[] zBar = new double[3];
  private final double[] cross = new double[3];
  private final double[][] jacobian = new double[2][INPUTS];
  private final List<Object> rows = List.of(jacobian[0], jacobian[1]);

  /**
   * Returns both rows, in the same arrays every time: the derivatives by the camera's eleven
   * numbers, the point's three and the weight.
   *
   * @param camera its rotation is not zero
   */
  public List<Object> jacobian(double[] camera, double[] point, double weight, double[] feature) {
    double angle = Math.sqrt(camera[0] * camera[0] + camera[1] * camera[1] + camera[2] * camera[2]);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int i = 0; i < 3; i++) {
      axis[i] = camera[i] / angle;
      y[i] = point[i] - camera[3 + i];
    }
    setCross(axis, y);
    double along = dot(axis, y);
    for (int i = 0; i < 3; i++) {
      z[i] = y[i] * cos + cross[i] * sin + axis[i] * along * (1 - cos);
    }
    double x0 = z[0] / z[2];
    double x1 = z[1] / z[2];
    double radius = x0 * x0 + x1 * x1;
    double distortion = 1 + camera[9] * radius + camera[10] * radius * radius;
    double slope = 2 * (camera[9] + 2 * camera[10] * radius);
    double focal = camera[6] * weight;
    for (int e = 0; e < 2; e++) {
      double x = e == 0 ? x0 : x1;
      double x0Bar = focal * x * slope * x0 + (e == 0 ? focal * distortion : 0);
      double x1Bar = focal * x * slope * x1 + (e == 1 ? focal * distortion : 0);
      zBar[0] = x0Bar / z[2];
      zBar[1] = x1Bar / z[2];
      zBar[2] = -(x0Bar * x0 + x1Bar * x1) / z[2];
      double[] row = jacobian[e];
      rotation(row, angle, cos, sin, along);
      row[6] = weight * x * distortion;
      row[7 + e] = weight;
      row[9] = focal * x * radius;
      row[10] = focal * x * radius * radius;
      row[14] = x * distortion * camera[6] + camera[7 + e] - feature[e];
    }
    return rows;
  }

  /** What {@code zBar} gives to the rotation, the centre and the point. */
  private void rotation(double[] row, double angle, double cos, double sin, double along) {
    double rest = 1 - cos;
    double zAlong = dot(zBar, axis);
    setCross(axis, y);
    double angleBar = cos * dot(zBar, cross) - sin * dot(zBar, y) + sin * zAlong * along;
    setCross(zBar, axis);
    for (int i = 0; i < 3; i++) {
      row[11 + i] = cos * zBar[i] + sin * cross[i] + rest * zAlong * axis[i];
      row[3 + i] = -row[11 + i];
    }
    setCross(y, zBar);
    for (int i = 0; i < 3; i++) {
      row[i] = sin * cross[i] + rest * (along * zBar[i] + zAlong * y[i]);
    }
    double axisAlong = row[0] * axis[0] + row[1] * axis[1] + row[2] * axis[2];
    for (int i = 0; i < 3; i++) {
      row[i] = angleBar * axis[i] + (row[i] - axisAlong * axis[i]) / angle;
    }
  }

  private void setCross(double[] a, double[] b) {
    cross[0] = a[1] * b[2] - a[2] * b[1];
    cross[1] = a[2] * b[0] - a[0] * b[2];
    cross[2] = a[0] * b[1] - a[1] * b[0];
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
