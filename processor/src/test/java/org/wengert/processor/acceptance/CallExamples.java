package org.wengert.processor.acceptance;

import java.util.List;

/** Calls that stay calls: of methods that call themselves, and of methods of other files. */
final class CallExamples {
  /** A class beside those of the examples, whose methods they call. */
  static final String LIBRARY =
      """
      final class Library {
        @Differentiable
        static double twist(double a, double b) {
          return a * Math.sin(b) + b;
        }

        @Differentiable
        static double dot(double[] a, double[] b) {
          double s = 0;
          for (int i = 0; i < a.length; i++) {
            s += a[i] * b[i];
          }
          return s;
        }

        @Differentiable
        static double[] scaled(double[] a, double k) {
          double[] r = new double[a.length];
          for (int i = 0; i < a.length; i++) {
            r[i] = a[i] * Math.exp(k * a[i]);
          }
          return r;
        }

        @Differentiable
        static double[] longer(double[] a, double[] b) {
          return a.length > b.length ? a : b;
        }

        @Differentiable
        static void cumulate(double[] a, int from) {
          for (int i = from; i + 1 < a.length; i++) {
            a[i + 1] = a[i + 1] + a[i] * a[i];
          }
        }

        @Differentiable(wrt = {"x"})
        static double poly(double[] c, double x) {
          double y = 0;
          for (int i = c.length - 1; i >= 0; i--) {
            y = y * x + c[i];
          }
          return y;
        }

        @Differentiable(name = "singleCube")
        static float cube(float x) {
          return x * x * x;
        }

        @Differentiable
        static double evenChain(double x, int n) {
          return n == 0 ? x : Math.sin(Library2.oddChain(x, n - 1)) + x;
        }

        @Differentiable
        static double[] powers(double x, int n) {
          double[] p = new double[n];
          p[0] = 1;
          for (int i = 1; i < n; i++) {
            p[i] = p[i - 1] * x;
          }
          return p;
        }

        enum Mode {
          SQUARE,
          CUBE
        }

        @Differentiable
        static double powerOf(double x, Mode mode) {
          return mode == Mode.SQUARE ? x * x : x * x * x;
        }

        @Differentiable
        static double squares(double... terms) {
          double s = 0;
          for (double term : terms) {
            s += term * term;
          }
          return s;
        }

        @Differentiable
        static double pick(double[][] m, int[] columns, boolean[] wanted) {
          double s = 0;
          for (int i = 0; i < columns.length; i++) {
            if (wanted[i]) {
              s += m[i][columns[i]] * m[0][0];
            }
          }
          return s;
        }

        interface Shape {
          @Differentiable
          static double area(double r) {
            return Math.PI * r * r;
          }
        }

        static int touch(double[] c) {
          c[0] += 1;
          return c.length;
        }

        static int gcd(int a, int b) {
          return b == 0 ? a : gcd(b, a % b);
        }

        static double[] table(int n) {
          double[] t = new double[n];
          for (int i = 0; i < n; i++) {
            t[i] = 1.0 / (i + 1);
          }
          return t;
        }
      }
      """;

  static final String LIBRARY_2 =
      """
      final class Library2 {
        @Differentiable
        static double oddChain(double x, int n) {
          return n == 0 ? x * x : Math.cos(Library.evenChain(x, n - 1)) * x;
        }
      }
      """;

  private CallExamples() {}

