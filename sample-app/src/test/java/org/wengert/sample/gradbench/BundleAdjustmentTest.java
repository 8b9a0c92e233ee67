package org.wengert.sample.gradbench;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.Range;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wengert.Sparsity;

/** The Jacobian of a whole problem is that of its observations, put together by hand. */
class BundleAdjustmentTest {
  private static Observations problem(int cameras, int points, int count) {
    Random random = new Random(count);
    double[][] features = new double[count][];
    for (int i = 0; i < count; i++) {
      features[i] = random.doubles(2).toArray();
    }
    return new Observations(
        rows(cameras, 11, 0, random),
        rows(points, 3, 2, random), // all before the cameras
        random.doubles(count, 0.5, 1.5).toArray(),
        features);
  }

  private static double[][] rows(int count, int length, double from, Random random) {
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = random.doubles(length, from, from + 1).toArray();
    }
    return rows;
  }

  private static Sparsity check(int cameras, int points, int count) {
    Observations all = problem(cameras, points, count);
    Sparsity sparsity =
        BundleAdjustmentDerivatives.errorsSparsity(
            all.cameras(), all.points(), all.weights(), all.features());
    org.wengert.SparseMatrix found =
        BundleAdjustmentDerivatives.errorsSparseJacobian(
            all.cameras(), all.points(), all.weights(), all.features(), sparsity);
    SparseMatrix expected = all.jacobian();
    // Each error of a reprojection does without one of the principal point's two coordinates.
    assertThat(found.entries()).isEqualTo((2 * 14 + 1) * count);
    assertThat(found.rows()).isEqualTo(3 * count);
    for (int i = 0; i < found.rows(); i++) {
      for (int k = expected.rowStarts()[i]; k < expected.rowStarts()[i + 1]; k++) {
        double value = expected.values()[k];
        assertThat(found.get(i, expected.columns()[k]))
            .isWithin(1e-12 * Math.max(1, Math.abs(value)))
            .of(value);
      }
    }
    return sparsity;
  }

  @Test
  void asManySweepsHoweverManyObservations() {
    Sparsity few = check(3, 20, 30);
    Sparsity many = check(49, 777, 3187);
    assertThat(few.colours()).isIn(Range.closed(14, 20));
    assertThat(many.colours()).isIn(Range.closed(14, 20));
    assertThat(many.sweeps()).isAtMost(5);
  }
}
