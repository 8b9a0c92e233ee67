package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Arrays that do not fit are refused, by name, before anything is written; what the method itself
 * throws comes out as it is.
 */
final class BadInputTest {
  private static final String MODEL =
      """
      final class Model {
        @Differentiable
        static double sum(double[] w, double[] v) {
          double sum = 0;
          for (int i = 0; i < w.length; i++) {
            sum += w[i] * v[i];
          }
          return sum;
        }
        @Differentiable
        static double corner(double[][] a) {
          return a[0][0];
        }
        @Differentiable
        static double[] square(double[] w) {
          double[] y = new double[w.length];
          for (int i = 0; i < w.length; i++) {
            y[i] = w[i] * w[i];
          }
          return y;
        }
        @Differentiable
        static void move(double[] from, double[] to) {
          to[0] = 2 * from[0];
        }
        @Differentiable
        static double guarded(double[] w, int n) {
          if (n < 0) {
            throw new IllegalStateException("negative");
          }
          return w[0];
        }
        @Differentiable(wrt = "x")
        static double scaled(double[] x, double[] y) {
          x[0] *= 2;
          return y[0] * y[0];
        }
        @Differentiable
        static double cube(double[][][] c) {
          return c[0][0][0];
        }
        @Differentiable
        static void scaleRows(double[][] a, double[] by) {
          for (double[] row : a) {
            row[0] *= by[0];
          }
        }
        @Differentiable
        static double[] doubled(double[] w) {
          w[0] *= 2;
          return w;
        }
        @Differentiable
        static double[] fresh(double[] w) {
          double[] y = new double[w.length];
          for (int i = 0; i < w.length; i++) {
            y[i] = w[i] *= 2;
          }
          return y;
        }
        @Differentiable
        static double[] perhaps(double[] w, double t) {
          if (t < 0) {
            w[0] *= 3;
            return null;
          }
          return new double[] {w[0] * t};
        }
        @Differentiable(wrt = "w")
        static double[] constant(double[] w, double[] c) {
          w[0] *= 2;
          return c;
        }
        @Differentiable
        static double[] row(double[][] m, int i) {
          m[0][0] *= 5;
          return m[i];
        }
        @Differentiable
        static double pair(double x, double y) {
          return x * y;
        }
      }
      """;

  private final Program program = Program.compile(MODEL);

  @Test
  void anActiveArrayThatIsTheConstantOne() {
    double[] both = {3};
    assertRefused("x is the same array as y", "scaledVjp", both, new double[1], both, 1.0);
    assertThat(both).isEqualTo(new double[] {3});
  }

  @Test
  void lengths() {
    double[] wBar = {7, 7};
    assertRefused(
        "wBar has length 2, but w has length 3", "sumVjp", array(3), wBar, array(3), array(3), 1.0);
    assertRefused(
        "vBar has length 1, but v has length 3",
        "sumVjp",
        array(3),
        array(3),
        array(3),
        array(1),
        1.0);
    assertRefused(
        "vDot has length 4, but v has length 3", "sumJvp", array(3), array(3), array(3), array(4));
    assertThat(wBar).isEqualTo(new double[] {7, 7});
  }

  @Test
  void nothingIsWrittenWhenALaterArrayDoesNotFit() {
    double[] to = {1};
    double[] toDot = {1};
    assertRefused("fromDot is null", "moveJvp", array(1), null, to, toDot);
    double[] fromBar = {1};
    assertRefused(
        "toBar has length 2, but to has length 1", "moveVjp", array(1), fromBar, to, array(2));
    assertThat(to).isEqualTo(new double[] {1});
    assertThat(toDot).isEqualTo(new double[] {1});
    assertThat(fromBar).isEqualTo(new double[] {1});
  }

  @Test
  void nulls() {
    assertRefused("wBar is null", "sumVjp", array(3), null, array(3), array(3), 1.0);
    assertRefused("wDot is null", "sumJvp", array(3), null, array(3), array(3));
    assertRefused("resultBar is null", "squareVjp", array(3), array(3), null);
  }

