package org.wengert.processor.read;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.wengert.processor.tape.Printer;

class RecordsTest {
  private static final String COMPLEX =
      """
      record Complex(double re, double im) {
        Complex(double re) { this(re, 0); }
        static Complex of(double re, double im) { return new Complex(re, im); }
        Complex plus(Complex o) { return new Complex(re + o.re, this.im + o.im()); }
        Complex times(Complex o) {
          double re = this.re * o.re - im * o.im;
          return new Complex(re, this.re() * o.im + im() * o.re);
        }
        Complex self() { return Complex.this; }
        Complex conjugate() { Complex z = (this); return Complex.of(z.re, -((Complex) z).im * (Complex.this.re == re ? 1 : -1)); }
        double norm() { return times(conjugate()).re(); }
        boolean isReal() { return im == 0; }
      }
      """;

  private static void check(String methods) {
    Agreement.check(COMPLEX + methods);
  }

  @Test
  void componentsAreCarried() {
    check(
        """
        static double product(double x, double y, double u, double v) {
          Complex z = new Complex(x, y);
          Complex w = new Complex(u, v);
          z = z.times(w);
          return z.re() * z.re() + z.im();
        }
        static double chained(double x, double y) {
          return new Complex(x, y).times(new Complex(y)).plus(Complex.of(1, x).self()).norm();
        }
        static double widened(int i, float f) { return new Complex(i, f).plus(new Complex(i)).norm(); }
        static double inferred(double x) { var z = new Complex(x); var w = z.conjugate(); return w.im; }
        static double effect(int n, double[] a) {
          new Complex(a[0] += 1, n = 3);
          Complex.of(a[1]++, 2).norm();
          return n + a[0] + a[1];
        }
        static double late(double x, boolean b) {
          final Complex z;
          if (b) z = new Complex(x); else z = Complex.of(1, x);
          Complex w, v = w = z;
          return w.norm() + v.re;
        }
        static boolean flag(double x) { return new Complex(1, x).isReal(); }
        static double staticOfAnExpression(double[] a) {
          return new Complex(a[0]++, 1).of(a[0]++, 2).norm() + a[0];
        }
        """);
  }

  @Test
  void branchesAndLoopsCarryComponents() {
    check(
        """
        static double power(double x, double y, int n) {
          Complex z = new Complex(x, y), w = new Complex(1);
          for (int i = 0; i < (n & 7); i++) w = w.times(z);
          return w.re - w.im;
        }
        static double steps(double x, int n) {
          Complex z = new Complex(x, 1);
          int k = 0;
          while (z.norm() < 50 && k++ < 9) {
            if (z.re() > 2) { z = z.conjugate(); continue; }
            if (k == n) break;
            z = k % 3 == 1 ? z.times(z) : z.plus(new Complex(1, x));
          }
          do { z = z.plus(z); } while (k++ < 5);
          return z.re + 10 * z.im;
        }
        static double labels(double x, int n) {
          Complex z = new Complex(x, n);
          outer:
          for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
              z = z.plus(new Complex(i, j));
              if (z.re > 6) continue outer;
              if (z.im > 9) break outer;
            }
            z = z.times(Complex.of(0.5, 0));
          }
          return z.re - z.im;
        }
        static double chosen(double x, boolean a, boolean b) {
          Complex z = new Complex(x, 2);
          Complex w = a ? b ? z : z.conjugate() : new Complex(z.re);
          return (b ? w : z).times(a && w.isReal() ? z : w).im();
        }
        static double halves(double x, boolean b) {
          Complex z = new Complex(x, 2);
          if (b) z = new Complex(z.re, 5);
          return z.re * z.im;
        }
        static double switched(double x, int n) {
          Complex z = switch (n & 3) {
            case 0 -> new Complex(x);
            case 1 -> Complex.of(x, x);
            case 2 -> { Complex w = new Complex(1, x); yield w.times(w); }
            default -> throw new IllegalStateException();
          };
          switch (n & 1) { case 0: z = z.conjugate(); case 1: z = z.plus(z); break; }
          return z.norm();
        }
        static double early(double x, int n) { return Helper.find(x, n).re() + Helper.find(x, 3).im(); }
        static class Helper {
          static Complex find(double x, int n) {
            for (int i = 0; i < 5; i++) { if (x + i > n) return new Complex(i, x); x *= 1.5; }
            return n > 1 ? new Complex(n) : Complex.of(1, 1).conjugate();
          }
        }
        """);
  }

  @Test
  void recordsHoldRecordsArraysAndMore() {
    Agreement.check(
        """
        record Point(float x, long n, boolean on) {}
        record Pair(Point first, Point second, double[] path) {
          Pair swapped() { return new Pair(second, first, path); }
          double sum() { return first.x + second().n() + path[0]; }
        }
        record Empty() { double three() { return 3; } }
        record Poly(double... c) {
          double at(double x) { double s = 0; for (double a : c) s = s * x + a; return s; }
          Poly derivative() {
            double[] d = new double[Math.max(c.length - 1, 1)];
            for (int i = 0; i + 1 < c.length; i++) d[i] = c[i] * (c.length - 1 - i);
            return new Poly(d);
          }
        }
        static double nested(float x, long n, double[] w) {
          Pair p = new Pair(new Point(x, n, true), new Point(2, 3, x > 1), w);
          for (int i = 0; i < 3; i++) {
            if (p.second().on) p = p.swapped();
            p = new Pair(p.first, new Point(p.second.x * 2, i, i == 1), p.path());
            p.path()[0] += p.sum();
          }
          return p.sum() + w[0];
        }
        static double polynomial(double x, double y, double[] w) {
          return new Poly(x, y, 1).derivative().at(2) + new Poly(w).at(x) + new Poly().c.length;
        }
        static double shared(double[] w, boolean b) {
          Poly p = b ? new Poly(w) : new Poly(w.clone());
          p.c()[0] = 7;
          return w[0];
        }
        static double empty(boolean b) { Empty e = b ? new Empty() : new Empty(); return e.three(); }
        static double unread(double x) { Empty e; Point p; return x; }
        """);
  }

