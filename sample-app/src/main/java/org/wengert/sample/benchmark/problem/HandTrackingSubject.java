package org.wengert.sample.benchmark.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.sample.benchmark.overloaded.HandTrackingFunction;
import org.wengert.sample.benchmark.peer.OverloadedFunction;
import org.wengert.sample.gradbench.HandTracking;
import org.wengert.sample.gradbench.HandTrackingDerivatives;

/** GradBench's {@code ht} without coordinates on triangles: the distances of points of a hand. */
final class HandTrackingSubject implements Subject {

  private static final int BONES = 22;
  private static final int ANGLES = 26;

  /** Every vertex follows so many bones. */
  private static final int FOLLOWED = 4;

  private final double[] theta = Inputs.normal(1, ANGLES, 0.3, 19)[0];
  private final double[][] us = {};
  private final int[] parents = new int[BONES];
  private final double[][][] relatives = new double[BONES][][];
  private final double[][][] inverses = new double[BONES][][];
  private final double[][] vertices;
  private final double[][] weights;
  private final int[][] triangles = {};
  private final int[] correspondences;
  private final double[][] points;
  private final double[] thetaDot = Filled.ones(ANGLES);
  private final double[] thetaBar = new double[ANGLES];
  private final double[] resultBar;
  private final List<?> gradient = List.of(thetaBar);

  HandTrackingSubject(int n) {
    for (int b = 0; b < BONES; b++) {
      parents[b] = b - 1;
      relatives[b] = transform(20 + b);
      inverses[b] = transform(50 + b);
    }
    vertices = Inputs.normal(n, 4, 1, 80);
    weights = new double[n][BONES];
    for (int v = 0; v < n; v++) {
      vertices[v][3] = 1;
      for (int i = 0; i < FOLLOWED; i++) {
        weights[v][(v + 5 * i) % BONES] = 1.0 / FOLLOWED;
      }
    }
    correspondences = Inputs.labels(n, n, 81);
    points = Inputs.normal(n, 3, 1, 82);
    resultBar = Filled.ones(3 * n);
  }

  /** Nearly the identity, so that products of many remain of moderate size. */
  private static double[][] transform(long seed) {
    double[][] transform = Inputs.normal(4, 4, 0.1, seed);
    Arrays.fill(transform[3], 0);
    for (int i = 0; i < 4; i++) {
      transform[i][i] = 1;
    }
    return transform;
  }

  @Override
  public String size() {
    return "n=" + points.length;
  }

  @Override
  public List<double[]> inputs() {
    return List.of(theta);
  }

  @Override
  public double[] primal() {
    return HandTracking.distances(
        theta,
        us,
        parents,
        relatives,
        inverses,
        vertices,
        weights,
        triangles,
        false,
        correspondences,
        points);
  }

  @Override
  public double[] jvp() {
    return HandTrackingDerivatives.distancesJvp(
            theta,
            thetaDot,
            us,
            us,
            parents,
            relatives,
            inverses,
            vertices,
            weights,
            triangles,
            false,
            correspondences,
            points)
        .tangent();
  }

  @Override
  public List<?> gradient() {
    Filled.clear(thetaBar);
    HandTrackingDerivatives.distancesVjp(
        theta,
        thetaBar,
        us,
        new double[0][],
        parents,
        relatives,
        inverses,
        vertices,
        weights,
        triangles,
        false,
        correspondences,
        points,
        resultBar);
    return gradient;
  }

  @Override
  public Optional<Supplier<double[][]>> jacobian() {
    return Optional.of(
        () ->
            HandTrackingDerivatives.distancesJacobian(
                theta,
                us,
                parents,
                relatives,
                inverses,
                vertices,
                weights,
                triangles,
                false,
                correspondences,
                points));
  }

  @Override
  public OverloadedFunction overloaded() {
    return new HandTrackingFunction(
        parents, relatives, inverses, vertices, weights, correspondences, points);
  }
}
