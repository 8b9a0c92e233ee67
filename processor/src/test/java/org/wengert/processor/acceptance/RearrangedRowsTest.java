package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.wengert.DualArray;
import org.wengert.processor.Program;

/** Arrays that at the end hold rows of other lengths, or share rows that they did not share. */
final class RearrangedRowsTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Rows {
            @Differentiable(order = 2)
            static double shorter(double[][] a) {
              double[] row = {a[0][0] * a[0][1]};
              a[0] = row;
              a[1] = null;
              return row[0] * a[2][1];
            }

            @Differentiable
            static double[] returned(double[][] a, double[] w, int i) {
              a[0] = w;
              a[0][1] *= a[1][0];
              a[1] = a[2].clone();
              a[1][0] *= w[0];
              return a[i];
            }

            @Differentiable
            static void shared(double[][] a, double t) {
              a[0][0] *= a[1][0];
              a[1] = a[0];
              a[1][1] = t * a[0][0];
            }

            @Differentiable
            static void apart(double[][] a, double[] w) {
              a[1] = new double[] {a[0][0] * w[0]};
            }

            @Differentiable
            static double scalars(double[][] a, float v, double x, float w) {
              a[0] = a[1];
              return a[0][0] * v * x * w;
            }

            @Differentiable(order = 2)
            static double calls(double[][] a) {
              Rotating.rotate(a);
              return 2 * a[0][0] + a[1][0] * a[2][0];
            }
          }
          """,
          """
          final class Rotating {
            @Differentiable(order = 2)
            static void rotate(double[][] a) {
              double[] first = a[0];
              for (int i = 1; i < a.length; i++) {
                a[i - 1] = a[i];
              }
              a[a.length - 1] = first;
              first[0] *= a[0][0];
            }
          }
          """);

  private static Object call(String method, Object... arguments) throws Exception {
    return PROGRAM.call("RowsDerivatives", method, arguments);
  }

  @Test
  void rowsOfOtherLengths() throws Exception {
    double[][] a = {{2, 3}, {4, 5}, {6, 7}};
    double[][] aBar = {{0, 0}, {0, 0}, {10, 20}};
    assertThat(call("shorterVjp", a, aBar, 1.0)).isEqualTo(42);
    assertThat(a).isEqualTo(new double[][] {{6}, null, {6, 7}});
    assertThat(aBar).isEqualTo(new double[][] {{21, 14}, {0, 0}, {10, 26}});
  }

  @Test
  void adjointsOfRowsThatHaveAnotherLength() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                call(
                    "shorterVjp",
                    new double[][] {{2, 3}, {4, 5}, {6, 7}},
                    new double[][] {{0, 1}, {0, 0}, {0, 0}},
                    1.0));
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "aBar[0] is not zero, but at the end of the method the row there has length 1, not 2");
    thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                call(
                    "shorterVjp",
                    new double[][] {{2, 3}, {4, 5}, {6, 7}},
                    new double[][] {{0, 0}, {0, 1}, {0, 0}},
                    1.0));
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo("aBar[1] is not zero, but at the end of the method the row there is null");
  }

  /** With w = (2, 3), a[1][0] = 5, a[2] = (7, 11): a = ((2, 15), (14, 11), (7, 11)) at the end. */
  @Test
  void returnedRow() throws Exception {
    double[][] a = {{1, 1}, {5, 1}, {7, 11}};
    double[][] aBar = {{1, 10}, {100, 1000}, {0, 0}};
    double[] w = {2, 3};
    double[] wBar = {0, 0};
    double[] resultBar = {10_000, 100_000};
    assertThat(call("returnedVjp", a, aBar, w, wBar, 1, resultBar))
        .isEqualTo(new double[] {14, 11});
    assertThat(a).isEqualTo(new double[][] {{2, 15}, {14, 11}, {7, 11}});
    assertThat(aBar).isEqualTo(new double[][] {{0, 0}, {30, 0}, {20_200, 101_000}});
    assertThat(wBar).isEqualTo(new double[] {70_701, 50});

    double[][] aDot = {{0, 0}, {0, 0}, {1, 10}};
    double[] wDot = {1, 0};
    DualArray jvp =
        (DualArray)
            call(
                "returnedJvp",
                new double[][] {{1, 1}, {5, 1}, {7, 11}},
                aDot,
                new double[] {2, 3},
                wDot,
                1);
    assertThat(jvp.tangent()).isEqualTo(new double[] {9, 10});
    assertThat(aDot).isEqualTo(new double[][] {{1, 0}, {9, 10}, {1, 10}});
  }

  /**
   * Both rows are (a00 a10, t a00 a10) at the end, and each of the four numbers has its adjoint.
   */
  @Test
  void sharedAtTheEnd() throws Exception {
    double[][] a = {{2, 1}, {3, 1}};
    double[][] aBar = {{1, 10}, {100, 1000}};
    Object vjp = call("sharedVjp", a, aBar, 5.0);
    assertThat(a).isEqualTo(new double[][] {{6, 30}, {6, 30}});
    assertThat(a[0]).isSameInstanceAs(a[1]);
    assertThat(aBar).isEqualTo(new double[][] {{15_453, 0}, {10_302, 0}});
    assertThat(Subject.component(vjp, "t")).isEqualTo(6060);
  }

  /** The row at the start stands in three places; the adjoint of all of them is one array. */
  @Test
  void sharedAtTheStart() throws Exception {
    double[] row = {3};
    double[] rowBar = {1};
    call("apartVjp", new double[][] {row, row}, new double[][] {rowBar, rowBar}, row, rowBar);
    assertThat(rowBar).isEqualTo(new double[] {1 + 6});
    double[][] a = {row, row};
    assertThrows(
        IllegalArgumentException.class,
        () -> call("apartVjp", a, new double[][] {{1}, {1}}, row, rowBar));
    assertThat(a[1]).isSameInstanceAs(row);
  }

  /** a = ((3), (5), (6)) after the call, that is (a1, a2, a0 a1). */
  @Test
  void rowsExchangedByAMethodElsewhere() throws Exception {
    double[][] a = {{2}, {3}, {5}};
    double[][] aBar = {{0}, {10}, {0}};
    assertThat(call("callsVjp", a, aBar, 1.0)).isEqualTo(36);
    assertThat(aBar).isEqualTo(new double[][] {{15}, {12}, {16}});
    assertThat(a).isEqualTo(new double[][] {{3}, {5}, {6}});
  }

  /** Of a00 a01 a21, and of 2 a1 + a0 a1 a2. */
  @Test
  void secondDerivatives() throws Exception {
    double[][] a = {{2, 3}, {4, 5}, {6, 7}};
    double[][] hessian = new double[6][6];
    hessian[0][1] = hessian[1][0] = 7;
    hessian[0][5] = hessian[5][0] = 3;
    hessian[1][5] = hessian[5][1] = 2;
    assertThat(call("shorterHessian", (Object) a)).isEqualTo(hessian);
    assertThat(a).isEqualTo(new double[][] {{2, 3}, {4, 5}, {6, 7}});
    Object product = call("shorterHvp", a, new double[][] {{1, 10}, {0, 0}, {0, 100}});
    assertThat(Subject.component(product, "a"))
        .isEqualTo(new double[][] {{370, 207}, {0, 0}, {0, 23}});

    double[][] b = {{2}, {3}, {5}};
    assertThat(call("callsHessian", (Object) b))
        .isEqualTo(new double[][] {{0, 5, 3}, {5, 0, 2}, {3, 2, 0}});
    product = call("callsHvp", b, new double[][] {{1}, {10}, {100}});
    assertThat(Subject.component(product, "a")).isEqualTo(new double[][] {{350}, {205}, {23}});
  }

  @Test
  void scalarsOfSeveralTypes() throws Exception {
    double[][] a = {{2}, {0.1}};
    Object vjp = call("scalarsVjp", a, new double[2][1], 1f, 0.3, 1f, 1.0);
    assertThat(vjp.toString())
        .isEqualTo("ScalarsVjp[value=0.03, v=" + (float) 0.03 + ", x=0.1, w=" + (float) 0.03 + "]");
  }
}
