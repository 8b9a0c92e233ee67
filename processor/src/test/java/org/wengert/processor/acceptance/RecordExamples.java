package org.wengert.processor.acceptance;

import java.util.List;

/** Records that carry numbers: complex numbers, vectors, quaternions and states. */
final class RecordExamples {
  private static final String COMPLEX =
      """
      record Complex(double re, double im) {
        static final Complex ONE = new Complex(1, 0);
        static final Complex I = new Complex(0, 1);
        Complex(double re) { this(re, 0); }
        Complex plus(Complex o) { return new Complex(re + o.re, im + o.im); }
        Complex minus(Complex o) { return new Complex(re - o.re, im - o.im); }
        Complex times(Complex o) {
          return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
        }
        Complex times(double s) { return new Complex(s * re, s * im); }
        Complex over(Complex o) {
          double d = o.norm2();
          return new Complex((re * o.re + im * o.im) / d, (im * o.re - re * o.im) / d);
        }
        double norm2() { return re * re + im * im; }
      }
      """;

  private static final String VECTOR =
      """
      record Vector(double x, double y, double z) {
        static Vector of(double[] a, int at) { return new Vector(a[at], a[at + 1], a[at + 2]); }
        Vector plus(Vector o) { return new Vector(x + o.x, y + o.y, z + o.z); }
        Vector times(double s) { return new Vector(s * x, s * y, s * z); }
        Vector cross(Vector o) {
          return new Vector(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
        }
        double dot(Vector o) { return x * o.x + y * o.y + z * o.z; }
        double length() { return Math.sqrt(dot(this)); }
        double[] array() { return new double[] {x, y, z}; }
      }
      """;

  private RecordExamples() {}

