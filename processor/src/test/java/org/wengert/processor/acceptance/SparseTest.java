package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.wengert.processor.acceptance.SparsePrograms.PROGRAM;
import static org.wengert.processor.acceptance.SparsePrograms.assertDense;
import static org.wengert.processor.acceptance.SparsePrograms.random;
import static org.wengert.processor.acceptance.SparsePrograms.sparse;
import static org.wengert.processor.acceptance.SparsePrograms.sparsity;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.wengert.DualArray;
import org.wengert.ScalarFunction;
import org.wengert.SparseMatrix;
import org.wengert.Sparsity;
import org.wengert.VectorFunction;

/** Sparse Jacobians and Hessians: the numbers, what they cost, and where they are. */
final class SparseTest {
  @Test
  void discretisedEquation() throws Exception {
    Sparsity small = assertDense("Large", "bratu", "Jacobian", random(25, 1), 5, 6.0);
    assertThat(small.entries()).isEqualTo(5 * 25 - 4 * 5);
    int side = 120;
    double[] u = random(side * side, 2);
    Sparsity large = sparsity("Large", "bratu", u, side, 6.0);
    assertThat(large.entries()).isEqualTo(5 * side * side - 4 * side);
    assertThat(large.colours()).isAtMost(8);
    assertThat(large.sweeps()).isAtMost(2);
    assertThat(large.isByRows()).isFalse();
    SparseMatrix jacobian = sparse("Large", "bratuSparseJacobian", u, side, 6.0, large);
    int k = 17 * side + 30;
    double h = 1.0 / (side + 1);
    assertThat(jacobian.get(k, k)).isWithin(1e-15).of(4 - h * h * 6 * Math.exp(u[k]));
    assertThat(jacobian.get(k, k - side)).isEqualTo(-1.0);
    assertThat(jacobian.get(k, k + 1)).isEqualTo(-1.0);
    assertThat(jacobian.get(k, k + 2)).isEqualTo(0.0);
  }

  @Test
  void bandedHessianOfManyUnknowns() throws Exception {
    assertThat(assertDense("Large", "rosenbrock", "Hessian", random(7, 3)).colours()).isEqualTo(3);
    int n = 100_000;
    double[] x = random(n, 4);
    Sparsity sparsity = sparsity("Large", "rosenbrock", (Object) x);
    assertThat(sparsity.colours()).isEqualTo(3);
    assertThat(sparsity.sweeps()).isEqualTo(1); // in four directions
    assertThat(sparsity.entries()).isEqualTo(3 * n - 2);
    SparseMatrix hessian = sparse("Large", "rosenbrockSparseHessian", x, sparsity);
    for (int i = 0; i < n; i++) {
      double below = i == 0 ? 0 : 200;
      double own = i == n - 1 ? 0 : 2 + 1200 * x[i] * x[i] - 400 * x[i + 1];
      assertWithMessage("%s", i).that(hessian.get(i, i)).isWithin(1e-9).of(below + own);
      if (i + 1 < n) {
        assertThat(hessian.get(i, i + 1)).isWithin(1e-10).of(-400 * x[i]);
        assertThat(hessian.get(i + 1, i)).isEqualTo(hessian.get(i, i + 1));
      }
    }
  }

  @Test
  void arrowOfTwoColours() throws Exception {
    Sparsity small = assertDense("Large", "arrow", "Hessian", random(6, 5), 2.0);
    assertThat(small.colours()).isEqualTo(2);
    Sparsity large = sparsity("Large", "arrow", random(100_000, 6), 2.0);
    assertThat(large.colours()).isEqualTo(2);
    assertThat(large.entries()).isEqualTo(300_000);
  }

  @Test
  void aDenseRowIsComputedByRows() throws Exception {
    Sparsity sparsity = assertDense("Large", "rowAndDiagonal", "Jacobian", random(40, 7));
    assertThat(sparsity.isByRows()).isTrue();
    assertThat(sparsity.colours()).isEqualTo(2);
    Sparsity large = sparsity("Large", "rowAndDiagonal", (Object) random(100_000, 8));
    assertThat(large.sweeps()).isEqualTo(2);
  }

  @Test
  void aDenseColumnIsComputedByColumns() throws Exception {
    Sparsity sparsity = assertDense("Large", "columnAndDiagonal", "Jacobian", random(40, 7), 3.0);
    assertThat(sparsity.isByRows()).isFalse();
    assertThat(sparsity.colours()).isEqualTo(2);
    assertThat(sparsity.sweeps()).isEqualTo(1);
  }

  @Test
  void bundleAdjustmentTakesAsManySweepsHoweverManyObservations() throws Exception {
    assertThat(bundle(3, 12, 20, true)).isAtMost(4);
    assertThat(bundle(20, 400, 1500, false)).isAtMost(8);
    assertThat(bundle(40, 2000, 8000, false)).isAtMost(8);
  }