  @Test
  void rows() {
    double[][] a = {{1, 2}, {}, {3, 4, 5}};
    assertRefused("aBar is null", "cornerVjp", a, null, 1.0);
    assertRefused("aBar has length 1, but a has length 3", "cornerVjp", a, new double[1][2], 1.0);
    assertRefused(
        "aBar[2] has length 2, but a[2] has length 3",
        "cornerVjp",
        a,
        new double[][] {{0, 0}, {}, {0, 0}},
        1.0);
    assertRefused("aDot[1] is null", "cornerJvp", a, new double[][] {{0, 0}, null, {0, 0, 0}});
    assertRefused(
        "aBar[0] is the same array as a[0]",
        "cornerVjp",
        a,
        new double[][] {a[0], {}, {0, 0, 0}},
        1.0);
  }

  @Test
  void sameArrays() throws Exception {
    double[] w = {1, 2, 3};
    double[] v = {4, 5, 6};
    assertRefused("wBar is the same array as w", "sumVjp", w, w, v, array(3), 1.0);
    assertRefused("vBar is the same array as w", "sumVjp", w, array(3), v, w, 1.0);
    assertRefused("toDot is the same array as from", "moveJvp", w, array(3), v, w);
    assertRefused("fromDot is the same array as to", "moveJvp", w, v, v, array(3));
    assertRefused(
        "fromBar and toBar must be the same array exactly if from and to are",
        "moveVjp",
        w,
        array(3),
        w,
        array(3));
    assertThat(w).isEqualTo(new double[] {1, 2, 3});

    // An array that the method only reads may be its own direction.
    assertThat(program.call("ModelDerivatives", "sumJvp", w, w, v, v).toString())
        .isEqualTo("Dual[value=32.0, tangent=64.0]");
  }

  @Test
  void oneArrayForTwoParametersThatAreWritten() throws Exception {
    double[] both = {3};
    double[] bar = {1};
    program.call("ModelDerivatives", "moveVjp", both, bar, both, bar);
    assertThat(both).isEqualTo(new double[] {6});
    assertThat(bar).isEqualTo(new double[] {2});
  }

  @Test
  void rowsOfRows() {
    double[][][] c = {{{1}, null}, null, {{1}, {1, 2}}};
    assertRefused(
        "cBar[2][1] has length 3, but c[2][1] has length 2",
        "cubeVjp",
        c,
        new double[][][] {{{0}, {0}}, {}, {{0}, {0, 0, 0}}},
        1.0);
    assertRefused("cBar[2] is null", "cubeVjp", c, new double[][][] {{{0}, null}, null, null}, 1.0);
    assertRefused(
        "cDot[0] has length 1, but c[0] has length 2",
        "cubeJvp",
        c,
        new double[][][] {{{0}}, null, {{0}, {0, 0}}});
    assertRefused(
        "cBar[2][1] is the same array as c[2][1]",
        "cubeVjp",
        c,
        new double[][][] {{{0}, null}, null, {{0}, c[2][1]}},
        1.0);
  }

  @Test
  void sharedRowsThatAreWritten() throws Exception {
    double[] row = {3};
    double[][] a = {row, row};
    assertRefused(
        "aBar[0] and aBar[1] must be the same array exactly if a[0] and a[1] are",
        "scaleRowsVjp",
        a,
        new double[][] {{1}, {1}},
        array(1),
        array(1));
    assertRefused(
        "aDot[1] and byDot must be the same array exactly if a[1] and by are",
        "scaleRowsJvp",
        new double[][] {{1}, row},
        new double[][] {{1}, {1}},
        row,
        array(1));
    assertThat(row).isEqualTo(new double[] {3});
    double[] rowBar = {1};
    double[] byBar = {0};
    double[][] aBar = {rowBar, rowBar};
    program.call("ModelDerivatives", "scaleRowsVjp", a, aBar, new double[] {5}, byBar);
    assertThat(row).isEqualTo(new double[] {75});
    assertThat(rowBar).isEqualTo(new double[] {25});
    assertThat(byBar).isEqualTo(new double[] {30});
  }

  @Test
  void seedLength() {
    double[] wBar = {7, 7, 7};
    assertRefused(
        "resultBar has length 2, but the result has length 3",
        "squareVjp",
        array(3),
        wBar,
        array(2));
    assertThat(wBar).isEqualTo(new double[] {7, 7, 7});
  }

