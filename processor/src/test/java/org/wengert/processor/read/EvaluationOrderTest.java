package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

/** Operands from left to right, and every effect where Java has it (JLS 15.7, 15.26). */
class EvaluationOrderTest {
  @Test
  void effectsInExpressions() {
    Agreement.check(
        """
        static int increments(int i) { i = i++ + ++i; i = i-- - --i * i++; return i += i++ + i; }
        static double assigned(double x) { return x + (x = 3) * x - (x += x * (x = 2)) / x; }
        static double chained(double x, double y) { double z; x = y = z = x * y; return (x += y -= z *= 2) + y * z; }
        static int nested(int a, int b) {
          int c = a > b ? (a = b) > 2 ? a++ : (b = a++) + b : (a += b) > 3 ? --a : (b -= a);
          return 100 * a + 10 * b + c;
        }
        static int logic(int i, boolean b) {
          int k = 0;
          boolean c = i++ > 2 && ++k > 0 || k++ == 0 && (b = !b) | i++ < 9;
          boolean d = b ^ (c &= k++ > 1) & (b |= i > 4);
          return (c ? 1 : 2) + (d ? 10 : 20) + (b ? 100 : 200) + 1000 * i + 10000 * k;
        }
        static long types(int i, long l, float f) { return (i += l += f *= 2) + (l = i++) * (i = (int) l); }
        static int shifts(int i) { return (i = 3) << (i += 2) >> i-- % 3 ^ (i = ~i); }
        static int divided(int i, int j) { return (i = 5) / (j - j / (i + j)) % (j = i); }
        """);
  }

  @Test
  void effectsInElements() {
    Agreement.check(
        """
        static double squared(double[] a, int i) { a[i++] += a[i] * a[i]; a[i--] -= a[i] / a[i]; return a[i] + i; }
        static double index(double[] a, int i) { a[i] = i = 2; a[i = 1] = a[i] + (i = 0); a[i] *= i++ + a[i]; return a[i] + i; }
        static int swapped(int[] a, int i, int j) { a[i] = a[j] + (a[j] = a[i]) - a[a[j] & 1]++; return a[i] - --a[j & 3]; }
        static int self(int[] a) { a[a[0] & 3] = a[0] = a[1]++; a[a[0] & 3] += a[0] = 7; return a[0]; }
        static double arrays(double[] a, double[] b, int i) {
          double[] c = a;
          c[i] = (c = b)[i] + c[0];
          (c = a)[1] += (c = b)[1];
          c[(c = a).length - 1]++;
          return c[i];
        }
        static double looped(double[] a) {
          int i = 0;
          double s = 0;
          while (i < a.length && (s += a[i++]) < 9) a[i - 1] = s *= 2;
          for (int k = 0; k++ < 3; s -= k++) s += k;
          do s++; while (i-- > 0 && s < 30);
          return s + i;
        }
        """);
  }

  /** What has been evaluated before an exception shows in the arguments. */
  @Test
  void exceptions() {
    Agreement.check(
        """
        static double bounds(double[] a, int i, int j) { a[i] = a[0] = j / i; return a[j] += a[1] = 1; }
        static double compound(double[] a, int i) { a[i] += (a[0] = 5) / (1 - 1 / i); return a[0]; }
        static int zero(int[] a, int i) { return a[0]++ + a[1]++ / i + a[2]++ % (i - 1); }
        static int thrown(int[] a, int i) {
          a[a[0] = 2] = i > 3 ? a[1] = 4 : 3 / (i - 1);
          return a[i] = a[2];
        }
        static double none(double[] a, double[] b, int i) { a[i] = (b[0] = 3) + b[i]; return b[i]++; }
        static int negative(int[] a, int n) { int[] b = new int[a[0] = n & 0x8000000f]; a[0] = 9; return b.length; }
        static int called(int[] a, int i) { return second(a[0]++, a[i], a[1]++) + a[0]; }
        private static int second(int x, int y, int z) { return x + 10 * y + 100 * z; }
        """);
  }
}
