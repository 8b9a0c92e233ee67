package org.wengert.processor.acceptance;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.wengert.Sparsity;
import org.wengert.processor.Program;

/** All that decides what a result depends on is noticed where a pattern is used again. */
final class SparseDecisionsTest {
  /** What decides is seldom an active value itself; one of them is each time another one. */
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Ways {
            enum Side { LEFT, RIGHT }

            static int place;

            @SuppressWarnings("wengert:mutableStatic")
            @Differentiable(sparse = true)
            static double[] field(double[] x) {
              return new double[] {x[place]};
            }

            static void setPlace(int to) {
              place = to;
            }

            @Differentiable(sparse = true)
            static double[] aLong(double[] x, long k) {
              return new double[] {x[(int) (k >> 40)]};
            }

            @Differentiable(sparse = true)
            static double[] aByte(double[] x, byte k) {
              return new double[] {x[k]};
            }

            @Differentiable(sparse = true)
            static double[] side(double[] x, Side side) {
              return new double[] {side == Side.LEFT ? x[0] : x[1]};
            }

            @Differentiable(sparse = true)
            static double[] count(double[] x, int[] counts) {
              double[] y = new double[1];
              for (int i = 0; i < counts[0]; i++) {
                y[0] += x[i];
              }
              return y;
            }

            @Differentiable(wrt = "x", sparse = true)
            static double[] rows(double[] x, double[][] jagged) {
              double[] y = new double[jagged.length];
              for (int i = 0; i < jagged.length; i++) {
                y[i] = x[jagged[i].length];
              }
              return y;
            }

            @Differentiable(sparse = true)
            static double[] local(double[] x) {
              int[] p = new int[2];
              p[1] = (int) x[0];
              double[][] m = {new double[1], new double[2]};
              m[0] = m[p[1]];
              m[0][0] = x[1];
              double[] y = new double[m[0].length];
              y[y.length - 1] = x[2];
              return new double[] {x[p[1]], m[1][0], y[0]};
            }

            @Differentiable(sparse = true)
            static double[] search(double[] x) {
              int k = 0;
              while (k < 2 && x[k] > 1) {
                k++;
              }
              return new double[] {x[k]};
            }

            @Differentiable(sparse = true)
            static double[] branches(double[] x) {
              int side = x[0] > 3 ? 1 : 2;
              int j = 0;
              if (x[1] > 1) {
                j = 1;
              }
              return new double[] {x[side], x[j]};
            }

            @Differentiable(sparse = true)
            static double[] arms(double[] x, int[] p, boolean first) {
              int k = first ? p[0] : 1;
              int j = first ? 1 : p[0];
              return new double[] {x[k], x[j]};
            }

            @Differentiable(sparse = true)
            static double[] carried(double[] x, int[] p) {
              int k = 0;
              for (int i = 0; i < 2; i++) {
                k = p[i];
              }
              return new double[] {x[k]};
            }

            @Differentiable(sparse = true)
            static double[] later(double[] x, int[] p) {
              int j = 0;
              int k = 0;
              for (int i = 0; i < 2; i++) {
                j = k;
                k = p[i];
              }
              return new double[] {x[j]};
            }

            @Differentiable(sparse = true)
            static double[] lengths(double[] x, int[] p) {
              double[][] m = new double[2][];
              for (int i = 0; i < 2; i++) {
                m[i] = new double[p[i]];
                m[i][0] = x[0];
              }
              double[] y = new double[3];
              y[m[1].length] = m[0][0];
              return y;
            }

            @Differentiable(sparse = true)
            static double[] asked(double[] x) {
              return new double[] {x[Places.next(1)]};
            }

            @Differentiable(sparse = true)
            static double[] twoLoops(double[] x, int[] counts) {
              double[] y = new double[2];
              for (int i = 0; i < counts[0]; i++) {
                y[0] += x[0];
              }
              for (int i = 0; i < counts[1]; i++) {
                y[1] += x[1];
              }
              return y;
            }

            @Differentiable(sparse = true)
            static double[] stored(double[] x, int[] p) {
              double[] y = new double[2];
              y[p[0]] = x[0];
              return y;
            }

            @Differentiable(sparse = true)
            static double[] shaped(double[] x, int[] p) {
              double[] y = new double[p[0]];
              y[0] = x[0];
              return y;
            }

            @Differentiable(sparse = true)
            static double[] fixed(double t, int n) {
              double[] y = new double[3];
              double carried = t;
              double factor = n * 0.5;
              for (int i = 0; i < 3; i++) {
                y[i] = carried;
                factor += y[0] > i ? 1 : 0;
                if (factor > 2) {
                  carried = 1;
                }
              }
              return y;
            }
          }
          """,
          """
          final class Places {
            private static int place;

