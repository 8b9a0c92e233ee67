package org.wengert.processor.acceptance;

import java.util.List;
import java.util.stream.Stream;

/**
 * Sums over observations, the loop over {@code obs}: such as can be run both ways in one pass, and
 * such as only look like it.
 */
final class SumExamples {
  private SumExamples() {}

  static List<Example> all() {
    return Stream.of(fused(), kept(), called(), calledInTwo()).flatMap(List::stream).toList();
  }

  private static Example of(String name, String body) {
    String head = "@Differentiable static double %s(double[] w, double[][] x, double b)";
    return Example.of(head.formatted(name) + " {\n" + body + "}\n")
        .with("w", new double[3])
        .with("x", new double[4][3])
        .between(0.2, 0.9);
  }

  /** Iterations that only add to sums whose adjoints are known beforehand. */
  static List<Example> fused() {
    return List.of(
        of(
            "logistic",
            """
            double s = 0;
            for (int obs = 0; obs < x.length; obs++) {
              double z = b;
              for (int j = 0; j < w.length; j++) z += w[j] * x[obs][j];
              s += Math.log(1 + Math.exp(z));
            }
            return s / x.length;
            """),
        of(
            "severalSums",
            """
            double s = b, t = 1;
            for (int obs = 0; obs < x.length; obs++) {
              double p = Math.exp(w[0] * x[obs][1]);
              if (p > 1.3) { s -= Math.sqrt(p) * b; continue; }
              s += p * p;
              t = t - Math.sin(p);
            }
            return 3 - b * (s * Math.sin(b)) + t * b;
            """),
        of(
            "nestedSums",
            """
            double s = 0;
            for (int obs = 0; obs < x.length; obs++) {
              for (int j = 0; j < 3; j++) {
                double p = Math.tanh(w[j] * x[obs][j] + b);
                for (int k = j; k < 3; k++) s += Math.exp(p * x[obs][k]);
              }
            }
            return -s;
            """),
        of(
            "scratchArray",
            """
            double[] p = new double[w.length];
            double s = 0;
            int obs = 0;
            while (obs < x.length) {
              for (int j = 0; j < p.length; j++) p[j] = Math.exp(w[j] * x[obs][j]);
              for (int j = 1; j < p.length; j++) p[j] += p[j - 1] * p[j - 1];
              s += p[2] * b;
              obs++;
            }
            double m = 0;
            for (int j = 0; j < w.length; j++) { p[j] = w[j]; m += p[j] * p[j]; }
            return s + m;
            """),
        of(
            "arraysInside",
            """
            double s = 0;
            for (int obs = 0; obs < x.length; obs++) {
              double[][] a = new double[2][2];
              for (int j = 0; j < 2; j++) for (int k = 0; k < 2; k++) a[j][k] = Math.exp(w[j] * x[obs][k]);
              a[0][1] *= a[1][0];
              s += a[0][0] * a[1][1] - a[0][1] * b;
            }
            for (int j = 0; j < w.length; j++) s += Math.exp(w[j]) * j;
            return s * 2;
            """),
        of(
            "growingBuffers",
            """
            double s = 0;
            for (int obs = 0; obs < x.length; obs++) {
              double y = x[obs][0] + 1;
              for (int i = 0; i <= obs; i++) {
                double z = y;
                for (int j = i; j < 3; j++) { z = Math.sin(z * w[j]); if (z > 0.7) break; }
                y += z * b;
              }
              s += y;
            }
            return s;
            """),
        of(
            "guardedSum",
            """
            if (x.length == 0) return b;
            double s = 0;
            for (int obs = 0; obs < x.length; obs++) {
              double z = b;
              for (int j = 0; j < w.length; j++) z += w[j] * x[obs][j];
              s += Math.log(1 + Math.exp(z));
            }
            if (b < 0) throw new IllegalStateException("b is " + b);
            return s / x.length;
            """),
        of(
            "chosenSum",
            """
            double s = w[0], t = 0;
            if (b > 0.5) {
              for (int obs = 0; obs < x.length; obs++) { double p = Math.exp(x[obs][0] * b); s += p * p; }
              t = s * b * b;
            } else if (b > 0.3) {
              t = b * w[2];
            } else {
              double q = b;
              for (int i = 0; i < w.length; i++) q = Math.sin(q * w[i]) + s;
              t = q;
            }
            return 2 * t - b;
            """),
        of(
            "whileInside",
            """
            double s = 0;
            for (int obs = x.length - 1; obs >= 0; obs--) {
              double y = b;
              int left = 5;
              while (y > 0.1 && left-- > 0) y *= w[0] * x[obs][1];
              double[] copy = w.clone();
              copy[1] *= y;
              s += copy[0] * copy[1] * copy[2] / y;
            }
            return s;
            """));
  }

