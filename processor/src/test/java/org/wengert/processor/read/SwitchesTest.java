package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

class SwitchesTest {
  @Test
  void statements() {
    Agreement.check(
        """
        static double plain(double x, int n) {
          double y;
          switch (n) {
            case 0: y = x; break;
            case 1: case 2: y = x * x; break;
            case -3: { y = 3; break; }
            default: y = 7;
          }
          return y;
        }
        static int fallThrough(int n) {
          int s = 0;
          switch (n) {
            case 0: s += 1;
            case 1: s += 10;
            case 2: s += 100; break;
            case 3: s += 1000;
            case 4:
          }
          return s;
        }
        static int defaultFirst(int n) {
          int s = 0;
          switch (n) {
            default: s += 1;
            case 1: s += 10; if (s > 10) break;
            case 2: s += 100;
          }
          return s;
        }
        static int defaultBetween(int n) {
          int s = 0;
          switch (n + 1) {
            case 0: s += 1;
            case 1: default: s += 10;
            case 2: s += 100;
            case 3: s += 1000; break;
            case 4: s += 10000;
          }
          return s;
        }
        static int returns(int n) {
          switch (n) {
            case 0: return 5;
            case 1: n += 2;
            case 2: return n;
            case 3: throw new IllegalStateException("three");
            default: if (n > 6) return 9;
          }
          return n * n;
        }
        static int allReturn(int n) {
          switch (n) { case 0: return 5; case 1: case 2: return 6; default: return n; }
        }
        static int breaksInside(int n, int m) {
          int s = 0;
          switch (n) {
            case 0: if (m > 2) break; s += 1;
            case 1: { if (m > 0) { s += 10; break; } s += 100; }
            default: while (true) { if (s++ > (m & 15)) break; } s += 1000;
          }
          return s;
        }
        static int locals(int n) {
          switch (n) {
            case 0: int t = 3; return t;
            case 1: t = 5; n += t; { int u = 3; n += u; } break;
            default: t = 4; t++; int u = 9; return t + u + n;
          }
          return n;
        }
        static int empty(int n) { switch (n++) {} switch (n++) { case 1: } switch (n++) { default: } return n; }
        static int labelled(int n, int m) {
          out: switch (n) {
            case 0:
              for (int i = 0; ; i++) { if (i == m) break out; if (i > 4) break; n += i; }
            case 1: n += 50; break out;
            default: n = -n;
          }
          return n;
        }
        static int arrows(int n) {
          switch (n) {
            case 0 -> n = 5;
            case 1, 2 -> { if (n == 1) break; n = 7; }
            case 3 -> throw new IllegalStateException();
            case 4 -> { return 8; }
            default -> n++;
          }
          return n + 1;
        }
        static final int FIVE = 5;
        static int constants(int n) {
          final int two = 2;
          switch (n) { case two: return 1; case FIVE: return 2; case FIVE + two: return 3; case 'c' - 'a' + 1: return 4; }
          return 5;
        }
        static int effects(int n) {
          int k = n;
          switch (k++ + (k = 2 * k)) { case 1: k += 100; case 4: k += 1000; break; case 7: k = 0; }
          return k;
        }
        """);
  }

  @Test
  void inLoops() {
    Agreement.check(
        """
        static double sums(double[] a, int n) {
          double s = 0;
          outer:
          for (int i = 0; i < a.length; i++) {
            switch ((i + n) % 5) {
              case 0: s += a[i]; break;
              case 1: continue;
              case 2: s -= a[i];
              case 3: if (s > 9) break outer; s *= 2; break;
              case 4: return s;
              default: s++; continue outer;
            }
            s += 0.5;
          }
          return s;
        }
        static int nested(int n, int m) {
          int s = 0;
          for (int i = 0; i < 4; i++) {
            switch (n) {
              case 0:
                switch (m) { case 0: s++; case 1: s += 10; break; default: continue; }
                s += 100;
              case 1: s += 1000; break;
              default: switch (i) { case 0 -> s += 3; case 2 -> { continue; } default -> { } } s *= 2;
            }
            s++;
          }
          return s;
        }
        """);
  }

  @Test
  void expressions() {
    Agreement.check(
        """
        static double arrows(double x, int n) {
          return 2 * switch (n) { case 0 -> x; case 1, 2 -> x * x; default -> Math.abs(x); };
        }
        static double yields(double x, int n) {
          double y = switch (n) {
            case 0: if (x > 0) yield x; x = 3;
            case 1: yield x + 1;
            case 2: { double t = x; for (int i = 0; ; i++) { t = t / 2 + i; if (t > 3 || i > 9) yield t; } }
            default: yield 7;
          };
          return y + x;
        }
        static int blocks(int n) {
          return switch (n) {
            case 0 -> { int k = n; while (k < 5) k += 2; yield k; }
            case 1 -> throw new IllegalStateException("one");
            default -> { switch (n) { case 2: yield 5; case 3: break; default: yield 8; } yield 9; }
          };
        }
        static double wide(int n, int big, float f) {
          double d = switch (n) { case 0 -> big; case 1 -> f; default -> 3L; };
          return d;
        }
        static double alone(int n, int big, float f) {
          return 1.0 * switch (n) { case 0 -> big; case 1 -> f; default -> 3L; };
        }
        static long nested(int n, int m) {
          return switch (n) {
            case 0 -> switch (m) { case 0 -> 1; default -> m; };
            default -> switch (m) { case 1: yield 2; default: yield n; } * 3L;
          } + n;
        }
        static boolean condition(int n) {
          return switch (n) { case 0, 1 -> true; case 2 -> n > 1; default -> false; } && n > 0 || n > 5;
        }
        static int loopCondition(int n) {
          int k = 0;
          while (switch (k) { case 0 -> true; case 3 -> n > 2; default -> k < 6; }) k++;
          return k;
        }
        static int order(int n) {
          int k = 1;
          return k++ + switch (k++) { case 2 -> k = k * 10; default -> 5; } * k + n;
        }
        static int mostThrow(int n) {
          return switch (n) { case 0: yield 1; default: throw new IllegalStateException(); };
        }
        """);
  }
}
