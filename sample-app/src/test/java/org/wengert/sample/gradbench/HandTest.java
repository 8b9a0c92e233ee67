package org.wengert.sample.gradbench;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HandTest {

  static List<Hand> hands() {
    return Fixture.of("ht")
        .filter(fixture -> fixture.function().equals("jacobian"))
        .map(fixture -> Hand.decode(fixture.input()))
        .toList();
  }

  /** A reverse sweep sees the same matrix from its other side. */
  @ParameterizedTest
  @MethodSource("hands")
  void reverseModeAgrees(Hand hand) {
    double[][] jacobian = hand.jacobian();
    double[] seed = new Random(4).doubles(jacobian.length).toArray();
    double[] thetaBar = new double[hand.theta().length];
    double[][] usBar = new double[hand.us().length][2];
    HandTrackingDerivatives.distancesVjp(
        hand.theta(),
        thetaBar,
        hand.us(),
        usBar,
        hand.parents(),
        hand.relatives(),
        hand.inverses(),
        hand.vertices(),
        hand.weights(),
        hand.triangles(),
        hand.mirrored(),
        hand.correspondences(),
        hand.points(),
        seed);
    int coordinates = jacobian[0].length - thetaBar.length;
    double[] expected = new double[thetaBar.length];
    for (int i = 0; i < jacobian.length; i++) {
      for (int j = 0; j < thetaBar.length; j++) {
        expected[j] += seed[i] * jacobian[i][coordinates + j];
      }
    }
    assertThat(thetaBar).usingTolerance(1e-12).containsExactly(expected).inOrder();
    for (int i = 0; i < usBar.length; i++) {
      for (int j = 0; j < coordinates; j++) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
          sum += seed[3 * i + c] * jacobian[3 * i + c][j];
        }
        assertThat(usBar[i][j]).isWithin(1e-13).of(sum);
      }
    }
  }
}
