package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

class ConditionsTest {
  @Test
  void branchesJoin() {
    Agreement.check(
        """
        static double simple(double x) { if (x > 1) x = 2 * x; return x; }
        static double alternative(double x, double y) {
          double z;
          if (x > y) { z = x; y = 1; } else z = y * x;
          return z + y;
        }
        static double chain(double x) {
          if (x < 0) x = -x;
          else if (x < 1) x = x * x;
          else if (x < 2) { x = 1 / x; x++; }
          else x = 3;
          return x;
        }
        static double nested(double x, double y, boolean b) {
          if (b) { if (x > y) { x = y; } else y = 2; } else if (y > 0) x += y;
          return x - y;
        }
        static double empty(double x) { if (x > 0) ; else { } return x; }
        static double constant(double x) {
          final boolean on = true;
          if (on) x = 2 * x; else x = 0;
          if (!on) x = 5;
          if (1 > 2) x = 7;
          return x;
        }
        """);
  }

  @Test
  void earlyReturnsSkipTheRest() {
    Agreement.check(
        """
        static double guard(double x) { if (x < 0) return 0; x = x * x; return x + 1; }
        static double guards(double x, double y) {
          if (x < 0) return -x;
          if (y < 0) { y = -y; return y; }
          double z = x * y;
          if (z > 3) return z; else z++;
          return z * 2;
        }
        static double onlyElse(double x) { if (x > 0) { x++; } else { return 5; } return x; }
        static double both(double x) { if (x > 0) return 1; else return -1; }
        static double deep(double x, double y, boolean a, boolean b) {
          if (a) {
            if (b) { x = 2; return x * y; }
            x = y;
          } else {
            y++;
            if (b) { if (x > y) return y; } else x--;
          }
          x *= 2;
          if (x > 10) return 10;
          return x + y;
        }
        static void nothing(double[] a, int i) {
          if (i < 0) return;
          if (i >= a.length) { a[0] = 1; return; }
          a[i] *= 2;
        }
        static double inBlocks(double x, boolean a) {
          { { if (a) return x; } x++; }
          { x *= 2; }
          return x;
        }
        static double undefined(double x, boolean a, boolean b) {
          double r;
          if (a) { if (b) return 0; r = x; } else r = 2;
          return r * r;
        }
        """);
  }

  @Test
  void theConditionalOperatorEvaluatesOneSide() {
    Agreement.check(
        """
        static double max(double x, double y) { return x > y ? x : y; }
        static double mixed(boolean b, int i, double x) { return b ? i : x; }
        static int element(int[] a, int i) { return i >= 0 && i < a.length ? a[i] : -1; }
        static double effects(boolean b, double x, double y) {
          double z = b ? (x = y + 1) : (y = x - 1);
          return z * x - y;
        }
        static double nested(double x) { return x < 0 ? -1 : x > 0 ? x > 1 ? 1 : x : 0; }
        static double rows(double[] a, double[] b, boolean c) { return (c ? a : b)[0]; }
        static float floats(boolean b, int i, float f) { var x = b ? i : f; return x; }
        static int constants(boolean b) { return (true ? 1 : 2) + (b ? 3 : 4); }
        """);
  }

  @Test
  void logicalOperatorsStopEarly() {
    Agreement.check(
        """
        static boolean and(double x, double y) { return x > 0 && y > 0; }
        static boolean or(double x, double y, boolean b) { return b || x > y || !(x < 2 * y); }
        static int loads(int[] a, int i) {
          if (i >= 0 && i < a.length && a[i] > 0 || i == -1) return 1;
          return 0;
        }
        static int effects(int i, boolean b) {
          boolean c = b && i++ > 2 || ++i < 4 && (i *= 2) > 3;
          return c ? i : -i;
        }
        static int assignedWhenTrue(int n) {
          int k;
          if (n > 0 && (k = n * 2) > 6) return k;
          return 0;
        }
        static int assignedWhenFalse(int n, boolean b) {
          int k;
          if (b || (k = n) < 0) return 1; else return k;
        }
        static int divided(int a, int b) { return b != 0 && a / b > 1 ? a : b; }
        static boolean mixed(boolean a, boolean b, boolean c) { return a && b | c || !a & !(b && c); }
        """);
  }

  @Test
  void arraysAreTheSameOrNull() {
    Agreement.check(
        """
        static int same(double[] a, double[] b, boolean c) {
          double[] d = c ? a : b;
          if (a == null || null == b) return -1;
          return (a == d ? 1 : 0) + (d != b ? 2 : 0) + (a == a.clone() ? 4 : 0);
        }
        static double guarded(double[][] a) {
          if (a == null) throw new IllegalArgumentException("a is null");
          double s = 0;
          for (double[] row : a) if (row != null) for (double x : row) s += x;
          return s;
        }
        """);
  }
}
