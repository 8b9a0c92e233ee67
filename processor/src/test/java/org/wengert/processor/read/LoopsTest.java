package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

class LoopsTest {
  @Test
  void countedLoops() {
    Agreement.check(
        """
        static double power(double x, int n) {
          double p = 1;
          for (int i = 0; i < n && i < 20; i++) p *= x;
          return p;
        }
        static double sum(double[] a) {
          double s = 0;
          for (int i = 0; i < a.length; ++i) { double t = a[i]; s += t * i; }
          return s;
        }
        static double down(double[] a) {
          double s = 0;
          for (int i = a.length - 1; i >= 0; i -= 2) s = s / 2 + a[i];
          return s;
        }
        static int matrix(int n) {
          int s = 0;
          for (int i = 0; i < 5; i++) for (int j = i; j <= 4; j += 2) s = 3 * s + i * j + n;
          return s;
        }
        static int two(int n) {
          int i, j, s = 0;
          for (i = 0, j = 9; i < j; i++, j--) { s += i * j; if (n > 3) j--; }
          return s + i - j;
        }
        static long longs(long n) { long s = 1; for (long k = 0; k < 7; k++) s += k * n; return s; }
        static int none(int n) { int i = 0; for (; i < 3; ) i++; return i + n; }
        static double carriedTemporary(double[] a) {
          double t, s = 0;
          for (int i = 0; i < a.length; i++) { t = a[i]; s += t * t; }
          return s;
        }
        """);
  }

  @Test
  void conditionalLoops() {
    Agreement.check(
        """
        static int collatz(int n) {
          int steps = 0;
          while (n > 1) { n = n % 2 == 0 ? n / 2 : 3 * (n % 50) + 1; if (steps++ > 40) n = 0; }
          return steps;
        }
        static double newton(double x) {
          double y = x, d;
          int i = 0;
          do { d = (y - x / y) / 2; y -= d; i++; } while (i < 9 && Math.abs(d) > 1e-9);
          return y + d;
        }
        static int effect(int n) { int s = 0; while (n-- > 0) { s += n; if (s > 99) n = 0; } return s + n; }
        static int effects(int n) {
          int k, s = 0;
          n = n & 15;
          while ((k = n - s) > 0 && ++s < 20) { n++; if (n > 18) continue; n--; }
          return 100 * k + s;
        }
        static int storing(int[] a, int i) {
          int n = 0;
          while ((a[0] = a[0] / 2) > 1) n++;
          return n + a[0];
        }
        static int once(int n) { do n++; while (false); return n; }
        static int onceLeft(int n) {
          do { if (n > 2) break; n *= 3; if (n < 0) continue; n++; } while (false);
          return n;
        }
        static int doContinue(int n) {
          int s = 0;
          n &= 15;
          do { n--; if (n % 3 == 0) continue; s += n; } while (n > 0);
          return s;
        }
        """);
  }