            static int next(int by) {
              return place += by;
            }
          }
          """);

  /** By the pattern at one point, a matrix at another one. */
  private static void assertRefused(String name, Object[] there, Object[] here) throws Exception {
    Sparsity sparsity = (Sparsity) PROGRAM.call("WaysDerivatives", name + "Sparsity", there);
    PROGRAM.call("WaysDerivatives", name + "SparseJacobian", Arguments.with(there, sparsity));
    assertThrows(
        IllegalStateException.class,
        () ->
            PROGRAM.call(
                "WaysDerivatives", name + "SparseJacobian", Arguments.with(here, sparsity)),
        name);
  }

  private static Object[] arguments(Object... arguments) {
    return arguments;
  }

  @Test
  void whateverDecidesIsNoticed() throws Exception {
    double[] x = {1, 2, 3};
    assertRefused("aLong", arguments(x, 1L << 40), arguments(x, 2L << 40));
    assertRefused("aByte", arguments(x, (byte) 1), arguments(x, (byte) 2));
    assertRefused("count", arguments(x, new int[] {2}), arguments(x, new int[] {3}));
    assertRefused(
        "rows", arguments(x, new double[][] {{}, {1}}), arguments(x, new double[][] {{1}, {1}}));
    Object[] sides = PROGRAM.type("Ways$Side").getEnumConstants();
    assertRefused("side", arguments(x, sides[0]), arguments(x, sides[1]));
    assertRefused("local", arguments((Object) x), arguments((Object) new double[] {0, 2, 3}));
    assertRefused("search", arguments((Object) x), arguments((Object) new double[] {2, 0, 3}));
    assertRefused("arms", arguments(x, new int[1], true), arguments(x, new int[] {2}, true));
    assertRefused("arms", arguments(x, new int[1], false), arguments(x, new int[] {2}, false));
    assertRefused("carried", arguments(x, new int[2]), arguments(x, new int[] {0, 2}));
    assertRefused("later", arguments(x, new int[2]), arguments(x, new int[] {2, 0}));
    assertRefused("lengths", arguments(x, new int[] {1, 1}), arguments(x, new int[] {1, 2}));
    assertRefused("twoLoops", arguments(x, new int[] {1, 0}), arguments(x, new int[] {0, 1}));
    assertRefused("stored", arguments(x, new int[1]), arguments(x, new int[] {1}));
    assertRefused("shaped", arguments(x, new int[] {1}), arguments(x, new int[] {2}));
    double[] nine = new double[9];
    Sparsity asked = (Sparsity) PROGRAM.call("WaysDerivatives", "askedSparsity", nine);
    assertThrows(
        IllegalStateException.class,
        () -> PROGRAM.call("WaysDerivatives", "askedSparseJacobian", nine, asked));
    assertRefused(
        "branches",
        arguments((Object) new double[] {2, 2, 3}),
        arguments((Object) new double[] {4, 2, 3}));
    assertRefused("fixed", arguments(0.5, 3), arguments(-0.5, 3));
    assertRefused("fixed", arguments(-0.5, 5), arguments(-0.5, 0));
    Sparsity sparsity = (Sparsity) PROGRAM.call("WaysDerivatives", "fieldSparsity", x);
    PROGRAM.call("Ways", "setPlace", 1);
    assertThrows(
        IllegalStateException.class,
        () -> PROGRAM.call("WaysDerivatives", "fieldSparseJacobian", x, sparsity));
  }
}