  /** Loops whose iterations have something to do with each other, or with what follows. */
  static List<Example> kept() {
    return List.of(
        of( // not only added to
            "recurrence",
            """
            double s = 0;
            for (int obs = 0; obs < x.length; obs++) s = s * b + Math.exp(w[1] * x[obs][0]);
            return s;
            """),
        of( // read on the way
            "readOnTheWay",
            """
            double s = 0, t = 0;
            for (int obs = 0; obs < x.length; obs++) { s += Math.exp(w[1] * x[obs][0]); t += s * b; }
            return s + t;
            """),
        of( // the adjoint of the sum depends on the sum
            "logarithm",
            """
            double s = 0;
            for (int obs = 0; obs < x.length; obs++) s += Math.exp(w[1] * x[obs][0]) * b;
            return Math.log(s) + s * s;
            """),
        of( // what an iteration leaves, the next one reads
            "readByTheNext",
            """
            double[] p = new double[3];
            double s = 0;
            for (int obs = 0; obs < x.length; obs++) {
              for (int j = 0; j < 2; j++) p[j] = Math.exp(w[j] * x[obs][j]) + p[j + 1] * b;
              p[2] = p[0];
              s += p[1];
            }
            return s;
            """),
        of( // and what comes after the loop
            "readAfterwards",
            """
            double[] p = new double[w.length];
            double s = 0;
            for (int obs = 0; obs < x.length; obs++) {
              for (int j = 0; j < p.length; j++) p[j] = Math.exp(w[j] * x[obs][j]);
              s += p[1] * p[0];
            }
            return s + p[2] * b;
            """),
        of( // filled only now and then
            "filledNowAndThen",
            """
            double[] p = new double[w.length];
            double s = 0;
            for (int obs = 0; obs < x.length; obs++) {
              if (obs % 2 == 0) for (int j = 0; j < p.length; j++) p[j] = Math.exp(w[j] * x[obs][j]);
              s += p[1] * p[0] * b;
            }
            return s;
            """),
        of( // an element short
            "elementShort",
            """
            double[] p = new double[w.length];
            double s = 0;
            for (int obs = 0; obs < x.length; obs++) {
              for (int j = 1; j < p.length; j++) p[j] = Math.exp(w[j] * x[obs][j]);
              s += p[1] * p[0] * b;
              p[0] = p[2];
            }
            return s;
            """),
        of( // what is read is overwritten after the loop, whose adjoint would go to the new content
            "overwrittenAfterwards",
            """
            double s = 0;
            for (int obs = 0; obs < x.length; obs++) s += Math.exp(w[1] * x[obs][0] * b);
            w[1] = b * b;
            return s + w[1] * w[0];
            """),
        of( // writes to an array that others see
            "writtenParameter",
            """
            double s = 0;
            for (int obs = 0; obs < 3; obs++) { double p = Math.exp(w[obs] * b); w[obs] = p * p; s += p * x[obs][0]; }
            return s;
            """),
        of(
            "branchThatStores", // what it stores is read afterwards
            """
            double[] p = new double[3];
            double s = 0;
            if (b > 0) {
              for (int obs = 0; obs < x.length; obs++) { p[1] = Math.exp(x[obs][0] * b); s += p[1] * w[0]; }
            }
            return s + p[1];
            """),
        of( // through another name
            "otherName",
            """
            double[] p = new double[w.length];
            double[] q = b > 0 ? p : w;
            double s = 0;
            for (int obs = 0; obs < x.length; obs++) {
              s += q[0] * b;
              for (int j = 0; j < p.length; j++) p[j] = Math.exp(w[j] * x[obs][j]);
              s += p[1] * p[0];
            }
            return s;
            """));
  }

  private static Example with(String helper, String name, String body) {
    String head = "@Differentiable static double %s(double[] w, double[][] x, double b)";
    return Example.of(head.formatted(name) + " {\n" + body + "}\n" + helper)
        .with("w", new double[3])
        .with("x", new double[4][3])
        .between(0.2, 0.9);
  }

  /** Recursive helpers that only read, and whose seeds are known before the call. */
  static List<Example> called() {
    return List.of(
        with(
            """
            static double tree(double[] w, double a, double b, int n) {
              if (n == 0) return w[0] * Math.sin(a * b);
              double s = a;
              for (int i = 0; i < 2; i++) {
                double factor = Math.exp(w[i] * b);
                s += factor * w[n] * tree(w, factor, a + b, n - 1);
              }
              return s - 2 * tree(w, b, b, n - 1);
            }
            """,
            "recursiveTree",
            "return 3 * tree(w, b, w[1], 2) / w.length;"),
        with(
            """
            static double down(double a, int n) { return n == 0 ? a : b(a / 2, n) * 3; }
            static double b(double a, int n) { return a + down(a, n - 1); }
            """,
            "mutualSums",
            "double s = 0; for (double[] row : x) { double p = Math.exp(row[0]); s += p * p + down(b, 3); } return s;"),
        with(
            """
            static double rows(double[][] x, double[] w, int i) {
              double s = 0;
              for (int j = 0; j < w.length; j++) s += Math.exp(x[i][j]) * w[j];
              return i == 0 ? s : s + rows(x, w, i - 1);
            }
            """,
            "rowsOneByOne",
            "return b - rows(x, w, 3);"));
  }

  /** Such whose result is used in other ways, or that store something. */
  static List<Example> calledInTwo() {
    return List.of(
        with(
            "static double power(double a, int n) { return n == 0 ? 1 : a * power(a, n - 1); }",
            "squareOfCall",
            "double p = power(b, 3); return p * p;"),
        with(
            """
            static double store(double[] w, double a, int n) {
              if (n < 0) return a;
              w[n] *= a;
              return a + store(w, w[n], n - 1);
            }
            """,
            "storingCall",
            "return b * store(w, b, 2);"),
        with(
            """
            static double set(double[] a, double v) { double o = a[0]; a[0] = v * o; return o; }
            static double own(double v) { double[] t = {v}; return set(t, 2) * v; }
            static double twice(double[] a, double v, int n) {
              return n == 0 ? v : twice(a, own(v) + set(a, v), n - 1);
            }
            """,
            "storingCallSeenBefore",
            "double r = twice(w, b, 1); return r + w[0];"),
        with(
            """
            static double over(double[] w, double a, int n) {
              if (n < 0) return a;
              return a * w[n] + over(w, a, n - 1);
            }
            """,
            "storedAfterwards",
            "double s = over(w, b, 2); w[0] = b * b; return s + w[0];"));
  }
}
