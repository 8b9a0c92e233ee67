package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

class ArraysTest {
  @Test
  void elementsAreReadAndWritten() {
    Agreement.check(
        """
        static double swap(double[] a, int i, int j) {
          double t = a[i];
          a[i] = a[j];
          a[j] = t;
          return a[i] = a[j] = t + 1;
        }
        static float floats(float[] a, int i) { a[i] += 1.5; a[i]++; --a[i]; return a[i]-- - a[i]; }
        static long longs(long[] a, double x) { a[0] += x; a[0] <<= 2; return a[0]++ + ++a[0]; }
        static boolean booleans(boolean[] a, int i) { a[i] ^= true; return a[i] & a[0]; }
        static int ints(int[] a) { a[1] = a[0] = a[1] - 1; return a[a[0] - a[1]] + a.length; }
        static void widened(double[] a, int i, float f, long l) { a[0] = i; a[1] = f; a[2] = l; }
        static void aliased(double[] a, double x) { double[] b = a; b[0] = x; a[1] = b[0] * a[0]; }
        static double parenthesised(double[] a) { (a[0]) = 3; (a)[0] += 2; return ((a[0])); }
        """);
  }

  @Test
  void arraysAreCreated() {
    Agreement.check(
        """
        static double fresh(int n, double x) {
          double[] a = new double[n & 7];
          for (int i = 0; i < a.length; i++) a[i] = x * i;
          double s = a.length;
          for (double y : a) s += y;
          return s;
        }
        static double[] returned(double x) { return new double[] {x, 2 * x, 1}; }
        static int[] negative(int n) { return new int[n % 10]; }
        static double[][] square(int n, double x) {
          double[][] a = new double[2][n & 3];
          a[1][0] = x;
          return a;
        }
        static double[][] open(int n, double[] row) {
          double[][] a = new double[3][];
          a[n & 3] = row;
          a[0] = new double[] {n, 1};
          return a;
        }
        static double initialized(double x, int i, float f) {
          double[] a = {x, i, f, x = 2, x};
          int[][] b = {{1, i}, {}, {i++, i}};
          float[] c[] = {{f}, new float[2]};
          boolean[] d = {x > 1, true};
          return a[0] + a[4] + b[2][0] * b[2][1] + c[0][0] + (d[0] ? 1 : 0) + b[1].length;
        }
        static long[] longs(int i) { long[] a = {i, 3L, i++}; return a; }
        static boolean[] flags(int n) { var b = new boolean[4]; b[n & 3] = true; return b; }
        static float[][] nulls(int n) { float[] x = null; float[][] y = {x, null, {1}}; return y; }
        static double[] chosen(boolean b, double[] x) { double[] y = b ? x : null; return y; }
        static int order(int n) { int[][] a = new int[n &= 3][n += 1]; return a.length * 10 + n; }
        """);
  }

  @Test
  void rowsAreArrays() {
    Agreement.check(
        """
        static double row(double[][] a, int i) { double[] r = a[i]; r[0] += 1; return a[i][0]; }
        static void exchanged(double[][] a, double[] b) {
          double[] t = a[0];
          a[0] = b;
          a[1] = t;
          a[0][1] = t[0];
        }
        static double compound(double[][] a, int i) { a[i++][i++] *= i; return i + (a[1][1] -= 2); }
        static int lengths(int[][] a) { int n = 0; for (int[] r : a) n += r.length; return n * a.length; }
        static double product(double[][] a, double[] x) {
          double s = 0;
          for (int i = 0; i < a.length; i++) for (int j = 0; j < x.length; j++) s += a[i][j] * x[j];
          return s;
        }
        """);
  }

  @Test
  void clonesAreShallow() {
    Agreement.check(
        """
        static double vector(double[] a) { double[] b = a.clone(); b[0]++; return a[0] - 2 * b[0]; }
        static double matrix(double[][] a) {
          double[][] b = a.clone();
          b[0][0] = 7;
          b[1] = a[0].clone();
          b[1][0]++;
          return a[0][0] + b[1][0];
        }
        static int[] chained(int[] a) { return a.clone().clone(); }
        static double[] cast(double[] a) { return (double[]) a; }
        """);
  }
}
