package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class LoopsTest {
  @Test
  void invariantsLeaveTheLoop() {
    String before =
        """
        f(int n, double x) {
          int v1 = constant 0
          double v2 = constant 2.0
          double v3 = mul x x
          double r, double s, double t, int u = loop x v2 v3 v1 carries double a, double two, double square, int i {
            boolean v4 = lt i n
            yield v4
          } do {
            double v5 = mul a two
            double v6 = add v5 square
            double v7 = constant 2.0
            int v8 = constant 1
            int v9 = add i v8
            yield v6 v7 square v9
          }
          yield r s t
        }
        """;
    String after =
        """
        f(int n, double x) {
          int v1 = constant 0
          double v2 = constant 2.0
          double square = mul x x
          double r, int u = loop x v1 carries double a, int i {
            boolean v3 = lt i n
            yield v3
          } do {
            double v4 = mul a v2
            double v5 = add v4 square
            double v6 = constant 2.0
            int v7 = constant 1
            int v8 = add i v7
            yield v5 v8
          }
          yield r v2 square
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
