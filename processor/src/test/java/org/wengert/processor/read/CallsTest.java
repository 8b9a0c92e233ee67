package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

class CallsTest {
  @Test
  void bodiesOfCalledMethodsBecomePartOfTheTape() {
    Agreement.check(
        """
        static double square(double x) { return x * x; }
        static double twice(double x) { return square(square(x) + 1) - square(2); }
        static double widened(int i, float f) { return square(i) + square(f); }
        static float narrowed(float x) { return (float) square(x); }
        static long promoted(int i) { return identity(i); }
        static long identity(long l) { return l; }
        static double early(double x, boolean b) {
          if (b) { if (x > 2) return 1; x++; }
          for (int i = 0; i < 5; i++) { if (x > i) return i; x += 0.5; }
          return x;
        }
        static double inLoop(double[] a) {
          double s = 0;
          for (double x : a) { s += early(x, s > 2); if (early(s, true) == 1) break; }
          return s;
        }
        static double inCondition(double x) {
          double s = 0;
          while (early(s, false) < 3 && s < 9) s++;
          return s + x;
        }
        static void scale(double[] a, double by) { for (int i = 0; i < a.length; i++) a[i] *= by; }
        static double effect(double[] a) { scale(a, 2); scale(a, a[0]); return a[1]; }
        static int bump(int[] a) { return ++a[0]; }
        static int order(int[] a) { return bump(a) * 10 + a[0] * bump(a) - sum(a[0], bump(a), a[0]); }
        static int sum(int a, int b, int c) { return a + 2 * b + 3 * c; }
        static int bumping(int[] a) { int n = 0; a[0] &= 7; while (bump(a) < 9) n++; return n; }
        static double[] pair(double x) { return new double[] {x, -x}; }
        static double element(double x) { return pair(x)[1] + pair(2)[0]; }
        static void nothing() { }
        static double around(double x) { nothing(); return x; }
        static double shadow(double x) { double y = 2; { double z = square(y); x += z; } return x + y; }
        """);
  }

  @Test
  void overloadsAndOtherClassesOfTheFile() {
    Agreement.check(
        Program.ofFile(
            """
            package some.where;

            import static java.lang.Math.*;

            class Subject {
              static double f(double x) { return Helper.g(x) + Inner.g(x) + Subject.Inner.g(2 * x); }
              static double g(int i) { return Helper.g(i) - some.where.Helper.g((double) i); }
              static double h(double x) { return sin(x) + Inner.DOUBLED * PI + Inner.higher(x); }
              static class Inner {
                static final double DOUBLED = 2 * E;
                static double g(double x) { return cos(x); }
                private static double higher(double x) { return g(x) + Helper.g(3); }
              }
            }

            class Helper {
              static double g(double x) { return x / 2; }
              static double g(int x) { return x / 2; }
            }
            """));
  }

  @Test
  void variableNumbersOfArguments() {
    Agreement.check(
        """
        static double all(double... a) { double s = a.length; for (double x : a) s = 2 * s + x; return s; }
        static double called(double x, int i) { return all() + all(x) + all(i, x, 1) + all(pair(x)); }
        static double[] pair(double x) { return new double[] {x, 1}; }
        static int rows(int[]... a) { int s = 0; for (int[] r : a) s += r.length; return s; }
        static int calledRows(int[] a) { return rows(a, a) + rows(a) + rows(new int[3][2]) + rows(); }
        """);
  }

  @Test
  void mathematicalFunctions() {
    Agreement.check(
        """
        static double unary(double x) {
          return Math.sin(x) + Math.cos(x) * Math.tan(x) - Math.asin(x / 9) + Math.acos(x / 9)
              - Math.atan(x) + Math.sinh(x) - Math.cosh(x) + Math.tanh(x) + Math.exp(x)
              + Math.expm1(x) + Math.log(x) + Math.log10(x) + Math.log1p(x) + Math.sqrt(x)
              + Math.cbrt(x) + Math.toRadians(x) + Math.toDegrees(x) + Math.abs(x)
              + Math.nextUp(x) + Math.nextDown(x) + Math.signum(x) + Math.floor(x)
              + Math.ceil(x) + Math.rint(x) + Math.round(x) + Math.ulp(x) + Math.getExponent(x);
        }
        static double strict(double x, double y) {
          return StrictMath.sin(x) + StrictMath.pow(x, y) - StrictMath.max(x, y);
        }
        static double binary(double x, double y) {
          return Math.atan2(x, y) + Math.pow(x, 3) - Math.hypot(x, y) + Math.IEEEremainder(x, y)
              + Math.max(x, y) - Math.min(x, 2) + Math.copySign(x, y) + Math.nextAfter(x, y)
              + Math.fma(x, y, 2) + Math.scalb(x, 3);
        }
        static float floats(float x, float y, int i) {
          return Math.max(x, y) + Math.abs(x) * Math.round(x) + Math.min(x, i) + Math.signum(y)
              + Math.fma(x, y, i) + Math.scalb(x, i & 7) + Math.ulp(x) + Math.nextUp(y);
        }
        static long whole(int i, int j, long l) {
          return Math.abs(i) + Math.max(i, l) - Math.min(i, j) + Math.multiplyHigh(l, l)
              + Math.multiplyFull(i, j);
        }
        static long exact(int i, int j, long l) {
          return Math.addExact(i, j) + Math.floorDiv(l, i) + Math.floorMod(l, j) * Math.toIntExact(l)
              + Math.incrementExact(i) + Math.negateExact(j) + Math.subtractExact(l, i)
              + Math.multiplyExact(l, j) + Math.absExact(j) + Math.decrementExact(j);
        }
        static double overloaded(int i, double x) { return Math.max(i, x) + Math.sqrt(i) + Math.abs(i); }
        """);
  }
}
