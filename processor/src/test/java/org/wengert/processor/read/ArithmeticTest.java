package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

class ArithmeticTest {
  @Test
  void operatorsPromoteTheirOperands() {
    Agreement.check(
        """
        static double mixed(double x, float y, int i, long l) {
          return x * y + i / 3 - l % 7 + i * y - l / 2f + (i + l) * x - -i + +y;
        }
        static float floats(float x, int i, long l) { return x * i - l + x / 3 + i % x; }
        static long longs(long a, int b) { return (a + b) * (a - b) / 3 + a % 5 - b; }
        static int ints(int a, int b) { return a * b - (a + 7) / 3 + ~b + a % 4; }
        static double divided(int a, int b) { return a / b + a % b; }
        static long dividedLong(long a, int b) { return a / b - a % b; }
        static int shifts(int a, long d) { return (a << 3) + (a >> 1) - (a >>> d) + (a << d); }
        static long shiftsLong(long a, int d) { return (a << d) + (a >> 2) - (a >>> d); }
        static int bits(int a, int b, long c) { return (int) ((a & b | a ^ 5) ^ c & ~b | c); }
        static boolean logic(boolean a, boolean b) { return a & b | a ^ !b | a == b ^ a != b; }
        static boolean compared(double x, int i, long l, float f) {
          return x < i & i <= l | f > l ^ x >= f | i == x & f != l;
        }
        static double precedence(double a, double b, double c) {
          return a - b - c * (a - (b - c)) / (a / b / c) % c;
        }
        static double constants() { return 1 + 2 * 3.5f - 7L / 2 + 0x10 + 1e-3; }
        """);
  }

  @Test
  void castsNarrowAsInJava() {
    Agreement.check(
        """
        static int toInt(double x, float y, long l) { return (int) x + (int) y - (int) l; }
        static long toLong(double x, float y, int i) { return (long) x - (long) y + (long) i; }
        static float toFloat(double x, long l, int i) { return (float) x + (float) l + i; }
        static double round(double x) { return (double) (float) x - (double) (int) x; }
        static double constant() { return (int) 3.7 + (float) 0.1 + (double) 0.1f + (int) 1e20; }
        static long smallest() { return -2147483648 + -9223372036854775808L; }
        static boolean same(boolean b) { return (boolean) b; }
        """);
  }

  @Test
  void localsHoldValues() {
    Agreement.check(
        """
        static double swapped(double x, double y) {
          double t = x;
          x = y;
          y = t;
          return x - 2 * y;
        }
        static double inferred(int i, float f) {
          var a = i * 2;
          var b = f + a;
          var c = 1.5;
          final double d = a + b + c;
          return d * a;
        }
        static double chained(double x) {
          double a, b;
          float c;
          a = b = c = 3;
          a = b = x * x;
          return a + b * c;
        }
        static double widened(int i, long l, float f) {
          double a = i;
          double b = l;
          double c = f;
          float d = i;
          float e = l;
          long g = i;
          return a + b + c + d + e + g;
        }
        static double blocks(double x) {
          { double y = x * 2; x = y; }
          ;
          { int y = 3; { x += y; } }
          return x;
        }
        """);
  }

  @Test
  void compoundAssignmentsNarrow() {
    Agreement.check(
        """
        static int int_(int i, double x, long l, float f) {
          i += x; i -= l; i *= f; i /= 1.5; i %= 1000L; i <<= l; i >>= 2; i >>>= 1L;
          i &= l; i |= 4; i ^= 9L;
          return i;
        }
        static float float_(float f, double x, int i) {
          f += x; f *= i; f -= 0.1; f /= x; f %= i;
          return f;
        }
        static long long_(long l, double x, float f) { l += x; l *= f; l <<= 70; return l; }
        static boolean boolean_(boolean a, boolean b) { a &= b; a |= !b; a ^= b; return a; }
        static double double_(double x, int i) { x += i; x *= x -= 3; return x; }
        static double value(double x, int i) { return (x += i) * (i -= x) + i + x; }
        """);
  }

  @Test
  void incrementsReturnTheOldOrTheNewValue() {
    Agreement.check(
        """
        static int ints(int i) { return i++ + ++i * i-- - --i + i; }
        static double doubles(double x) { return x++ * ++x - x-- / --x; }
        static float floats(float x) { return x++ - ++x * x--; }
        static long longs(long x) { x++; --x; return ++x + x--; }
        static int self(int i) { i = i++ + i; i += i++ * ++i; return i; }
        """);
  }

  @Test
  void operandsAreEvaluatedFromLeftToRight() {
    Agreement.check(
        """
        static double assigned(double x, double y) { return x * (x = y) + x * (y = 2) - y; }
        static int index(int[] a, int i) { return a[i] + a[i++] * a[i] - a[++i]; }
        static double element(double[] a, int i) { a[i++] += a[i] * (i = 1); return a[i] + i; }
        static double rebound(double[] a, double[] b, int i) {
          return a[(a = b).length - 1] + (a[i] = a[0]) + a[i];
        }
        static int stored(int[] a, int i) {
          a[i] = i = 2;
          a[i] -= a[i]++ + ++a[i];
          return a[i] + i;
        }
        static int indexBeforeValue(int[] a, int[] b, int i, int j) {
          a[i] = b[j];
          return a[i];
        }
        static int loadedBeforeValue(int[] a, int[] b, int i, int j) {
          a[i] += b[j] + (i = 0);
          return a[i];
        }
        static int dividedAfter(int[] a, int i) { a[i++] = 1 / i; return i; }
        """);
  }
}