  private static int bundle(int cameras, int points, int count, boolean compare) throws Exception {
    Random random = new Random(count);
    double[] all = random(9 * cameras + 3 * points, count);
    int[] camera = random.ints(count, 0, cameras).toArray();
    int[] point = new int[count];
    Arrays.setAll(point, k -> k % points);
    double[] seen = random(2 * count, 9);
    Object[] arguments = {all, cameras, camera, point, seen};
    Sparsity sparsity =
        compare
            ? assertDense("Bundle", "residuals", "Jacobian", arguments)
            : sparsity("Bundle", "residuals", arguments);
    assertThat(sparsity.rows()).isEqualTo(2 * count);
    assertThat(sparsity.entries()).isEqualTo(2 * count * 12);
    assertThat(sparsity.isByRows()).isFalse();
    SparseMatrix jacobian =
        sparse("Bundle", "residualsSparseJacobian", Arguments.with(arguments, sparsity));
    double[] direction = random(all.length, 10);
    DualArray jvp =
        (DualArray)
            PROGRAM.call(
                "BundleDerivatives", "residualsJvp", all, direction, cameras, camera, point, seen);
    for (int i = 0; i < jacobian.rows(); i++) {
      double sum = 0;
      double size = 0;
      for (int k = jacobian.rowStart()[i]; k < jacobian.rowStart()[i + 1]; k++) {
        double term = jacobian.values()[k] * direction[jacobian.columnIndex()[k]];
        sum += term;
        size += Math.abs(term);
      }
      assertThat(sum).isWithin(1e-13 * size).of(jvp.tangent()[i]);
    }
    return sparsity.sweeps();
  }

  @Test
  void parametersOfAllKinds() throws Exception {
    float[][] x = {{1, 2}, {3, 4}, {5, 6}};
    SparseMatrix found = sparse("Small", "singlesSparseJacobian", 2.0, x, 3f);
    float[][] dense = (float[][]) PROGRAM.call("SmallDerivatives", "singlesJacobian", 2.0, x, 3f);
    double[][] all = found.toDense();
    for (int i = 0; i < dense.length; i++) {
      for (int j = 0; j < dense[i].length; j++) {
        assertThat(all[i][j]).isEqualTo((double) dense[i][j]);
      }
    }
    assertThat(found.entries()).isEqualTo(10);
    assertDense("Small", "calling", "Jacobian", random(5, 1), 2.0);
    float[] w = {1, 2, 3, 4, 5};
    assertThat(assertDense("Small", "callingTwice", "Hessian", random(6, 1), 2.0, w).colours())
        .isAtMost(4);
  }

  @Test
  void functionObjects() throws Exception {
    double[] x = {1, 2, 3};
    VectorFunction vector =
        (VectorFunction) PROGRAM.call("SmallDerivatives", "placed", (Object) new int[] {2, 0});
    Sparsity sparsity = vector.sparsity(x);
    assertThat(vector.sparseJacobian(x).toDense()).isEqualTo(vector.jacobian(x));
    assertThat(vector.sparseJacobian(x, sparsity)).isEqualTo(vector.sparseJacobian(x));
    assertThrows(IllegalArgumentException.class, () -> vector.sparsity(null));
    ScalarFunction scalar = (ScalarFunction) PROGRAM.call("SmallDerivatives", "pieces");
    assertThat(scalar.sparseHessian(x).toDense()).isEqualTo(scalar.hessian(x));
    assertThat(scalar.sparseHessian(x, scalar.sparsity(x))).isEqualTo(scalar.sparseHessian(x));
    VectorFunction scalars = (VectorFunction) PROGRAM.call("SmallDerivatives", "scalars");
    double[] two = {3, 4};
    assertThat(scalars.sparseJacobian(two).toDense())
        .isEqualTo(new double[][] {{4, 3}, {0, 1}, {1, 0}, {0, 1}, {1, 0}});
  }

  @Test
  void functionsWithoutSparseMatricesSaySo() throws Exception {
    double[] x = {1, 2};
    VectorFunction vector = (VectorFunction) PROGRAM.call("SmallDerivatives", "plain");
    for (Executable call :
        List.<Executable>of(
            () -> vector.sparsity(x),
            () -> vector.sparseJacobian(x),
            () -> vector.sparseJacobian(x, null))) {
      assertThat(assertThrows(UnsupportedOperationException.class, call))
          .hasMessageThat()
          .contains("write @Differentiable(sparse = true) on");
    }
    ScalarFunction scalar = (ScalarFunction) PROGRAM.call("SmallDerivatives", "plainToo");
    for (Executable call :
        List.<Executable>of(
            () -> scalar.sparsity(x),
            () -> scalar.sparseHessian(x),
            () -> scalar.sparseHessian(x, null))) {
      assertThat(assertThrows(UnsupportedOperationException.class, call))
          .hasMessageThat()
          .contains("write @Differentiable(order = 2, sparse = true) on");
    }
  }

  @Test
  void nothingSparseWithoutBeingAsked() throws Exception {
    String source = PROGRAM.source("SmallDerivatives");
    assertThat(source).doesNotContain("plainDependences");
    assertThat(source).doesNotContain("plainTooSparse");
    assertThat(source).contains("placedDependences");
  }
}
