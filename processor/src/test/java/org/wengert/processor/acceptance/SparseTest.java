package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import org.wengert.processor.Program;

/** Sparse Jacobians and Hessians: the numbers, what they cost, and what is refused. */
final class SparseTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Large {
            /** Of the discretised equation of Bratu, on a square of n by n points. */
            @Differentiable(sparse = true, wrt = "u")
            static double[] bratu(double[] u, int n, double lambda) {
              double h = 1.0 / (n + 1);
              double[] residual = new double[u.length];
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                  int k = i * n + j;
                  double sum = 4 * u[k];
                  sum -= i > 0 ? u[k - n] : 0;
                  sum -= i + 1 < n ? u[k + n] : 0;
                  sum -= j > 0 ? u[k - 1] : 0;
                  sum -= j + 1 < n ? u[k + 1] : 0;
                  residual[k] = sum - h * h * lambda * Math.exp(u[k]);
                }
              }
              return residual;
            }

            @Differentiable(sparse = true, order = 2)
            static double rosenbrock(double[] x) {
              double sum = 0;
              for (int i = 0; i + 1 < x.length; i++) {
                double a = 1 - x[i];
                double b = x[i + 1] - x[i] * x[i];
                sum += a * a + 100 * b * b;
              }
              return sum;
            }

            @Differentiable(sparse = true, order = 2)
            static double arrow(double[] x, double y) {
              double sum = 0;
              for (double each : x) {
                sum += each * each * y;
              }
              return sum;
            }

            @Differentiable(sparse = true)
            static double[] rowAndDiagonal(double[] x) {
              double[] y = new double[x.length];
              for (int i = 0; i < x.length; i++) {
                y[i] = x[i] * x[i];
                y[0] += x[i];
              }
              return y;
            }

            @Differentiable(sparse = true)
            static double[] columnAndDiagonal(double[] x, double t) {
              double[] y = new double[x.length];
              for (int i = 0; i < x.length; i++) {
                y[i] = x[i] * x[i] * t;
              }
              return y;
            }
          }
          """,
          """
          final class Bundle {
            /** Nine numbers of a camera project three of a point onto two. */
            private static void project(double[] all, int c, int p, double[] out, int at) {
              double theta2 = all[c] * all[c] + all[c + 1] * all[c + 1] + all[c + 2] * all[c + 2];
              double theta = Math.sqrt(theta2 + 1e-12);
              double cos = Math.cos(theta);
              double sin = Math.sin(theta) / theta;
              double dot =
                  (all[c] * all[p] + all[c + 1] * all[p + 1] + all[c + 2] * all[p + 2])
                      * (1 - cos) / (theta * theta);
              double[] q = new double[3];
              for (int k = 0; k < 3; k++) {
                int k1 = (k + 1) % 3;
                int k2 = (k + 2) % 3;
                q[k] = all[p + k] * cos
                    + (all[c + k1] * all[p + k2] - all[c + k2] * all[p + k1]) * sin
                    + all[c + k] * dot + all[c + 3 + k];
              }
              double u = -q[0] / q[2];
              double v = -q[1] / q[2];
              double r2 = u * u + v * v;
              double scale = all[c + 6] * (1 + r2 * (all[c + 7] + all[c + 8] * r2));
              out[at] = scale * u;
              out[at + 1] = scale * v;
            }

            @Differentiable(sparse = true, wrt = "all")
            static double[] residuals(double[] all, int cameras, int[] camera, int[] point,
                double[] seen) {
              double[] residuals = new double[seen.length];
              for (int k = 0; k < camera.length; k++) {
                project(all, 9 * camera[k], 9 * cameras + 3 * point[k], residuals, 2 * k);
                residuals[2 * k] -= seen[2 * k];
                residuals[2 * k + 1] -= seen[2 * k + 1];
              }
              return residuals;
            }
          }
          """,
          """
          final class Small {
            @Differentiable(sparse = true)
            static double[] branching(double[] x, boolean wide) {
              double[] y = new double[x.length];
              for (int i = 0; i < x.length; i++) {
                y[i] = x[i] > 0 ? x[i] * x[i] : 2 * x[i];
                if (wide) {
                  y[i] *= x[0];
                }
                if (x[i] > 10) {
                  y[i] += x[x.length - 1];
                }
              }
              return y;
            }

            @Differentiable(sparse = true)
            static double[] placed(double[] x, int[] places) {
              double[] y = new double[places.length];
              for (int i = 0; i < y.length; i++) {
                y[i] = Math.max(x[places[i]], 0) * 3;
              }
              return y;
            }

            @Differentiable(sparse = true)
            static double[] lookup(double[] x, double[] z) {
              return new double[] {x[(int) x[0]], z[0], Math.max(x[0], x[1])};
            }

            @Differentiable(sparse = true)
            static double[] other(double[] x, double[] z) {
              return new double[] {x[(int) x[0]], z[0], Math.max(x[0], x[1])};
            }

            @Differentiable(sparse = true)
            static float[] singles(double t, float[][] x, float s) {
              float[] y = new float[5];
              for (int i = 0; i < x.length; i++) {
                y[i] = (float) (x[i][0] * t) + x[i][1] * x[i][1];
              }
              y[4] = s * s;
              return y;
            }

            @Differentiable(sparse = true)
            static double[] calling(double[] x, double t) {
              double[] y = new double[x.length];
              for (int i = 0; i < x.length; i++) {
                y[i] = repeated(x[i], 3) * (i == 0 ? t : 1);
              }
              return y;
            }

            private static double repeated(double x, int n) {
              return n == 0 ? x : Math.sin(repeated(x, n - 1)) + x;
            }

            @Differentiable(sparse = true, order = 2)
            static double callingTwice(double[] x, double t, float[] w) {
              double sum = 0;
              for (int i = 0; i + 1 < x.length; i++) {
                sum += repeated(x[i], 2) * x[i + 1] + w[i] * t;
              }
              return sum;
            }

            @Differentiable(sparse = true, order = 2)
            static double pieces(double[] x) {
              double sum = 0;
              for (int i = 0; i + 1 < x.length; i++) {
                sum += x[i] > 0 ? x[i] * x[i + 1] : x[i] * x[i];
              }
              return sum;
            }

            @Differentiable(sparse = true)
            static double[] checked(double[] x, int sparsity) throws java.io.IOException {
              double[] y = new double[sparsity];
              y[0] = x[0];
              return y;
            }

            @Differentiable(sparse = true)
            static double[] scalars(double x, double y) {
              return new double[] {x * y, y, x, y, x};
            }

            @Differentiable
            static double[] plain(double[] x) {
              return new double[] {x[0]};
            }

            @Differentiable
            static double plainToo(double[] x) {
              return x[0];
            }

            @Differentiable(sparse = true)
            static double[] thrower(double[] x) {
              if (x[0] < 0) {
                throw new IllegalArgumentException("negative");
              }
              return new double[] {x[0], x[1]};
            }
          }
          """);

  private static double[] random(int n, long seed) {
    return new Random(seed).doubles(n, 0.5, 1.5).toArray();
  }

  private static Sparsity sparsity(String owner, String name, Object... arguments)
      throws Exception {
    return (Sparsity) PROGRAM.call(owner + "Derivatives", name + "Sparsity", arguments);
  }

  private static SparseMatrix sparse(String owner, String name, Object... arguments)
      throws Exception {
    return (SparseMatrix) PROGRAM.call(owner + "Derivatives", name, arguments);
  }

  /**
   * Compares with the dense matrix, to the last bit, and returns the pattern. An element of a
   * Hessian may be its mirror image.
   */
  private static Sparsity assertDense(String owner, String name, String matrix, Object... arguments)
      throws Exception {
    Sparsity sparsity = sparsity(owner, name, arguments);
    SparseMatrix found = sparse(owner, name + "Sparse" + matrix, arguments);
    double[][] dense = (double[][]) PROGRAM.call(owner + "Derivatives", name + matrix, arguments);
    double[][] all = found.toDense();
    assertThat(all.length).isEqualTo(dense.length);
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < all[i].length; j++) {
        boolean mirrored = matrix.equals("Hessian") && all[i][j] == dense[j][i];
        assertWithMessage("row %s, column %s", i, j)
            .that(all[i][j])
            .isEqualTo(mirrored ? all[i][j] : dense[i][j]);
      }
    }
    assertThat(sparse(owner, name + "Sparse" + matrix, Arguments.with(arguments, sparsity)))
        .isEqualTo(found);
    return sparsity;
  }

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
  void thePatternServesAgainWhereTheBranchesAreTheSame() throws Exception {
    double[] x = {1, 2, -3, 4};
    Sparsity sparsity = sparsity("Small", "branching", x, false);
    double[] y = {5, 6, -1, 2};
    assertThat(sparse("Small", "branchingSparseJacobian", y, false, sparsity))
        .isEqualTo(sparse("Small", "branchingSparseJacobian", y, false));
  }

  @Test
  void andWhereOthersDependOnNothingElse() throws Exception {
    Sparsity sparsity = sparsity("Small", "branching", new double[] {1, 2, -3, 4}, false);
    double[] y = {-5, 6, 1, -2};
    for (int i = 0; i < 2; i++) {
      assertThat(sparse("Small", "branchingSparseJacobian", y, false, sparsity))
          .isEqualTo(sparse("Small", "branchingSparseJacobian", y, false));
    }
    Sparsity wide = sparsity("Small", "branching", new double[] {1, 2, -3, 4}, true);
    assertThat(sparse("Small", "branchingSparseJacobian", y, false, wide).toDense())
        .isEqualTo(PROGRAM.call("SmallDerivatives", "branchingJacobian", y, false));
  }

  @Test
  void aPatternThatHasChangedIsRefused() throws Exception {
    Sparsity narrow = sparsity("Small", "branching", new double[] {1, 2, -3, 4}, false);
    String changed =
        "the sparsity pattern has changed, since p.Small.branching(double[], boolean) takes other"
            + " branches here: ask for it anew at this point";
    for (int i = 0; i < 2; i++) {
      assertThat(
              refusal(
                  IllegalStateException.class,
                  "branchingSparseJacobian",
                  new double[] {11, 2, -3, 4},
                  false,
                  narrow))
          .isEqualTo(changed);
    }
    assertThat(
            refusal(
                IllegalStateException.class,
                "branchingSparseJacobian",
                new double[] {1, 2, -3, 4},
                true,
                narrow))
        .isEqualTo(changed);
    double[] x = {1, 2, 3};
    Sparsity placed = sparsity("Small", "placed", x, new int[] {0, 1});
    assertThat(sparse("Small", "placedSparseJacobian", x, new int[] {0, 1}, placed).entries())
        .isEqualTo(2);
    refusal(IllegalStateException.class, "placedSparseJacobian", x, new int[] {0, 2}, placed);
    double[] below = {-1, 2, 3};
    Sparsity less = sparsity("Small", "placed", below, new int[] {0, 1});
    assertThat(less.entries()).isEqualTo(1);
    refusal(IllegalStateException.class, "placedSparseJacobian", x, new int[] {0, 1}, less);
    Sparsity pieces = sparsity("Small", "pieces", (Object) new double[] {-1, 2, 3});
    refusal(IllegalStateException.class, "piecesSparseHessian", x, pieces);
  }

  @Test
  void placesOfActiveValuesAndSidesAreDecisions() throws Exception {
    double[] z = {1};
    Sparsity sparsity = sparsity("Small", "lookup", new double[] {1, 2, 3}, z);
    refusal(
        IllegalStateException.class, "lookupSparseJacobian", new double[] {2, 2.5, 3}, z, sparsity);
    refusal(
        IllegalStateException.class, "lookupSparseJacobian", new double[] {1, 0.5, 3}, z, sparsity);
    sparse("Small", "lookupSparseJacobian", new double[] {1.5, 2, 3}, z, sparsity);
  }

  @Test
  void anotherShapeIsRefused() throws Exception {
    Sparsity sparsity = sparsity("Small", "placed", new double[] {1, 2}, new int[] {0, 1});
    assertThat(
            refusal(
                IllegalStateException.class,
                "placedSparseJacobian",
                new double[] {1, 2, 3},
                new int[] {0, 1},
                sparsity))
        .isEqualTo(
            "the sparsity pattern is 2 x 2, but here p.Small.placed(double[], int[]) has one of 2 x"
                + " 3: ask for it anew");
    // As many columns, but divided otherwise.
    Sparsity divided = sparsity("Small", "lookup", new double[] {1, 2, 3}, new double[] {1});
    refusal(
        IllegalStateException.class,
        "lookupSparseJacobian",
        new double[] {1, 2},
        new double[] {1, 2},
        divided);
  }

  @Test
  void thePatternOfAnotherMethodIsRefused() throws Exception {
    double[] x = {1, 2};
    double[] z = {1};
    Sparsity sparsity = sparsity("Small", "lookup", x, z);
    assertThat(refusal(IllegalArgumentException.class, "otherSparseJacobian", x, z, sparsity))
        .isEqualTo(
            "the sparsity pattern is that of p.Small.lookup(double[], double[]), not of"
                + " p.Small.other(double[], double[])");
  }

  private static String refusal(Class<? extends Exception> type, String name, Object... arguments) {
    return assertThrows(type, () -> sparse("Small", name, arguments)).getMessage();
  }

  @Test
  void exceptionsOfTheMethodComeOut() throws Exception {
    double[] x = {-1, 2};
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> sparsity("Small", "thrower", (Object) x)))
        .hasMessageThat()
        .isEqualTo("negative");
    Sparsity sparsity = sparsity("Small", "thrower", (Object) new double[] {1, 2});
    assertThat(refusal(IllegalArgumentException.class, "throwerSparseJacobian", x, sparsity))
        .isEqualTo("negative");
    assertThat(sparse("Small", "checkedSparseJacobian", x, 2).entries()).isEqualTo(1);
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

  @Test
  void matricesShareNothingWithThePattern() throws Exception {
    double[] x = {1, 2};
    Sparsity sparsity = sparsity("Small", "thrower", (Object) x);
    SparseMatrix first = sparse("Small", "throwerSparseJacobian", x, sparsity);
    Arrays.fill(first.columnIndex(), 7);
    Arrays.fill(first.rowStart(), 7);
    sparsity.rowStart()[0] = 5;
    sparsity.columnIndex()[0] = 5;
    assertThat(sparse("Small", "throwerSparseJacobian", x, sparsity).toString())
        .isEqualTo("2 x 2 [0: 0=1.0] [1: 1=1.0]");
    assertThat(sparsity.toString()).isEqualTo("Sparsity[2 x 2, entries=2, colours=1]");
  }
}
