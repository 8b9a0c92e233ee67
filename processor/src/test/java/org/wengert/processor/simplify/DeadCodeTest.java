package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;

final class DeadCodeTest {
  private static void assertLive(String before, String after) {
    assertThat(Passes.live(before)).isEqualTo(after);
  }

  @Test
  void whatMayThrowStaysUnlessItCannot() {
    assertLive(
        """
        f(double x, int i, int j, double[] a) {
          double v1 = mul x x
          int v2 = div i j
          int v3 = constant 2
          int v4 = rem i v3
          double v5 = load a i
          int v6 = length a
          double[] v7 = new i
          double[] v8 = new v6
          int v9 = length v7
          double[] v10 = clone a
          double[] v11 = clone v8
          double[] v12 = acquire i
          double v13 = static java.lang.Math.PI
          int v14 = Math.negateExact i
          yield x
        }
        """,
        """
        f(double x, int i, int j, double[] a) {
          int v1 = div i j
          double v2 = load a i
          int v3 = length a
          double[] v4 = new i
          double[] v5 = clone a
          int v6 = Math.negateExact i
          yield x
        }
        """);
  }

  @Test
  void branchesKeepTheResultsAndEffectsThatCount() {
    assertLive(
        """
        f(double x, boolean p, boolean q, double[] a, int i) {
          double y, double z = branch p {
            double v1 = mul x x
            double v2 = neg x
            yield v1 v2
          } else {
            double v3 = add x x
            yield x v3
          }
          double v4 = branch q {
            store a i x
            double v5 = neg y
            yield v5
          } else {
            yield y
          }
          double v6 = branch q {
            yield x
          } else {
            yield z
          }
          yield y
        }
        """,
        """
        f(double x, boolean p, boolean q, double[] a, int i) {
          double y = branch p {
            double v1 = mul x x
            yield v1
          } else {
            yield x
          }
          branch q {
            store a i x
          } else {
          }
          yield y
        }
        """);
  }

  @Test
  void carriedValuesThatOnlyFeedThemselvesGo() {
    assertLive(
        """
        f(double x) {
          double r, double s, double t = loop x x x carries double a, double b, double c {
            boolean v1 = lt a x
            yield v1
          } do {
            double v2 = mul a x
            double v3 = add b c
            double v4 = add c a
            yield v2 v3 v4
          }
          yield r
        }
        """,
        """
        f(double x) {
          double r = loop x carries double a {
            boolean v1 = lt a x
            yield v1
          } do {
            double v2 = mul a x
            yield v2
          }
          yield r
        }
        """);
  }

  @Test
  void countedLoopsWithoutEffectGoAndOthersStay() {
    assertLive(
        """
        f(double x, int n) {
          int v1 = constant 0
          double r, int u = loop x v1 carries double a, int i {
            boolean v2 = lt i n
            yield v2
          } do {
            double v3 = mul a x
            int v4 = constant 1
            int v5 = add i v4
            yield v3 v5
          }
          double s = loop x carries double b {
            boolean v6 = lt b x
            yield v6
          } do {
            double v7 = mul b b
            yield v7
          }
          yield x
        }
        """,
        """
        f(double x, int n) {
          double s = loop x carries double b {
            boolean v1 = lt b x
            yield v1
          } do {
            double v2 = mul b b
            yield v2
          }
          yield x
        }
        """);
  }

  @Test
  void removableOperationsGoWhenUnused() {
    Tape tape =
        TapeText.parse(
            """
            f(double x, double[] a, int i) {
              double unused = load a i
              double used = load a i
              double s = loop x carries double b {
                boolean v1 = lt b x
                yield v1
              } do {
                double v2 = mul b b
                yield v2
              }
              yield used
            }
            """);
    Tape after = Simplifier.of(tape, o -> o instanceof Operation.Load || isLoop(o));

    assertThat(Passes.print(after))
        .isEqualTo(
            """
            f(double x, double[] a, int i) {
              double unused = load a i
              yield unused
            }
            """);
  }

  @Test
  void aRemovableOperationThatStandsForAnotherStays() {
    Tape tape =
        TapeText.parse(
            """
            f(double x, double[] a, int i) {
              double ours = load a i
              double theirs = load a i
              yield x
            }
            """);
    Tape after = Simplifier.of(tape, operation -> operation.results().get(0).name().equals("ours"));

    assertThat(Passes.print(after))
        .isEqualTo(
            """
            f(double x, double[] a, int i) {
              double ours = load a i
              yield x
            }
            """);
  }

  private static boolean isLoop(Operation operation) {
    return operation instanceof Operation.Loop;
  }
}
