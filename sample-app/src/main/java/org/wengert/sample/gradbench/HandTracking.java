package org.wengert.sample.gradbench;

import org.wengert.Differentiable;

/** The distances of measured points from the surface of a model of a hand in a given pose. */
public final class HandTracking {

  private static final int FINGERS = 5;

  /** Bones from one finger to the next. */
  private static final int FINGER_BONES = 4;

  /** Angles from one finger to the next. */
  private static final int FINGER_ANGLES = 4;

  /** Where the angles of the fingers begin, after rotation and translation. */
  private static final int FIRST_ANGLE = 6;

  private static final double SMALL_ANGLE = 1e-4;

  private HandTracking() {}

  /**
   * The distances, three coordinates for each measured point.
   *
   * @param theta rotation vector, translation, and four angles of each finger
   * @param us where on its triangle each point is, two coordinates each; empty if the points belong
   *     to vertices
   * @param parents the bone that each hangs on, -1 for the root, which comes first
   * @param relatives from each bone to its parent, 4 by 4
   * @param inverses from the hand at rest to each bone, 4 by 4
   * @param vertices the surface at rest, homogeneous
   * @param weights how much each vertex follows each bone
   * @param triangles three vertices each
   * @param mirrored whether it is the other hand
   * @param correspondences the triangle or vertex of each point
   * @param points where they were measured
   */
  @Differentiable(wrt = {"theta", "us"})
  public static double[] distances(
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
    double[][] surface = surface(theta, parents, relatives, inverses, vertices, weights, mirrored);
    double[] distances = new double[3 * points.length];
    for (int i = 0; i < points.length; i++) {
      for (int c = 0; c < 3; c++) {
        double position;
        if (us.length == 0) {
          position = surface[correspondences[i]][c];
        } else {
          int[] triangle = triangles[correspondences[i]];
          double u = us[i][0];
          double v = us[i][1];
          position =
              u * surface[triangle[0]][c]
                  + v * surface[triangle[1]][c]
                  + (1 - u - v) * surface[triangle[2]][c];
        }
        distances[3 * i + c] = points[i][c] - position;
      }
    }
    return distances;
  }

  /**
   * The same after all points have moved by one step on their triangles. No distance depends on the
   * coordinates of two points, so the derivatives by the step are those by each point's own.
   *
   * @param step two coordinates; empty if {@code us} is
   */
  @Differentiable(wrt = {"step", "theta"})
  static double[] distancesAfterStep(
      double[] step,
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
    double[][] moved = new double[us.length][];
    for (int i = 0; i < us.length; i++) {
      moved[i] = new double[] {us[i][0] + step[0], us[i][1] + step[1]};
    }
    return distances(
        theta,
        moved,
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

  /** The coordinates of all vertices in the pose. */
  private static double[][] surface(
      double[] theta,
      int[] parents,
      double[][][] relatives,
      double[][][] inverses,
      double[][] vertices,
      double[][] weights,
      boolean mirrored) {
    double[][][] transforms = boneTransforms(theta, parents, relatives, inverses);
    double[][] rotation = globalRotation(theta);
    double[][] surface = new double[vertices.length][3];
    double[] position = new double[3];
    for (int v = 0; v < vertices.length; v++) {
      for (int c = 0; c < 3; c++) {
        position[c] = 0;
      }
      for (int b = 0; b < transforms.length; b++) {
        if (weights[v][b] != 0) {
          for (int c = 0; c < 3; c++) {
            double moved = 0;
            for (int j = 0; j < 4; j++) {
              moved += transforms[b][c][j] * vertices[v][j];
            }
            position[c] += weights[v][b] * moved;
          }
        }
      }
      if (mirrored) {
        position[0] = -position[0];
      }
      for (int c = 0; c < 3; c++) {
        surface[v][c] =
            rotation[c][0] * position[0]
                + rotation[c][1] * position[1]
                + rotation[c][2] * position[2]
                + theta[3 + c];
      }
    }
    return surface;
  }

  /** What takes each bone from rest to the pose, 4 by 4. */
  private static double[][][] boneTransforms(
      double[] theta, int[] parents, double[][][] relatives, double[][][] inverses) {
    int bones = parents.length;
    double[][][] absolutes = new double[bones][4][4];
    double[][][] transforms = new double[bones][4][4];
    double[][] relative = new double[4][4];
    double[][] bend = new double[4][4];
    double[][] angles = fingerAngles(theta, bones);
    for (int b = 0; b < bones; b++) {
      bendMatrix(angles[b][0], angles[b][1], angles[b][2], bend);
      multiply(relatives[b], bend, relative);
      if (parents[b] < 0) {
        copy(relative, absolutes[b]);
      } else {
        multiply(absolutes[parents[b]], relative, absolutes[b]);
      }
      multiply(absolutes[b], inverses[b], transforms[b]);
    }
    return transforms;
  }

  /** The angles of each bone about the axes x, z and y. */
  private static double[][] fingerAngles(double[] theta, int bones) {
    double[][] angles = new double[bones][3];
    for (int finger = 0; finger < FINGERS; finger++) {
      int angle = FIRST_ANGLE + finger * FINGER_ANGLES;
      int bone = 2 + finger * FINGER_BONES;
      angles[bone][0] = theta[angle];
      angles[bone][1] = theta[angle + 1];
      angles[bone + 1][0] = theta[angle + 2];
      angles[bone + 2][0] = theta[angle + 3];
    }
    return angles;
  }

  /** Overwrites {@code m} with the rotation about x, then y, then z. */
  private static void bendMatrix(double x, double z, double y, double[][] m) {
    double sx = Math.sin(x);
    double cx = Math.cos(x);
    double sy = Math.sin(y);
    double cy = Math.cos(y);
    double sz = Math.sin(z);
    double cz = Math.cos(z);
    m[0][0] = cz * cy;
    m[0][1] = cz * sy * sx - sz * cx;
    m[0][2] = cz * sy * cx + sz * sx;
    m[1][0] = sz * cy;
    m[1][1] = sz * sy * sx + cz * cx;
    m[1][2] = sz * sy * cx - cz * sx;
    m[2][0] = -sy;
    m[2][1] = cy * sx;
    m[2][2] = cy * cx;
    m[3][3] = 1;
  }

  /** The rotation by the vector at the start of {@code theta}, 3 by 3. */
  private static double[][] globalRotation(double[] theta) {
    double angle = Math.sqrt(theta[0] * theta[0] + theta[1] * theta[1] + theta[2] * theta[2]);
    if (angle < SMALL_ANGLE) {
      return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    }
    double x = theta[0] / angle;
    double y = theta[1] / angle;
    double z = theta[2] / angle;
    double s = Math.sin(angle);
    double c = Math.cos(angle);
    return new double[][] {
      {x * x + (1 - x * x) * c, x * y * (1 - c) - z * s, x * z * (1 - c) + y * s},
      {x * y * (1 - c) + z * s, y * y + (1 - y * y) * c, y * z * (1 - c) - x * s},
      {x * z * (1 - c) - y * s, y * z * (1 - c) + x * s, z * z + (1 - z * z) * c}
    };
  }

  /** Overwrites {@code product} with the product of two other matrices, 4 by 4. */
  private static void multiply(double[][] a, double[][] b, double[][] product) {
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
          sum += a[i][k] * b[k][j];
        }
        product[i][j] = sum;
      }
    }
  }

  private static void copy(double[][] from, double[][] to) {
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        to[i][j] = from[i][j];
      }
    }
  }
}
