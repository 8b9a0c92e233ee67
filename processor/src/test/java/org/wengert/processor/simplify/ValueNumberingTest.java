package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class ValueNumberingTest {
  private static void assertUnified(String before, String after) {
    assertThat(Passes.unified(before)).isEqualTo(after);
  }

  @Test
  void equalOperationsAreOne() {
    assertUnified(
        """
        f(double x, double y, double[] a) {
          double v1 = mul x y
          double v2 = mul y x
          double v3 = sub x y
          double v4 = sub y x
          boolean v5 = lt x y
          boolean v6 = gt y x
          int v7 = length a
          int v8 = length a
          double v9 = static java.lang.Math.PI
          double v10 = static java.lang.Math.PI
          double v11 = Math.sin v1
          double v12 = StrictMath.sin v1
          double v13 = Math.sin v2
          yield v2 v3 v4 v6 v8 v10 v11 v12 v13
        }
        """,
        """
        f(double x, double y, double[] a) {
          double v1 = mul x y
          double v2 = sub x y
          double v3 = sub y x
          boolean v4 = lt x y
          int v5 = length a
          double v6 = static java.lang.Math.PI
          double v7 = Math.sin v1
          double v8 = StrictMath.sin v1
          yield v1 v2 v3 v4 v5 v6 v7 v8 v7
        }
        """);
  }

  @Test
  void aNameMovesToTheFirst() {
    assertUnified(
        """
        f(double x) {
          double v1 = mul x x
          double square = mul x x
          double again = mul x x
          double v2 = mul x x
          yield v1 square again v2
        }
        """,
        """
        f(double x) {
          double square = mul x x
          yield square square square square
        }
        """);
  }

  @Test
  void constantsAreEqualToTheLastBitAndNamedOnesStay() {
    assertUnified(
        """
        f(double x) {
          double sum = constant 0.0
          double v1 = constant 0.0
          double v2 = constant -0.0
          double v3 = constant 0.0
          double other = constant 0.0
          double v4 = add x v1
          double v5 = add x v3
          double v6 = add other x
          double v7 = add x v2
          yield sum v4 v5 v6 v7
        }
        """,
        """
        f(double x) {
          double sum = constant 0.0
          double v1 = constant 0.0
          double v2 = constant -0.0
          double other = constant 0.0
          double v3 = add x v1
          double v4 = add x v2
          yield sum v3 v3 v3 v4
        }
        """);
  }

  @Test
  void valuesOfClosedBlocksAreOutOfSight() {
    assertUnified(
        """
        f(double x, boolean p) {
          double v1 = neg x
          double y = branch p {
            double v2 = neg x
            double v3 = mul x x
            double v4 = mul x v2
            yield v4
          } else {
            double v5 = mul x x
            double v6 = mul v5 v5
            double v7 = mul x x
            double v8 = add v7 v6
            yield v8
          }
          double v9 = mul x x
          double v10 = add v9 y
          yield v1 v10
        }
        """,
        """
        f(double x, boolean p) {
          double v1 = neg x
          double y = branch p {
            double v2 = mul x x
            double v3 = mul x v1
            yield v3
          } else {
            double v4 = mul x x
            double v5 = mul v4 v4
            double v6 = add v4 v5
            yield v6
          }
          double v7 = mul x x
          double v8 = add v7 y
          yield v1 v8
        }
        """);
  }

  @Test
  void aBranchFindsWhatAnEarlierOneOnTheSameConditionHasComputed() {
    assertUnified(
        """
        f(double x, boolean p, boolean q) {
          double y, double z, double w = branch p {
            double v1 = mul x x
            double v2 = Math.sin v1
            double v3 = Math.cos v1
            yield v1 v2 v3
          } else {
            double v4 = neg x
            yield v4 x x
          }
          double v5 = branch p {
            double v6 = Math.sin y
            double v7 = mul x x
            double v8 = add v6 v7
            double v9 = Math.tan y
            yield v8
          } else {
            double v10 = Math.sin y
            double v11 = neg x
            double v12 = add v10 v11
            yield v12
          }
          double v13 = branch q {
            double v14 = Math.sin y
            yield v14
          } else {
            yield w
          }
          yield v5 z v13
        }
        """,
        """
        f(double x, boolean p, boolean q) {
          double y, double z, double w = branch p {
            double v1 = mul x x
            double v2 = Math.sin v1
            double v3 = Math.cos v1
            yield v1 v2 v3
          } else {
            double v4 = neg x
            yield v4 x x
          }
          double v5 = branch p {
            double v6 = add z y
            double v7 = Math.tan y
            yield v6
          } else {
            double v8 = Math.sin y
            double v9 = add v8 y
            yield v9
          }
          double v10 = branch q {
            double v11 = Math.sin y
            yield v11
          } else {
            yield w
          }
          yield v5 z v10
        }
        """);
  }

  @Test
  void readsAreSharedUntilAnArrayOfTheTypeMayChange() {
    assertUnified(
        """
        f(double[] a, int[] k, int i, boolean p) {
          double v1 = load a i
          int v2 = load k i
          double v3 = load a i
          store k i v2
          double v4 = load a i
          int v5 = load k i
          branch p {
            store a i v4
          } else {
          }
          double v6 = load a i
          int v7 = load k i
          call g a
          double v8 = load a i
          int v9 = load k i
          yield v1 v2 v3 v4 v5 v6 v7 v8 v9
        }
        """,
        """
        f(double[] a, int[] k, int i, boolean p) {
          double v1 = load a i
          int v2 = load k i
          store k i v2
          int v3 = load k i
          branch p {
            store a i v1
          } else {
          }
          double v4 = load a i
          call g a
          double v5 = load a i
          yield v1 v2 v1 v1 v3 v4 v3 v5 v3
        }
        """);
  }

  @Test
  void offsetsStayInPlaceButCountAsEqual() {
    assertUnified(
        """
        f(double[] a, int i) {
          int v1 = constant 1
          int v2 = add i v1
          double v3 = load a v2
          int v4 = add v1 i
          double v5 = load a v4
          int v6 = mul i v4
          int v7 = mul v2 i
          yield v3 v5 v6 v7
        }
        """,
        """
        f(double[] a, int i) {
          int v1 = constant 1
          int v2 = add i v1
          double v3 = load a v2
          int v4 = add v1 i
          int v5 = mul i v4
          yield v3 v3 v5 v5
        }
        """);
  }

  @Test
  void loopsSeeTheirOwnStores() {
    assertUnified(
        """
        f(double[] a, int[] k, int i, boolean p) {
          double v1 = load a i
          int v2 = load k i
          double r = loop v1 carries double s {
            double v3 = load a i
            int v4 = load k i
            boolean v5 = lt v4 i
            yield v5
          } do {
            double v6 = load a i
            double v7 = load a i
            store a i s
            int v8 = load k i
            double v9 = to_double v8
            double v10 = add v6 v7
            double v11 = add v10 v9
            yield v11
          }
          yield r
        }
        """,
        """
        f(double[] a, int[] k, int i, boolean p) {
          double v1 = load a i
          int v2 = load k i
          double r = loop v1 carries double s {
            double v3 = load a i
            boolean v4 = lt v2 i
            yield v4
          } do {
            double v5 = load a i
            store a i s
            double v6 = to_double v2
            double v7 = add v5 v5
            double v8 = add v7 v6
            yield v8
          }
          yield r
        }
        """);
  }

  @Test
  void rowsStoredIntoAnArrayOfArraysDoNotChangeElements() {
    assertUnified(
        """
        f(double[][] rows, double[] a, int i) {
          double[] v1 = load rows i
          double v2 = load a i
          store rows i a
          double[] v3 = load rows i
          double v4 = load a i
          yield v1 v2 v3 v4
        }
        """,
        """
        f(double[][] rows, double[] a, int i) {
          double[] v1 = load rows i
          double v2 = load a i
          store rows i a
          double[] v3 = load rows i
          yield v1 v2 v3 v2
        }
        """);
  }
}