  static List<Example> all() {
    return List.of(
        Example.of(
                COMPLEX
                    + """
                    @Differentiable
                    static double[] complexExp(double x, double y) {
                      Complex z = new Complex(x, y);
                      Complex term = Complex.ONE;
                      Complex sum = term;
                      for (int n = 1; n < 40; n++) {
                        term = term.times(z).times(1.0 / n);
                        sum = sum.plus(term);
                      }
                      return new double[] {sum.re(), sum.im()};
                    }
                    """)
            .rows(
                a -> {
                  double c = Math.exp(a.number(0)) * Math.cos(a.number(1));
                  double s = Math.exp(a.number(0)) * Math.sin(a.number(1));
                  return new double[][] {{c, -s}, {s, c}};
                }),
        Example.of(
                COMPLEX
                    + """
                    @Differentiable
                    static double[] squareRoot(double re, double im) {
                      Complex z = new Complex(re, im);
                      Complex w = Complex.ONE;
                      while (w.times(w).minus(z).norm2() > 1e-28) {
                        w = w.plus(z.over(w)).times(0.5);
                      }
                      return new double[] {w.re, w.im};
                    }
                    """)
            .rows(
                a -> { // 1 / (2 w)
                  double radius = Math.hypot(a.number(0), a.number(1));
                  double u = Math.sqrt((radius + a.number(0)) / 2);
                  double v = a.number(1) / (2 * u);
                  double p = u / (2 * radius);
                  double q = -v / (2 * radius);
                  return new double[][] {{p, -q}, {q, p}};
                }),
        Example.of(
                COMPLEX
                    + """
                    @Differentiable
                    static double complexPower(double x, double y, int n) {
                      Complex base = new Complex(x, y);
                      Complex result = Complex.I;
                      for (int k = n; k > 0; k >>= 1) {
                        result = (k & 1) == 1 ? result.times(base) : result;
                        base = base.times(base);
                      }
                      return result.im();
                    }
                    """)
            .with("n", 5)
            .gradient( // the real part of z^5, as it is multiplied by i
                a -> {
                  double x = a.number(0);
                  double y = a.number(1);
                  return new double[] {
                    5 * (x * x * x * x - 6 * x * x * y * y + y * y * y * y),
                    -5 * (4 * x * x * x * y - 4 * x * y * y * y)
                  };
                }),
        Example.of(
                VECTOR
                    + """
                    @Differentiable
                    static double tripleProduct(double[] a, double[] b, double[] c) {
                      return Vector.of(a, 0).dot(Vector.of(b, 0).cross(Vector.of(c, 0)));
                    }
                    """)
            .with("a", new double[3])
            .with("b", new double[3])
            .with("c", new double[3])
            .gradient(
                at -> {
                  double[] a = at.numbers(0);
                  double[] b = at.numbers(1);
                  double[] c = at.numbers(2);
                  double[] bc = cross(b, c);
                  double[] ca = cross(c, a);
                  double[] ab = cross(a, b);
                  return new double[] {
                    bc[0], bc[1], bc[2], ca[0], ca[1], ca[2], ab[0], ab[1], ab[2]
                  };
                }),
        Example.of(
                VECTOR
                    + """
                    record State(Vector position, Vector velocity) {
                      State step(double h) {
                        State half = plus(slope(), h / 2);
                        return plus(half.slope(), h);
                      }
                      State slope() {
                        double r = position.length();
                        return new State(velocity, position.times(-1 / (r * r * r)));
                      }
                      State plus(State o, double h) {
                        return new State(
                            position.plus(o.position.times(h)), velocity.plus(o.velocity.times(h)));
                      }
                      double energy() { return velocity.dot(velocity) / 2 - 1 / position.length(); }
                    }
                    @Differentiable
                    static double[] keplerOrbit(double[] start, double h, int n) {
                      State s = new State(Vector.of(start, 0), Vector.of(start, 3));
                      double largest = s.energy();
                      for (int i = 0; i < n; i++) {
                        s = s.step(h);
                        if (s.energy() > largest) {
                          largest = s.energy();
                        }
                      }
                      double[] end = s.position().array();
                      return new double[] {end[0], end[1], end[2], s.velocity().y(), largest};
                    }
                    """)
            .with("start", new double[6])
            .with("n", 20)
            .between(0.1, 0.4),
        Example.of(
                """
                record Dual(double value, double tangent) {
                  static Dual constant(double x) { return new Dual(x, 0); }
                  Dual plus(Dual o) { return new Dual(value + o.value, tangent + o.tangent); }
                  Dual times(Dual o) {
                    return new Dual(value * o.value, value * o.tangent + tangent * o.value);
                  }
                  Dual sin() { return new Dual(Math.sin(value), Math.cos(value) * tangent); }
                }
                @Differentiable
                static double dualNumbers(double x) {
                  Dual d = new Dual(x, 1);
                  return d.times(d).plus(Dual.constant(3)).sin().tangent();
                }
                """)
            .gradient( // the second derivative of sin(x^2 + 3)
                a -> {
                  double x = a.number(0);
                  double u = x * x + 3;
                  return new double[] {2 * Math.cos(u) - 4 * x * x * Math.sin(u)};
                }),
        Example.of(
                """
                record Quaternion(double w, double x, double y, double z) {
                  Quaternion {
                    double length = Math.sqrt(w * w + x * x + y * y + z * z);
                    if (length == 0) {
                      throw new IllegalArgumentException("no rotation");
                    }
                    w /= length;
                    x /= length;
                    y /= length;
                    z /= length;
                  }
                  double[] rotate(double[] v) {
                    double a = 2 * (y * v[2] - z * v[1]);
                    double b = 2 * (z * v[0] - x * v[2]);
                    double c = 2 * (x * v[1] - y * v[0]);
                    return new double[] {
                      v[0] + w * a + y * c - z * b, v[1] + w * b + z * a - x * c, v[2] + w * c + x * b - y * a
                    };
                  }
                }
                @Differentiable
                static double[] rotation(double[] q, double[] v) {
                  return new Quaternion(q[0], q[1], q[2], q[3]).rotate(v);
                }
                """)
            .with("q", new double[4])
            .with("v", new double[3]),
        Example.of(
            """
                record Line(double slope, double offset) {
                  double at(double x) { return slope * x + offset; }
                  Line flipped() { return new Line(-slope, offset); }
                }
                record Fit(Line line, int count, double[] errors) {
                  public double[] errors() { return errors.clone(); }
                }
                static Fit improved(Fit fit, double[] x, double rate) {
                  if (fit.count() == 0) {
                    return new Fit(fit.line().flipped(), 1, fit.errors);
                  }
                  Line line = fit.line();
                  for (int i = 0; i < x.length; i++) {
                    double error = line.at(i) - x[i];
                    fit.errors[i] = error;
                    line = new Line(line.slope() - rate * error * i, line.offset() - rate * error);
                  }
                  return new Fit(line, fit.count() + 1, fit.errors());
                }
                @Differentiable
                static double fitted(double[] x, double rate) {
                  Fit fit = new Fit(new Line(0.1, 1), 0, new double[x.length]);
                  rounds:
                  while (true) {
                    for (double error : fit.errors()) {
                      if (fit.count() > 3 || error > 1e6) {
                        break rounds;
                      }
                    }
                    fit = improved(fit, x, rate / 20);
                  }
                  return fit.line().at(2) + fit.errors()[1] * fit.errors()[2];
                }
                """));
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
