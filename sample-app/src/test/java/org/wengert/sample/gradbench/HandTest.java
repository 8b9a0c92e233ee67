package org.wengert.sample.gradbench;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HandTest {

  /** Both variants of the problem, and the other hand, which the fixtures do not have. */
  static List<Hand> hands() {
    return Fixture.of("ht")
        .filter(fixture -> fixture.function().equals("jacobian"))
        .map(fixture -> Hand.decode(fixture.input()))
        .flatMap(hand -> Stream.of(hand, mirrored(hand)))
        .toList();
  }

  private static Hand mirrored(Hand hand) {
    return new Hand(
        hand.theta(),
        hand.us(),
        hand.parents(),
        hand.relatives(),
        hand.inverses(),
        hand.vertices(),
        hand.weights(),
        hand.triangles(),
        !hand.mirrored(),
        hand.correspondences(),
        hand.points());
  }

  private static Hand at(Hand hand, double[] theta) {
    return new Hand(
        theta,
        hand.us(),
        hand.parents(),
        hand.relatives(),
        hand.inverses(),
        hand.vertices(),
        hand.weights(),
        hand.triangles(),
        hand.mirrored(),
        hand.correspondences(),
        hand.points());
  }

  @ParameterizedTest
  @MethodSource("hands")
  void differencesAgree(Hand hand) {
    double[][] jacobian = hand.jacobian();
    int coordinates = jacobian[0].length - hand.theta().length;
    double step = 1e-5;
    for (int j = 0; j < hand.theta().length; j++) {
      double[] before = hand.theta().clone();
      double[] after = hand.theta().clone();
      before[j] -= step;
      after[j] += step;
      double[] low = at(hand, before).distances();
      double[] high = at(hand, after).distances();
      for (int i = 0; i < jacobian.length; i++) {
        assertThat(jacobian[i][coordinates + j]).isWithin(1e-8).of((high[i] - low[i]) / (2 * step));
      }
    }
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