  /** Where the array that is returned is there before the method writes into others. */
  @Test
  void seedLengthBeforeAnythingIsWritten() {
    for (String method : new String[] {"doubledVjp", "freshVjp"}) {
      double[] w = {3, 4};
      double[] wBar = {7, 7};
      assertRefused(
          "resultBar has length 1, but the result has length 2", method, w, wBar, array(1));
      assertThat(w).isEqualTo(new double[] {3, 4});
      assertThat(wBar).isEqualTo(new double[] {7, 7});
    }
  }

  @Test
  void resultsThatAreNull() throws Exception {
    double[] w = {3};
    double[] bar = {7};
    Object vjp = program.call("ModelDerivatives", "perhapsVjp", w, bar, -1.0, array(5));
    assertThat(vjp.toString()).isEqualTo("PerhapsVjp[value=null, t=0.0]");
    assertThat(w).isEqualTo(new double[] {9});
    assertThat(bar).isEqualTo(new double[] {21});
    assertThat(program.call("ModelDerivatives", "perhapsJvp", w, array(1), -1.0, 1.0).toString())
        .isEqualTo("DualArray[value=null, tangent=null]");
    bar = new double[1];
    assertThat(program.call("ModelDerivatives", "constantVjp", w, bar, null, array(2))).isNull();
    assertThat(program.call("ModelDerivatives", "constantJvp", w, array(1), null).toString())
        .isEqualTo("DualArray[value=null, tangent=null]");
    double[][] m = {{2}, null};
    double[][] mBar = {{1}, null};
    assertThat(program.call("ModelDerivatives", "rowVjp", m, mBar, 1, array(1))).isNull();
    assertThat(mBar).isEqualTo(new double[][] {{5}, null});
  }

  @Test
  void exceptionsOfTheMethodComeOut() {
    for (String method : new String[] {"guardedVjp", "guardedJvp", "guardedGradient"}) {
      Object[] arguments =
          switch (method) {
            case "guardedVjp" -> new Object[] {null, null, -1, 1.0};
            case "guardedJvp" -> new Object[] {null, null, -1};
            default -> new Object[] {null, -1};
          };
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () -> program.call("ModelDerivatives", method, arguments));
      assertThat(thrown).hasMessageThat().isEqualTo("negative");
    }
    assertThrows(
        NullPointerException.class,
        () -> program.call("ModelDerivatives", "squareJacobian", new Object[] {null}));
    assertThrows(
        ArrayIndexOutOfBoundsException.class,
        () -> program.call("ModelDerivatives", "sumGradient", array(3), array(2)));
  }

  @Test
  void functionObjects() throws Exception {
    Program user =
        Program.compile(
            MODEL,
            """
            final class User {
              static String run() {
                StringBuilder said = new StringBuilder();
                ScalarFunction f = ModelDerivatives.pair();
                double[] two = {1, 2};
                double[] three = {1, 2, 3};
                expect(said, () -> f.value(three));
                expect(said, () -> f.value(null));
                expect(said, () -> f.gradient(two, three));
                expect(said, () -> f.gradient(two, null));
                expect(said, () -> f.gradient(two, two));
                expect(said, () -> f.jvp(two, three));
                VectorFunction g = ModelDerivatives.square();
                expect(said, () -> g.value(null));
                expect(said, () -> g.jvp(two, three));
                expect(said, () -> g.vjp(two, three));
                return said.toString();
              }
              private static void expect(StringBuilder said, Runnable call) {
                try {
                  call.run();
                  said.append("nothing\\n");
                } catch (IllegalArgumentException e) {
                  said.append(e.getMessage()).append('\\n');
                }
              }
            }
            """);
    assertThat(user.call("User", "run"))
        .isEqualTo(
            """
            x has length 3, but pair has 2 active parameters
            x is null
            gradient has length 3, but x has length 2
            gradient is null
            gradient is the same array as x
            xDot has length 3, but x has length 2
            x is null
            xDot has length 3, but x has length 2
            resultBar has length 3, but the result has length 2
            """);
  }

  private static double[] array(int length) {
    double[] array = new double[length];
    Arrays.fill(array, 1);
    return array;
  }

  private void assertRefused(String message, String method, Object... arguments) {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> program.call("ModelDerivatives", method, arguments));
    assertThat(thrown).hasMessageThat().isEqualTo(message);
  }
}
