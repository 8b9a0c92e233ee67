package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

/** Calls of the library that are followed, with their exceptions. */
class LibraryTest {
  @Test
  void copies() {
    Agreement.check(
        """
        static double between(double[] a, double[] b, int i, int j, int n) {
          System.arraycopy(a, i, b, j, n);
          return n;
        }
        static double within(double[] a, int i, int j, int n) {
          System.arraycopy(a, i & 3, a, j & 3, n & 3);
          return a[0];
        }
        static double aliased(double[] a, double[] b, boolean same, int i, int j) {
          double[] c = same ? a : b;
          System.arraycopy(a, i & 1, c, j & 1, 3);
          return c[1];
        }
        static int order(int[] a, int i) {
          int k = 0;
          System.arraycopy(a, k++, a, k++, k = 2 * k - i);
          return k;
        }
        static int bytes(byte[] a, byte[] b, char[] c, int n) {
          System.arraycopy(a, 0, b, n, 2); System.arraycopy(c, n, c, 0, 1);
          return b[n] + c[0];
        }
        static double rows(double[] a, double[] b, int n) {
          double[][] rows = {a, b, null, a};
          System.arraycopy(rows, 1, rows, 0, 3);
          rows[1 + (n & 2)] = b;
          return rows[n & 1][0] + rows[3][1];
        }
        """);
  }

  @Test
  void fills() {
    Agreement.check(
        """
        static double whole(double[] a, int n) { java.util.Arrays.fill(a, n); return a.length; }
        static double range(double[] a, int i, int j, double x) { java.util.Arrays.fill(a, i, j, x); return x; }
        static int order(int[] a, int n) { java.util.Arrays.fill(a, n++ & 1, n & 3, n = 7); return n; }
        static int small(byte[] a, char[] c, boolean[] b, byte n) {
          java.util.Arrays.fill(a, n); java.util.Arrays.fill(c, 1, 2, 'x'); java.util.Arrays.fill(b, n > 2);
          return a[0] + c[1] + (b[0] ? 1 : 2);
        }
        """);
  }

  @Test
  void extremesAndSums() {
    Agreement.check(
        """
        static double extremes(double x, double y) { return Double.max(x, y) - Double.min(x, y) * 2 + Double.sum(x, y); }
        static float small(float x, float y) { return Float.max(x, y) - Float.min(x, y) * 2 + Float.sum(x, y); }
        static double once(int n) { int i = n; return Double.max(i++, i++) + i; }
        """);
  }

  @Test
  void newArrays() {
    Agreement.check(
        """
        static double copy(double[] a, int n) { double[] b = java.util.Arrays.copyOf(a, n & 7); b[0] += 2; return b[n & 3] + a[0] + b.length; }
        static double negative(double[] a, int n) { return a == null ? 0 : java.util.Arrays.copyOf(a, n & 0x8000000f).length; }
        static double range(double[] a, int i, int j) {
          if (a == null || j - i > 99) return 1;
          double[] b = java.util.Arrays.copyOfRange(a, i, j);
          return b.length == 0 ? -1 : b[0] + b[b.length - 1] * b.length;
        }
        static double rows(double[] a, int n) {
          double[][] rows = java.util.Arrays.copyOf(new double[][] {a, {n}}, 3);
          rows[1][0]++;
          return rows[n & 1][0] + (rows[2] == null ? 1 : 2);
        }
        static double clones(double[] a, int n) { double[][] b = {a, a.clone()}; double[] c = b[n & 1].clone(); c[0]++; return b[0][0] + c[0]; }
        """);
  }

  @Test
  void numbers() {
    Agreement.check(
        """
        static boolean nan(double x, float f) { return Double.isNaN(x) || Float.isNaN(f); }
        static boolean infinite(double x, float f) { return Double.isInfinite(x / 0) ^ Float.isInfinite(1 / f); }
        static boolean finite(double x, float f) { return Double.isFinite(x * 1e300) && Float.isFinite(f * 1e38f); }
        static double constants(double x) { return x > Double.MIN_NORMAL ? Double.MAX_VALUE / x : Float.MIN_VALUE + Double.NEGATIVE_INFINITY + Long.MIN_VALUE; }
        """);
  }
}