  @Test
  void jumpsLeaveLoops() {
    Agreement.check(
        """
        static int find(int[] a, int x) {
          int i;
          for (i = 0; i < a.length; i++) if (a[i] == x) break;
          return i;
        }
        static double skip(double[] a) {
          double s = 0;
          for (int i = 0; i < a.length; i++) { if (a[i] < 0) continue; s += a[i]; if (s > 9) break; s++; }
          return s;
        }
        static double first(double[] a, double x) {
          for (int i = 0; i < a.length; i++) if (a[i] > x) return a[i] * i;
          return x;
        }
        static double mixed(double[] a, double x) {
          double s = x;
          int i = 0;
          while (i < a.length) {
            double t = a[i++];
            if (t > 8) break;
            if (t < -3) return s * t;
            if (t > 2 && t < 3) { s--; continue; }
            if (t < 0) { s += t; if (s < -2) return -s; } else s -= t;
            s *= 2;
          }
          return s + i;
        }
        static int endless(int n) {
          int i = 0;
          while (true) { if (i * i > (n & 63)) return i; i++; }
        }
        static int endlessBreak(int n) {
          int i = 0, r;
          for (;;) { i += 2; if (i > (n & 31)) { r = i - n; break; } n -= 1; }
          return r * i;
        }
        static int doBreak(int n) {
          n &= 31;
          int s = 0;
          do { if (n == 7 || n < -3) break; if (n == 5) return s; s += n; n--; } while (true);
          return s + n;
        }
        static int nested(int[] a, int n) {
          int s = 0;
          for (int i = 0; i < a.length; i++) {
            for (int j = i; ; j++) {
              if (j > 5) break;
              if (a[i] == j) continue;
              s += j;
              if (s == n) return -1;
              if (s > 40) { s -= 40; break; }
            }
            if (s % 5 == 3) continue;
            s++;
            if (s > 25) break;
          }
          return s;
        }
        static int nestedReturn(int[] a, int n) {
          for (int i = 0; i < a.length; i++) {
            int k = 0;
            while (k < 4) { k++; if (a[i] * k == n) return k; }
            do { k--; if (k == n) return i; } while (k > 0);
          }
          return -1;
        }
        static int nestedEndless(int[] a) {
          int s = 0;
          for (int i = 0; i < a.length; i++) {
            int k = a[i] & 7;
            while (true) { if (k++ > 5) break; s += k; if (s > 50) return s; }
          }
          return -s;
        }
        static int innerNeverEnds(int n) {
          for (int i = 0; i < 3; i++) { while (true) { n++; if (n > 20 || n < -40) return n + i; } }
          return 0;
        }
        static int always(int[] a) { for (int i = 0; i < a.length; i++) { return a[i]; } return -1; }
        static int alwaysBreak(int[] a) {
          int s = 0;
          while (s < 5) { s += a.length; break; }
          return s;
        }
        static void nothing(int[] a) {
          for (int i = 0; i < a.length; i++) { if (a[i] == 0) return; a[i] = -a[i]; }
          a[0] = 7;
        }
        static int deadTail(int n) {
          for (int i = 0; ; i++) {
            if (i > 3) { n++; if (n > 4) { break; } else { return n; } }
            if (i == n) { if (n > 1) continue; else break; }
          }
          return n * 2;
        }
        """);
  }

  @Test
  void loopsOverArrays() {
    Agreement.check(
        """
        static double sum(double[] a) { double s = 0; for (double x : a) s += x; return s; }
        static double widened(int[] a) { double s = 0; for (double x : a) { x /= 2; s += x; } return s; }
        static double inferred(float[] a) { var s = 0f; for (var x : a) s = s * 2 + x; return s; }
        static double rebound(double[] a, double[] b) {
          double s = 0;
          for (double x : a) { a = b; s += x * a.length; if (s > 5) continue; a[0] = s; }
          return s + a.length;
        }
        static double rows(double[][] a) {
          double s = 0;
          for (double[] row : a) for (final double x : row) { if (x < 0) break; s += x; }
          return s;
        }
        static int early(int[] a) { for (int x : a) { if (x > 3) return x; if (x == 0) break; } return 0; }
        static int initializer(int n) { int s = 0; for (int x : new int[] {1, n, 3}) s = s * n + x; return s; }
        static boolean any(boolean[] a) { for (boolean b : a) if (b) return true; return false; }
        """);
  }

  @Test
  void unassignedVariablesGetTheirValuesInside() {
    Agreement.check(
        """
        static double inside(int n) {
          double t;
          int i = 0;
          do { t = i * n; i++; } while (i < 3);
          return t;
        }
        static double atBreak(int n) {
          double t;
          while (true) { n++; if (n > 3) { t = n; break; } if (n < -3) { t = -n; break; } }
          return t;
        }
        static double never(int n) {
          double t;
          for (int i = 0; i < 3; i++) { if (i == n) { t = 4; return t; } }
          t = 1;
          return t;
        }
        static int byCondition(int n) {
          int k;
          n &= 7;
          while ((k = n * 2) < 9) n++;
          return k;
        }
        """);
  }
}
