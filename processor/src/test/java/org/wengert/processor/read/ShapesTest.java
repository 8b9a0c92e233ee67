package org.wengert.processor.read;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.wengert.processor.tape.Printer;

/** Tapes look as the stages after the reader expect them. */
class ShapesTest {
  private static void check(String members, String expected) {
    Program program = Program.of(members);
    assertThat(Printer.print(program.tape("f"))).isEqualTo(expected);
  }

  @Test
  void countedLoops() {
    check(
        """
        static double f(double[] a, int n) {
          double s = 0;
          for (int i = 0; i < n; i++) s += a[i];
          return s;
        }
        """,
        """
        f(double[] a, int n) {
          double s = constant 0.0 @3
          int i = constant 0 @4
          double s2, int i2 = loop s i carries double s3, int i3 @4 {
            boolean v1 = lt i3 n @4
            yield v1
          } do {
            double v2 = load a i3 @4
            double s4 = add s3 v2 @4
            int v3 = constant 1 @4
            int i4 = add i3 v3 @4
            yield s4 i4
          }
          yield s2
        }
        """);
  }

  @Test
  void countedLoopsWithContinue() {
    check(
        """
        static double f(double[] a) {
          double s = 0;
          for (int i = a.length - 1; i >= 0; i -= 2) { if (a[i] < 0) continue; s += a[i]; }
          return s;
        }
        """,
        """
        f(double[] a) {
          double s = constant 0.0 @3
          int v1 = length a @4
          int v2 = constant 1 @4
          int i = sub v1 v2 @4
          double s2, int i2 = loop s i carries double s3, int i3 @4 {
            int v3 = constant 0 @4
            boolean v4 = ge i3 v3 @4
            yield v4
          } do {
            double v5 = load a i3 @4
            double v6 = constant 0.0 @4
            boolean v7 = lt v5 v6 @4
            double s4 = branch v7 @4 {
              yield s3
            } else {
              double v8 = load a i3 @4
              double s5 = add s3 v8 @4
              yield s5
            }
            int v9 = constant 2 @4
            int i4 = sub i3 v9 @4
            yield s4 i4
          }
          yield s2
        }
        """);
  }

  @Test
  void loopsWithBreak() {
    check(
        """
        static double f(double[] a) {
          double s = 0;
          for (int i = 0; i < a.length; i++) { if (a[i] < 0) break; s += a[i]; }
          return s;
        }
        """,
        """
        f(double[] a) {
          double s = constant 0.0 @3
          int i = constant 0 @4
          boolean v1 = constant false @4
          double s2, int i2, boolean broke = loop s i v1 carries double s3, int i3, boolean broke2 @4 {
            boolean v2 = not broke2 @4
            boolean v3 = branch v2 @4 {
              int v4 = length a @4
              boolean v5 = lt i3 v4 @4
              yield v5
            } else {
              boolean v6 = constant false @4
              yield v6
            }
            yield v3
          } do {
            double v7 = load a i3 @4
            double v8 = constant 0.0 @4
            boolean v9 = lt v7 v8 @4
            boolean broke3, double s4, int i4 = branch v9 @4 {
              boolean v10 = constant true @4
              yield v10 s3 i3
            } else {
              double v11 = load a i3 @4
              double s5 = add s3 v11 @4
              int v12 = constant 1 @4
              int i5 = add i3 v12 @4
              boolean v13 = constant false @4
              yield v13 s5 i5
            }
            yield s4 i4 broke3
          }
          yield s2
        }
        """);
  }

  @Test
  void loopsWithReturn() {
    check(
        """
        static double f(double[] a) {
          for (double x : a) { if (x > 1) return x; }
          return 0;
        }
        """,
        """
        f(double[] a) {
          int v1 = length a @3
          int v2 = constant 0 @3
          boolean v3 = constant false @3
          double v4 = constant 0.0 @3
          boolean returned, double v5, int xIndex = loop v3 v4 v2 carries boolean returned2, double v6, int xIndex2 @3 {
            boolean v7 = not returned2 @3
            boolean v8 = lt xIndex2 v1 @3
            boolean v9 = and v7 v8 @3
            yield v9
          } do {
            double x = load a xIndex2 @3
            double v10 = constant 1.0 @3
            boolean v11 = gt x v10 @3
            double v12, boolean returned3, int xIndex3 = branch v11 @3 {
              boolean v13 = constant true @3
              yield x v13 xIndex2
            } else {
              int v14 = constant 1 @3
              int xIndex4 = add xIndex2 v14 @3
              boolean v15 = constant false @3
              yield v6 v15 xIndex4
            }
            yield returned3 v12 xIndex3
          }
          double v16 = branch returned @3 {
            yield v5
          } else {
            double v17 = constant 0.0 @4
            yield v17
          }
          yield v16
        }
        """);
  }

