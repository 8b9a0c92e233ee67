package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class LoopsTest {
  @Test
  void invariantsLeaveTheLoop() {
    String before =
        """
        f(double x) {
          double v1 = constant 2.0
          double v2 = mul x x
          double r, double s, double t = loop x v1 v2 carries double a, double two, double square {
            boolean v3 = lt a square
            yield v3
          } do {
            double v4 = mul a two
            double v5 = add v4 square
            double v6 = constant 2.0
            yield v5 v6 square
          }
          yield r s t
        }
        """;
    String after =
        """
        f(double x) {
          double v1 = constant 2.0
          double square = mul x x
          double r = loop x carries double a {
            boolean v2 = lt a square
            yield v2
          } do {
            double v3 = mul a v1
            double v4 = add v3 square
            double v5 = constant 2.0
            yield v4
          }
          yield r v1 square
        }
        """;

    String once = Passes.rewritten(before, new Loops());
    // The first time, the constant is only found to be carried unchanged.
    assertThat(Passes.rewritten(once, new Loops())).isEqualTo(after);
  }

  @Test
  void aLoopNeverEnteredLeavesItsCondition() {
    String before =
        """
        f(double x, boolean p, double[] a) {
          int v1 = constant 0
          double r, int u = loop x v1 carries double s, int i {
            int v2 = constant 0
            boolean v3 = lt i v2
            store a i s
            boolean v4 = branch v3 {
              yield p
            } else {
              boolean v5 = constant false
              yield v5
            }
            yield v4
          } do {
            double v6 = mul s s
            yield v6 i
          }
          yield r u
        }
        """;
    String after =
        """
        f(double x, boolean p, double[] a) {
          int v1 = constant 0
          int v2 = constant 0
          boolean v3 = lt v1 v2
          store a v1 x
          boolean v4 = branch v3 {
            yield p
          } else {
            boolean v5 = constant false
            yield v5
          }
          yield x v1
        }
        """;

    assertThat(Passes.rewritten(before, new Loops())).isEqualTo(after);
  }
}
