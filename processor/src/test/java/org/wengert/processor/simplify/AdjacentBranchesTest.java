package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class AdjacentBranchesTest {
  private static void assertRewritten(String before, String after) {
    assertThat(Passes.rewritten(before, new AdjacentBranches())).isEqualTo(after);
  }

  @Test
  void theSecondFollowsTheFirstWithinEachBlock() {
    assertRewritten(
        """
        f(boolean p, double x, double[] a, int i) {
          double y = branch p {
            double v1 = mul x x
            store a i x
            yield v1
          } else {
            yield x
          }
          double v2 = neg x
          double z = branch p {
            double v3 = mul v2 y
            yield v3
          } else {
            double v4 = load a i
            double v5 = mul v4 y
            yield v5
          }
          yield y z
        }
        """,
        """
        f(boolean p, double x, double[] a, int i) {
          double v1 = neg x
          double y, double z = branch p {
            double y2 = mul x x
            store a i x
            double v2 = mul v1 y2
            yield y2 v2
          } else {
            double v3 = load a i
            double v4 = mul v3 x
            yield x v4
          }
          yield y z
        }
        """);
  }

  @Test
  void whatStandsForTheFirstsResultIsFollowedToo() {
    assertThat(
            Passes.rewritten(
                """
                f(boolean p, double x) {
                  double y = branch p {
                    double v1 = mul x x
                    yield v1
                  } else {
                    yield x
                  }
                  double v2 = constant 1.0
                  double v3 = mul y v2
                  double z = branch p {
                    double v4 = mul v3 x
                    yield v4
                  } else {
                    yield v3
                  }
                  yield z
                }
                """,
                new Algebra(),
                new AdjacentBranches()))
        .isEqualTo(
            """
            f(boolean p, double x) {
              double v1 = constant 1.0
              double y, double z = branch p {
                double y2 = mul x x
                double v2 = mul y2 x
                yield y2 v2
              } else {
                yield x x
              }
              yield z
            }
            """);
  }

  @Test
  void whatLiesBetweenMayKeepThemApart() {
    String between =
        """
        f(boolean p, double x, double[] a, int i) {
          double y = branch p {
            yield x
          } else {
            double v1 = mul x x
            store a i x
            yield v1
          }
          %s
          double z = branch p {
            yield w
          } else {
            yield x
          }
          yield y z
        }
        """;

    for (String operation :
        new String[] {"double w = neg y", "double w = load a i", "double w = constant 1.0"}) {
      String text = between.formatted(operation);
      boolean apart = !operation.contains("constant");
      assertThat(Passes.rewritten(text, new AdjacentBranches()).equals(text)).isEqualTo(apart);
    }
  }

  @Test
  void blocksThatThrowStayApart() {
    String text =
        """
        f(boolean p, double x) {
          double y = branch p {
            throw java.lang.IllegalStateException()
          } else {
            double v1 = mul x x
            yield v1
          }
          double z = branch p {
            yield y
          } else {
            yield x
          }
          yield z
        }
        """;

    assertRewritten(text, text);
  }
}
