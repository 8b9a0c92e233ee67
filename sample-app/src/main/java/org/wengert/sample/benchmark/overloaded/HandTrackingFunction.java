package org.wengert.sample.benchmark.overloaded;

import java.util.ArrayList;
import java.util.List;
import org.wengert.sample.benchmark.peer.Numbers;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/** The distances of the points from the hand's vertices, by the 26 numbers of the pose. */
public record HandTrackingFunction(
    int[] parents,
    double[][][] relatives,
    double[][][] inverses,
    double[][] vertices,
    double[][] weights,
    int[] correspondences,
    double[][] points)
    implements OverloadedFunction {

  @Override
  public <T> T[] values(Numbers<T> numbers, T[] theta) {
    T[] surface = surface(numbers, theta);
    T[] distances = numbers.array(3 * points.length);
    for (int i = 0; i < distances.length; i++) {
      distances[i] =
          numbers.subtract(points[i / 3][i % 3], surface[3 * correspondences[i / 3] + i % 3]);
    }
    return distances;
  }

  private <T> T[] surface(Numbers<T> numbers, T[] theta) {
    List<T[]> transforms = transforms(numbers, theta);
    T[] rotation = new Rotations<>(numbers).about(theta[0], theta[1], theta[2]);
    T[] surface = numbers.array(3 * vertices.length);
    for (int v = 0; v < vertices.length; v++) {
      T[] position = position(numbers, transforms, v);
      for (int c = 0; c < 3; c++) {
        T coordinate = theta[3 + c];
        for (int j = 0; j < 3; j++) {
          coordinate = numbers.add(coordinate, numbers.multiply(rotation[3 * c + j], position[j]));
        }
        surface[3 * v + c] = coordinate;
      }
    }
    return surface;
  }

  private <T> T[] position(Numbers<T> numbers, List<T[]> transforms, int v) {
    T[] position = numbers.zeros(3);
    for (int b = 0; b < transforms.size(); b++) {
      if (weights[v][b] != 0) {
        for (int c = 0; c < 3; c++) {
          T moved = numbers.constant(0);
          for (int j = 0; j < 4; j++) {
            T term = numbers.multiply(transforms.get(b)[4 * c + j], vertices[v][j]);
            moved = numbers.add(moved, term);
          }
          position[c] = numbers.add(position[c], numbers.multiply(moved, weights[v][b]));
        }
      }
    }
    return position;
  }

  private <T> List<T[]> transforms(Numbers<T> numbers, T[] theta) {
    T[] angles = numbers.zeros(3 * parents.length);
    for (int finger = 0; finger < 5; finger++) {
      int angle = 6 + 4 * finger;
      int bone = 2 + 4 * finger;
      angles[3 * bone] = theta[angle];
      angles[3 * bone + 1] = theta[angle + 1];
      angles[3 * bone + 3] = theta[angle + 2];
      angles[3 * bone + 6] = theta[angle + 3];
    }
    Matrices<T> matrices = new Matrices<>(numbers);
    Rotations<T> rotations = new Rotations<>(numbers);
    List<T[]> absolutes = new ArrayList<>();
    List<T[]> transforms = new ArrayList<>();
    for (int b = 0; b < parents.length; b++) {
      T[] bend = rotations.bend(angles[3 * b], angles[3 * b + 1], angles[3 * b + 2]);
      T[] relative = matrices.product(relatives[b], bend);
      absolutes.add(
          parents[b] < 0 ? relative : matrices.product(absolutes.get(parents[b]), relative));
      transforms.add(matrices.product(absolutes.get(b), inverses[b]));
    }
    return transforms;
  }
}