  @Test
  void earlyReturns() {
    check(
        """
        static double f(double x) {
          if (x < 0) return 0;
          double y = x * x;
          double z = y;
          if (x > 3) { y = z + 1; return y; }
          if (x > 2) throw new IllegalStateException("x = " + x);
          return 2 * y;
        }
        """,
        """
        f(double x) {
          double v1 = constant 0.0 @3
          boolean v2 = lt x v1 @3
          double v3 = branch v2 @3 {
            double v4 = constant 0.0 @3
            yield v4
          } else {
            double y = mul x x @4
            double v5 = constant 3.0 @6
            boolean v6 = gt x v5 @6
            double v7 = branch v6 @6 {
              double v8 = constant 1.0 @6
              double y2 = add y v8 @6
              yield y2
            } else {
              double v9 = constant 2.0 @7
              boolean v10 = gt x v9 @7
              branch v10 @7 {
                throw java.lang.IllegalStateException("x = " + x) @7
              } else {
              }
              double v11 = constant 2.0 @8
              double v12 = mul v11 y @8
              yield v12
            }
            yield v7
          }
          yield v3
        }
        """);
  }

  @Test
  void calledMethods() {
    check(
        """
        static double f(double x) {
          double y = g(x + 1, 2);
          return y;
        }
        static double g(double u, double v) {
          if (u > v) { double w = u; u = v; v = w; }
          return u * v;
        }
        """,
        """
        f(double x) {
          double v1 = constant 1.0 @3
          double u = add x v1 @3
          double v = constant 2.0 @3
          boolean v2 = gt u v @7
          double u2, double v3 = branch v2 @7 {
            yield v u
          } else {
            yield u v
          }
          double y = mul u2 v3 @8
          yield y
        }
        """);
  }

  @Test
  void conditionsWithAnEffectMoveIntoTheBody() {
    check(
        """
        static void f(double[] a) {
          while ((a[0] -= 1) > 0) a[1]++;
        }
        """,
        """
        f(double[] a) {
          boolean v1 = constant true @3
          boolean again = loop v1 carries boolean again2 @3 {
            yield again2
          } do {
            int v2 = constant 0 @3
            double v3 = load a v2 @3
            double v4 = constant 1.0 @3
            double v5 = sub v3 v4 @3
            store a v2 v5 @3
            double v6 = constant 0.0 @3
            boolean v7 = gt v5 v6 @3
            boolean again3 = branch v7 @3 {
              int v8 = constant 1 @3
              double v9 = load a v8 @3
              double v10 = constant 1.0 @3
              double v11 = add v9 v10 @3
              store a v8 v11 @3
              boolean v12 = constant true @3
              yield v12
            } else {
              boolean v13 = constant false @3
              yield v13
            }
            yield again3
          }
        }
        """);
  }

  @Test
  void loopsThatTestTheirConditionLast() {
    check(
        """
        static double f(double x) {
          do { x *= 2; if (x == 3) break; } while (x < 9);
          return x;
        }
        """,
        """
        f(double x) {
          boolean v1 = constant true @3
          double x2, boolean again = loop x v1 carries double x3, boolean again2 @3 {
            yield again2
          } do {
            double v2 = constant 2.0 @3
            double x4 = mul x3 v2 @3
            double v3 = constant 3.0 @3
            boolean v4 = eq x4 v3 @3
            boolean broke, boolean again3 = branch v4 @3 {
              boolean v5 = constant true @3
              boolean v6 = constant false @3
              yield v5 v6
            } else {
              double v7 = constant 9.0 @3
              boolean v8 = lt x4 v7 @3
              boolean v9 = constant false @3
              yield v9 v8
            }
            yield x4 again3
          }
          yield x2
        }
        """);
  }
}
