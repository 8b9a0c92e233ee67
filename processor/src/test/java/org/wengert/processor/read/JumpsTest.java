package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

class JumpsTest {
  @Test
  void labelsOfLoops() {
    Agreement.check(
        """
        static int firstPair(int[] a, int n) {
          int found = -1;
          search:
          for (int i = 0; i < a.length; i++) {
            for (int j = i; j < a.length; j++) {
              if (a[i] + a[j] == n) { found = 10 * i + j; break search; }
              if (a[j] > 4) continue search;
              found--;
            }
            found -= 100;
          }
          return found;
        }
        static int updates(int n) {
          int s = 0;
          outer:
          for (int i = 0; i < 9; i++, s += 100) {
            int k = 0;
            inner:
            do {
              while (k < 20) {
                k++;
                if (k % 5 == n) continue inner;
                if (k % 7 == n) continue outer;
                if (k + i == n) break outer;
                if (k == 15) break inner;
                s += k;
              }
              s++;
            } while (k < 18);
            s += 1000;
          }
          return s;
        }
        static double returning(double[] a, double x) {
          double s = 0;
          outer:
          for (double v : a) {
            for (double w : a) {
              if (w > x) continue outer;
              if (v * w > 9) return s + v;
              if (v < -4) break outer;
              s += v * w;
            }
            s = s / 2;
          }
          return s - x;
        }
        static int endless(int n) {
          int k = 0;
          out:
          for (;;) {
            while (true) {
              if (++k > 9) break out;
              if (k == n) break;
            }
            k += 2;
          }
          return k;
        }
        static int own(int n) {
          int s = 0;
          two: for (int i = 0; i < 9; i++) {
            if (i == n) continue two;
            if (i == 7) break two;
            s += i;
          }
          return s;
        }
        """);
  }

  @Test
  void labelsOfOtherStatements() {
    Agreement.check(
        """
        static double block(double x, int n) {
          double y = x;
          done: {
            if (n > 3) break done;
            y *= 2;
            if (n > 1) { y += 1; break done; }
            y -= 3;
          }
          return y;
        }
        static double nested(double[] a, double x) {
          double s = 0;
          for (double v : a) {
            skip: {
              add: if (v > x) { if (v > 3) break skip; s += v; if (s > 5) break add; s++; }
              if (s > 20) break;
              s += 2;
              if (v < 0) continue;
            }
            s *= 1.5;
          }
          return s;
        }
        static int throughLoop(int n) {
          int k = 0;
          out: {
            for (int i = 0; i < 5; i++) {
              if (i == n) break out;
              k += i;
              if (k > 7) return -k;
            }
            k += 100;
          }
          return k;
        }
        static int unused(int n) { here: n++; there: { n *= 2; } return n; }
        static int immediately(int n) { here: break here; return n; }
        """);
  }
}
