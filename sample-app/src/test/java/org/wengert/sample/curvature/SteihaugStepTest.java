package org.wengert.sample.curvature;

import static com.google.common.truth.Truth.assertThat;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

final class SteihaugStepTest {

  private static final RealVector GRADIENT = new ArrayRealVector(new double[] {1e-9, -2e-9, 3e-9});

  private static final RealMatrix POSITIVE =
      new Array2DRowRealMatrix(new double[][] {{4, 1, 0}, {1, 3, -1}, {0, -1, 5}});

  private static final RealMatrix INDEFINITE =
      new Array2DRowRealMatrix(new double[][] {{4, 1, 0}, {1, -3, -1}, {0, -1, 5}});

  @Test
  void insideTheBallItIsNewtons() {
    SteihaugStep step = SteihaugStep.of(GRADIENT, POSITIVE::operate, 1);
    RealVector newton = new LUDecomposition(POSITIVE).getSolver().solve(GRADIENT).mapMultiply(-1);
    assertThat(step.atSurface()).isFalse();
    assertThat(step.step().getDistance(newton)).isLessThan(1e-4 * newton.getNorm());
    assertThat(step.decrease()).isWithin(1e-30).of(decrease(POSITIVE, step.step()));
  }

  @Test
  void aSmallBallHoldsItBack() {
    SteihaugStep step = SteihaugStep.of(GRADIENT, POSITIVE::operate, 5e-10);
    assertThat(step.atSurface()).isTrue();
    assertThat(step.step().getNorm()).isWithin(1e-24).of(5e-10);
    assertThat(step.decrease()).isWithin(1e-30).of(decrease(POSITIVE, step.step()));
  }

  @Test
  void negativeCurvatureLeadsToTheSurface() {
    SteihaugStep step = SteihaugStep.of(GRADIENT, INDEFINITE::operate, 1e3);
    assertThat(step.atSurface()).isTrue();
    assertThat(step.step().getNorm()).isWithin(1e-9).of(1e3);
    assertThat(step.decrease()).isGreaterThan(0.0);
    assertThat(step.decrease()).isWithin(1e-6).of(decrease(INDEFINITE, step.step()));
  }

  private static double decrease(RealMatrix hessian, RealVector step) {
    return -GRADIENT.dotProduct(step) - step.dotProduct(hessian.operate(step)) / 2;
  }
}
