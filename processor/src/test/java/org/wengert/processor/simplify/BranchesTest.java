package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class BranchesTest {
  private static void assertRewritten(String before, String after) {
    assertThat(Passes.rewritten(before, new Branches())).isEqualTo(after);
  }

  @Test
  void aConstantConditionTakesItsBlock() {
    assertRewritten(
        """
        f(double x) {
          boolean v1 = constant false
          double y = branch v1 {
            yield x
          } else {
            double v2 = mul x x
            yield v2
          }
          yield y
        }
        """,
        """
        f(double x) {
          boolean v1 = constant false
          double y = mul x x
          yield y
        }
        """);
  }

  @Test
  void aConditionIsKnownInsideItsBlocks() {
    assertRewritten(
        """
        f(boolean p, double x) {
          boolean v1 = not p
          double y = branch p {
            double v2 = branch v1 {
              yield x
            } else {
              double v3 = neg x
              yield v3
            }
            yield v2
          } else {
            double v4 = branch p {
              yield x
            } else {
              double v5 = mul x x
              yield v5
            }
            yield v4
          }
          double z = branch p {
            double v6 = add x x
            yield v6
          } else {
            yield x
          }
          yield y z
        }
        """,
        """
        f(boolean p, double x) {
          boolean v1 = not p
          double y = branch p {
            double v2 = neg x
            yield v2
          } else {
            double v3 = mul x x
            yield v3
          }
          double z = branch p {
            double v4 = add x x
            yield v4
          } else {
            yield x
          }
          yield y z
        }
        """);
  }

  @Test
  void whatFollowsAGuardIsNotNested() {
    assertRewritten(
        """
        f(boolean p, double x) {
          double y = branch p {
            throw java.lang.IllegalStateException(x)
          } else {
            double v1 = mul x x
            yield v1
          }
          branch p {
            throw java.lang.IllegalArgumentException()
          } else {
          }
          yield y
        }
        """,
        """
        f(boolean p, double x) {
          branch p {
            throw java.lang.IllegalStateException(x)
          } else {
          }
          double y = mul x x
          yield y
        }
        """);
  }

  @Test
  void anIntegerIsWhatAGuardHasFoundItToBe() {
    assertRewritten(
        """
        f(boolean p, int n, double x, double[] a) {
          int v1 = constant 2
          double z = constant 1.0
          int m = branch p {
            boolean v2 = ne n v1
            branch v2 {
              throw java.lang.IllegalStateException(n)
            } else {
            }
            boolean v3 = ne x z
            branch v3 {
              throw java.lang.IllegalStateException()
            } else {
            }
            int v4 = add n n
            double v5 = add x x
            store a n v5
            yield v4
          } else {
            yield n
          }
          int v7 = add n m
          yield v7
        }
        """,
        """
        f(boolean p, int n, double x, double[] a) {
          int v1 = constant 2
          double z = constant 1.0
          int m = branch p {
            boolean v2 = ne n v1
            branch v2 {
              throw java.lang.IllegalStateException(n)
            } else {
            }
            boolean v3 = ne x z
            branch v3 {
              throw java.lang.IllegalStateException()
            } else {
            }
            int v4 = add v1 v1
            double v5 = add x x
            store a v1 v5
            yield v4
          } else {
            yield n
          }
          int v6 = add n m
          yield v6
        }
        """);
  }

  @Test
  void aGuardThatAlwaysThrowsStays() {
    String text =
        """
        f(double x) {
          boolean v1 = constant true
          branch v1 {
            throw java.lang.IllegalStateException()
          } else {
          }
          yield x
        }
        """;

    assertRewritten(text, text);
  }

  @Test
  void resultsThatDoNotDependOnTheBranchLeaveIt() {
    assertRewritten(
        """
        f(boolean p, double x, double[] a) {
          int v1 = constant 0
          double y, double zero, double z, boolean v2, boolean v3 = branch p {
            double v4 = constant 0.0
            boolean v5 = constant true
            boolean v6 = constant false
            store a v1 x
            yield x v4 v4 v5 v6
          } else {
            double v7 = constant 0.0
            double v8 = constant -0.0
            boolean v9 = constant true
            boolean v10 = constant false
            yield x v7 v8 v10 v9
          }
          yield y zero z v2 v3
        }
        """,
        """
        f(boolean p, double x, double[] a) {
          int v1 = constant 0
          double z = branch p {
            double v2 = constant 0.0
            boolean v3 = constant true
            boolean v4 = constant false
            store a v1 x
            yield v2
          } else {
            double v5 = constant 0.0
            double v6 = constant -0.0
            boolean v7 = constant true
            boolean v8 = constant false
            yield v6
          }
          double zero = constant 0.0
          boolean v9 = not p
          yield x zero z p v9
        }
        """);
  }

  @Test
  void anEmptyBranchGoes() {
    assertRewritten(
        """
        f(boolean p, double x) {
          double y = branch p {
            yield x
          } else {
            yield x
          }
          yield y
        }
        """,
        """
        f(boolean p, double x) {
          yield x
        }
        """);
  }
}