  @Test
  void constructorsAndAccessorsAreRead() {
    Agreement.check(
        """
        record Polar(double r, double phi) {
          Polar {
            if (r < 0) throw new IllegalArgumentException("r = " + r);
            for (int i = 0; i < 3 && phi > 2; i++) { phi -= 2; }
            if (phi != phi) { phi = 0; }
          }
          Polar(double r) { this(r * 2, r); }
          Polar(int n) { this(n > 0 ? n : 7.5); }
          public double phi() { return phi + r; }
          double field() { return phi; }
        }
        record Ordered(double low, double high) {
          Ordered(double low, double high) {
            if (low <= high) { this.low = low; this.high = high; }
            else { this.low = high; this.high = low; }
          }
          double width() { return high - low; }
        }
        record Counted(int[] calls, double x) {
          Counted { calls[0]++; }
          public double x() { calls[1]++; return x; }
        }
        record Scaled(double x, float f) {
          Scaled(double x, float f) { double twice = 2 * x; this.x = twice; (this.f) = f; }
          Scaled with(double x) { return new Scaled(x, f); }
        }
        static double polar(double r, double phi) {
          Polar p = new Polar(r, phi);
          return p.phi() * 100 + p.phi + p.field() + p.r();
        }
        static double delegated(int n, double x) { return new Polar(n).phi() + new Polar(x).phi; }
        static double ordered(double a, double b) {
          Ordered o = new Ordered(a, b);
          return o.width() + new Ordered(o.high, o.low).low();
        }
        static double counted(int[] calls, double x) {
          Counted c = new Counted(calls, x);
          return c.x() + c.x() * c.x + calls[0] * 100 + calls[1] * 10;
        }
        static double scaled(double x, float f) { return new Scaled(x, f).with(3).x() + new Scaled(x, f).f; }
        static double thrownInside(double x, boolean b) {
          double s = x;
          if (b) { s += new Polar(-1, x).r; }
          return s + new Polar(x, s).phi();
        }
        static double always(double x) { return new Never(x).x(); }
        record Never(double x) { Never { if (true) throw new IllegalStateException(); } }
        """);
  }

  @Test
  void narrowAndEnumComponents() {
    Agreement.check(
        """
        record Step(java.math.RoundingMode kind, byte turns, char name) {
          Step { turns += 100; name++; }
          int length() { return kind == java.math.RoundingMode.UP ? turns * 3 : name; }
        }
        static double steps(int n, double x) {
          Step s = new Step(n > 0 ? java.math.RoundingMode.UP : java.math.RoundingMode.DOWN, (byte) n, 'x');
          if (x > 0) s = new Step(java.math.RoundingMode.DOWN, s.turns, s.name());
          return s.length() * x;
        }
        """);
  }

  @Test
  void argumentsAreEvaluatedInOrder() {
    check(
        """
        static double order(int i, double[] a) {
          i &= 1;
          Complex z = new Complex(a[i++], a[i++]);
          Complex w = Complex.of(a[0] = z.re(), a[0] += 1).plus(new Complex(a[0] *= 2, i));
          return z.im + w.re * w.im + a[0];
        }
        static double receiverFirst(double[] a) {
          return Helper.next(a).plus(Helper.next(a)).times(Helper.next(a)).re;
        }
        static class Helper {
          static Complex next(double[] a) { return new Complex(a[0] += 1, a[1] -= a[0]); }
          static int order(Complex z, int n, Complex w) { return z.re > w.re ? n : -n; }
        }
        static int mixed(double[] a, int n) { return Helper.order(Helper.next(a), n, Helper.next(a)); }
        """);
  }

  @Test
  void recordsOfOtherClassesOfTheFile() {
    Agreement.check(
        Program.ofFile(
            """
            package some.where;

            class Subject {
              static double f(double x) {
                Dual d = new Dual(x, 1);
                some.where.Dual e = new some.where.Dual(2, 0);
                Outer.Inner i = new Outer.Inner(d.sin());
                return i.d().times(e).times(d).tangent();
              }
            }

            record Dual(double value, double tangent) {
              Dual sin() { return new Dual(Math.sin(value), Math.cos(value) * tangent); }
              Dual times(Dual o) {
                return new Dual(value * o.value, value * o.tangent + tangent * o.value);
              }
            }

            class Outer { record Inner(Dual d) {} }
            """));
  }

  /** A record costs nothing: its components are values like any others. */
  @Test
  void onlyComponentsThatDifferAreCarried() {
    Program program =
        Program.of(
            """
            record Point(double x, double y) {}
            static double f(double a, boolean b) {
              Point p = new Point(a, 2);
              if (b) p = new Point(a, a);
              return p.x() * p.y();
            }
            """);
    assertThat(Printer.print(program.tape("f")))
        .isEqualTo(
            """
            f(double a, boolean b) {
              double pY = constant 2.0 @4
              double pY2 = branch b @5 {
                yield a
              } else {
                yield pY
              }
              double v1 = mul a pY2 @6
              yield v1
            }
            """);
  }
}
