package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

class ThrowsTest {
  @Test
  void guardsThrow() {
    Agreement.check(
        """
        static double plain(double x) { if (x < 0) throw new IllegalArgumentException(); return x; }
        static double message(double x, int n) {
          if (x < 0) throw new IllegalArgumentException("negative: " + x);
          if (n > 3) { throw new IllegalStateException("n = " + n + ", x = " + (x + 1) + '!'); }
          return x * n;
        }
        static double alternative(double x) {
          if (x > 0) { x = Math.sqrt(x); } else throw new UnsupportedOperationException("no root of " + x);
          return x;
        }
        static double both(double x) {
          if (x > 0) throw new IllegalStateException("a"); else throw new IllegalStateException("b");
        }
        static double chain(int n) {
          if (n < 0) throw new IllegalArgumentException("n" + 1 + 2 + n + 1.5f + true + 2L);
          else if (n == 1) return 5;
          else if (n == 2) throw new UnsupportedOperationException(1 + 2 + "n" + (n + n));
          else n++;
          return n;
        }
        static double always(double x) { throw new IllegalStateException("" + x); }
        static void inLoop(double[] a) {
          for (int i = 0; i < a.length; i++) {
            if (a[i] < -4) throw new org.wengert.processor.read.Refused(i);
            if (a[i] > 8) return;
            if (a[i] == 0) throw new org.wengert.processor.read.Refused(i, a[i] * i, i > 2);
            a[i] = 2 * a[i];
            if (a[i] > 6) break;
          }
        }
        static int endless(int n) { n &= 7; while (true) { n++; if (n > 5) throw new IllegalStateException("n" + n); } }
        static int atOnce(int n) { while (n > 2) { throw new IllegalStateException("n" + n); } return n; }
        static double last(double x, boolean b) {
          if (b) { if (x > 1) return 2; throw new IllegalStateException("late"); }
          x++;
          return x;
        }
        """);
  }

  @Test
  void textsAreMadeOfConstantsNumbersAndParameters() {
    Agreement.check(
        """
        static final String PREFIX = "value ";
        static double text(double x, String name, int n) {
          if (n > 2) throw new IllegalArgumentException(name);
          if (n < 0) throw new IllegalArgumentException(PREFIX + name + ": " + (n++ + ", " + n) + x);
          if (n == 0) throw new IllegalArgumentException(name + x + (x > 2) + (n > 1 ? 1 : 2L));
          return x + n;
        }
        static double called(double x, String name) {
          check(x > 0, "positive " + name + x);
          check(x < 3, "small");
          fail(x == 2, name, 3, "c");
          return x;
        }
        static void check(boolean good, String what) {
          if (!good) throw new IllegalArgumentException("must be " + what);
        }
        static void fail(boolean bad, String what, int n, String c) {
          if (bad) throw new IllegalStateException(n + " " + what + c);
        }
        """);
  }

  @Test
  void calledMethodsThrow() {
    Agreement.check(
        """
        static double fail(double x) { throw new IllegalStateException("x = " + x); }
        static double inExpression(double x) { return x > 1 ? fail(x + 1) * 2 + x : x; }
        static double inCondition(double x, int n) { while (n > 0 && fail(x) > 1) n--; return n; }
        static double wholeCondition(double x) { while (fail(x) > 1) x--; return x; }
        static double statement(double x, boolean b) { if (b) fail(x); x++; return x; }
        static double unconditional(double x) { double y = x + fail(x); y++; return y; }
        static boolean and(double x) { return x > 1 && fail(x) > 2; }
        static boolean or(double x) { return fail(x) > 2 || x > 1; }
        """);
  }
}