  static List<Example> all() {
    return List.of(
        Example.of(
                """
                @Differentiable
                static double recursivePower(double x, int n) {
                  return n == 0 ? 1 : x * recursivePower(x, n - 1);
                }
                """)
            .with("n", 7)
            .gradient(a -> new double[] {7 * Math.pow(a.number(0), 6)}),
        Example.of(
                """
                @Differentiable
                static double recursiveFastPower(double x, int n) {
                  if (n == 0) {
                    return 1;
                  }
                  double half = recursiveFastPower(x, n / 2);
                  return n % 2 == 0 ? half * half : half * half * x;
                }
                """)
            .with("n", 13)
            .gradient(a -> new double[] {13 * Math.pow(a.number(0), 12)}),
        Example.of(
            """
                @Differentiable
                static double recursiveTreeSum(double[] a, double x) {
                  return sum(a, x, 0, a.length);
                }

                private static double sum(double[] a, double x, int low, int high) {
                  if (high - low == 1) {
                    return Math.sin(a[low] * x);
                  }
                  int middle = (low + high) >>> 1;
                  return sum(a, x, low, middle) * 0.5 + sum(a, x, middle, high);
                }
                """),
        Example.of(
            """
            @Differentiable
            static double recursiveScratch(double[] a) {
              double[] work = a.clone();
              smooth(work, 0);
              double s = 0;
              for (double w : work) {
                s += w * w;
              }
              return s;
            }

            private static void smooth(double[] w, int i) {
              if (i + 1 < w.length) {
                double old = w[i];
                w[i] = w[i] * w[i + 1];
                smooth(w, i + 1);
                w[i] += Math.sqrt(w[i + 1]) * old;
              }
            }
            """),
        Example.of(
                """
            @Differentiable
            static double mutualRecursion(double x, double y, int n) {
              return ping(x, y, n) + ping(y, x, n + 1);
            }

            private static double ping(double x, double y, int n) {
              return n <= 0 ? x * y : Math.sin(0.5 * pong(x + y, y, n - 1));
            }

            private static double pong(double x, double y, int n) {
              double s = x;
              for (int i = 0; i < 2; i++) {
                s = s * y + ping(x, s, n - 2);
              }
              return s;
            }
            """)
            .with("n", 3)
            .between(0.1, 0.6),
        Example.of(
                """
            @Differentiable
            static double[] recursiveVector(double[] a, int n) {
              if (n == 0) {
                return a;
              }
              double[] half = recursiveVector(a, n - 1);
              double[] r = new double[half.length];
              for (int i = 0; i < r.length; i++) {
                r[i] = half[i] * half[(i + 1) % r.length] + a[i];
              }
              return r;
            }
            """)
            .with("n", 3),
        Example.of(
                """
                @Differentiable
                static double recursiveSteering(double x, int n) {
                  return x * depth(n) + x / depth(n + 1);
                }

                private static int depth(int n) {
                  return n <= 1 ? 1 : 1 + depth(n / 2);
                }
                """)
            .with("n", 9)
            .gradient(a -> new double[] {4 + 1.0 / 4}),
        Example.of(
            """
            @Differentiable
            static double recursiveWithoutDerivative(double x, double[] a) {
              int n = count(a, x, 3);
              boolean[] flags = flags(a, 2);
              return n * x * a[0] + (flags[0] ? a[1] : x) + (even(a, 3) ? a[0] : x);
            }

            private static int count(double[] a, double x, int n) {
              if (n <= 0) {
                return a[0] > 0 ? 1 : 2;
              }
              a[0] *= x;
              return count(a, x * x, n - 1) + 1;
            }

            private static boolean[] flags(double[] a, int n) {
              if (n == 0) {
                return new boolean[] {a[0] > 0};
              }
              a[1] *= a[0];
              return flags(a, n - 1);
            }

            private static boolean even(double[] a, int n) {
              if (n <= 0) {
                return a[0] > 0;
              }
              a[0] *= a[1];
              return !even(a, n - 1);
            }
            """),
        Example.of(
            """
            @Differentiable
            static double callsElsewhere(double x, double y, double[] w) {
              double s = 0;
              for (int i = 0; i < w.length; i++) {
                s += Library.twist(x * w[i], y) * y;
                if (i % 2 == 0) {
                  s += Library.dot(w, w) * Library.twist(s, x);
                }
              }
              return s;
            }
            """),
        Example.of(
                """
            @Differentiable
            static double callsWithArrays(double[] a, double[] b, double k) {
              double[] r = Library.scaled(a, k);
              double[] q = Library.longer(r, b);
              Library.cumulate(q, 0);
              q[0] *= k;
              return Library.dot(r, b) + Library.dot(q, q);
            }
            """)
            .between(0.1, 0.6),
        Example.of(
                """
                @Differentiable(wrt = "x")
                static double callsWithConstants(double x, double[] c, int n) {
                  double[] t = Library.table(Library.gcd(n, 6));
                  return Library.poly(c, x) + Library.poly(t, x * x) + Library.dot(c, c) * x;
                }
                """)
            .with("n", 9),
        Example.of(
            """
            @Differentiable(wrt = "x")
            static double callsThatMightWrite(double x, double[] data) {
              return Library.dot(Library.scaled(data, x), data) + data[0] * x;
            }
            """),
        Example.of(
                """
                @Differentiable
                static float callsSingle(float x, float y) {
                  return Library.cube(x * y) + y;
                }
                """)
            .to(Precision.FLOAT),
        Example.of(
            """
            @Differentiable
            static void callsInPlace(double[] a, double[] b) {
              Library.cumulate(a, 1);
              for (int i = 0; i < b.length; i++) {
                b[i] = b[i] * Library.dot(a, b);
              }
            }
            """),
        Example.of(
            """
            @Differentiable
            static double callsInConditions(double x, double y) {
              int n = 0;
              while (Library.twist(x, n) < 6 && n < 20) {
                x += Library.twist(y, x) * 0.1 + 0.3;
                n++;
              }
              return Library.twist(x, y) > 1 ? Library.twist(y, x) : x * n;
            }
            """),
        Example.of(
                """
                @Differentiable
                static double callsInCircles(double x, int n) {
                  return Library.evenChain(x, n) + Library2.oddChain(x, n + 1) * x;
                }
                """)
            .with("n", 6),
        Example.of(
            """
            @Differentiable
            static double callsForAnArray(double x, double y) {
              double[] r = Library.powers(2, 4);
              r[1] = x * r[2];
              double[] q = Library.powers(y, 3);
              q[0] = x;
              return r[1] * r[1] * r[3] + q[0] * q[2];
            }
            """),
        Example.of(
                """
            @Differentiable
            static double callsOfManyKinds(double x, double y, double[][] m) {
              double s = Library.powerOf(x, Library.Mode.CUBE) * Library.squares(x, y, x * y);
              s += Library.squares() + Library.squares(s);
              boolean[] wanted = {true, false, true};
              s *= Library.pick(m, new int[] {1, 0, 0}, wanted);
              s += Library.Shape.area(m[0][1]);
              double[] c = {1, 2};
              int n = Library.touch(c);
              return s * n * c[0];
            }
            """)
            .with("m", new double[][] {{0.5, 0.75}, {0.25, 1.5}, {1.25, 1}}),
        Example.of(
            """
            @Differentiable
            static double callsUntilLarge(double x) {
              double s = 0;
              int i = 0;
              while (Library.Shape.area(x * i) < 10 && i++ < 5) {
                s += Library.Shape.area(i * x) * s + x;
              }
              return s;
            }
            """),
        Example.of(
            """
            @Differentiable
            static double callsUnused(double x, double y) {
              double z = Library.twist(x, y);
              Library.twist(z, 1);
              double r = Math.sqrt(x - x);
              return y > 0 ? x * y : Library.twist(r, z);
            }
            """));
  }
}
