package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.wengert.processor.acceptance.SparsePrograms.PROGRAM;
import static org.wengert.processor.acceptance.SparsePrograms.sparse;
import static org.wengert.processor.acceptance.SparsePrograms.sparsity;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wengert.SparseMatrix;
import org.wengert.Sparsity;

/** Patterns that are used again: where they serve, where they are refused, and exceptions. */
final class ReusedSparsityTest {
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

  private static String refusal(Class<? extends Exception> type, String name, Object... arguments) {
    return assertThrows(type, () -> sparse("Small", name, arguments)).getMessage();
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
