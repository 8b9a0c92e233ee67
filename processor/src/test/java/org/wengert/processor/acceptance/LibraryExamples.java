package org.wengert.processor.acceptance;

import java.util.List;

/** Calls of the library that copy, fill and look. */
final class LibraryExamples {
  private LibraryExamples() {}

  static List<Example> all() {
    return List.of(
        Example.of(
            """
                @Differentiable
                static double copiedBetween(double[] a, double[] b, double x) {
                  double[] c = {x, x * x, 1, 2, 3};
                  System.arraycopy(a, 1, c, 2, 3);
                  c[3] *= x;
                  System.arraycopy(c, 2, b, 0, 2);
                  return b[0] * b[1] * c[0] + b[3] * c[4];
                }
                """),
        Example.of(
            """
                @Differentiable
                static double copiedWithin(double[] a, double x) {
                  double s = x;
                  for (int i = 0; i < 3; i++) {
                    a[0] = s * a[4];
                    System.arraycopy(a, 0, a, 1, a.length - 1);
                    s += a[2] * a[1];
                    System.arraycopy(a, 2, a, i, 3);
                  }
                  return s * a[0] * a[3];
                }
                """),
        Example.of(
            """
                @Differentiable
                static void shifted(double[] y, double x) {
                  double[] alias = x > 0 ? y : new double[9];
                  System.arraycopy(y, 0, alias, 1, 4);
                  y[0] = x;
                }
                """),
        Example.of(
            """
                @Differentiable
                static double filled(double x, double y) {
                  double[] a = new double[6];
                  java.util.Arrays.fill(a, x * y);
                  java.util.Arrays.fill(a, 1, 4, y);
                  a[2] *= a[1] * a[0];
                  double s = 0;
                  for (double v : a) s += v * v;
                  java.util.Arrays.fill(a, 7);
                  return s * a[3];
                }
                """),
        Example.of(
            """
                @Differentiable
                static double[] copies(double[] a, double x, int n) {
                  double[] longer = java.util.Arrays.copyOf(a, a.length + 2);
                  longer[a.length] = x * longer[1];
                  double[] middle = java.util.Arrays.copyOfRange(longer, 2, a.length + 2);
                  middle[0] *= middle[n];
                  longer[2] = 0;
                  return java.util.Arrays.copyOf(middle, 4);
                }
                """),
        Example.of(
            """
                @Differentiable
                static double copiedRows(double[][] m, double x) {
                  double[][] some = java.util.Arrays.copyOfRange(m, 1, 3);
                  double[] row = some[0].clone();
                  some[1][0] = x * row[1];
                  row[1] = m[2][0] * row[0];
                  return row[1] * m[1][1] + row[0];
                }
                """),
        Example.of(
                """
                @Differentiable
                static double examined(double x, double y) {
                  double z = Math.log(x - 2);
                  double w = Double.isNaN(z) ? x * y : z;
                  if (Double.isInfinite(y / 0.0) && Double.isFinite(w)) w *= x;
                  return w;
                }
                """)
            .gradient(a -> new double[] {2 * a.number(0) * a.number(1), a.number(0) * a.number(0)}),
        Example.of(
                """
                @Differentiable
                static double integersThatSteer(double x, int n) {
                  int bits = Integer.bitCount(n) + Long.numberOfTrailingZeros(8L * n) + Math.floorMod(-n, 4);
                  double s = x;
                  for (int i = 0; i < bits; i++) {
                    s = s * x + Integer.highestOneBit(i + 1) + Math.toIntExact(2L * i) % 3;
                  }
                  return n < Integer.MAX_VALUE ? s : Integer.compare(n, 3);
                }
                """)
            .with("n", 3));
  }
}
