package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

/** The types {@code byte}, {@code short} and {@code char}, and every conversion. */
class NarrowTypesTest {
  @Test
  void locals() {
    Agreement.check(
        """
        static int casts(int n) {
          byte b = (byte) n; short s = (short) n; char c = (char) n;
          return b + 1000 * s - 7 * c + (byte) (n * 100) + (char) -n + (short) (n << 15);
        }
        static long fromWide(long n, double x, float f) {
          byte b = (byte) n; short s = (short) x; char c = (char) f; byte d = (byte) x; short e = (short) n;
          char g = (char) n; byte h = (byte) f; int i = (int) x; long l = (long) x; int j = (int) f; long m = (long) f;
          return b + 3L * s + 5L * c + 7L * d + 11L * e + 13L * g + h + i + l + j + m + (int) n;
        }
        static double toWide(byte b, short s, char c, int n) {
          double x = b; float f = s; long l = c; int i = s;
          double y = (char) n;
          return x + f / 3 + l * 5 + i + y + (b + s) * c + b / 2.5f;
        }
        static int compound(int n, double x, long l) {
          byte b = 100; short s = 1; char c = 'x';
          b += n; b *= 3; b -= x; b /= 2; b <<= 3; b >>>= 1; b >>= 1; b ^= 0x55; b |= 4; b &= l; b %= 7;
          s += 40000; s *= x; s -= l; s <<= n; s >>>= 2;
          c += n; c *= 1000; c -= x; c >>= 1; c |= l; c /= 3;
          return b + 31 * s + 7 * c;
        }
        static long wholes(int n, double x, float f, long l) {
          int i = n; long k = l;
          i += x; i *= f; i -= l; i /= 1.5; i %= 1000L; i <<= l; i >>>= 3L; i ^= l;
          k += x; k *= f; k <<= n; k >>>= n; k -= 'a'; f *= x; f += l; f /= n;
          return i * 17L + k + (long) f;
        }
        static int steps(byte b, short s, char c) {
          int t = b++ + ++b; t = 3 * t + s-- - --s; t = 5 * t + c++; c--; --c;
          return t + b - 2 * s + 4 * c;
        }
        static int shifts(byte b, char c, long l, int n) {
          return (b << c) + (b >>> 3) + (c >> 2) + (int) (l >>> b) + (n >>> l) + (~b) + -c + +c + (b & c ^ n | 5);
        }
        static int chars(char c) {
          if (c >= 'a' && c <= 'z') return c - 'a';
          if (c == '0' || c < '\\n') return -1;
          return c > 'Z' ? 'b' : c;
        }
        static int select(byte b, boolean on) {
          byte d = on ? b : 5;
          char c = on ? 'x' : '\\u1234';
          int k = on ? b : 1000;
          return d + 2 * c + k;
        }
        static boolean bits(boolean a, boolean b, int n) {
          boolean c = a & b | n > 2 ^ a; c &= n < 9; c |= a; c ^= b; return c != (a == b);
        }
        static int divisions(byte b, short s, int n) { return n / b + n % s; }
        static long longDivisions(long l, char c, int n) { return l / c - l % n; }
        static final char LETTER = 'L';
        static final byte NEGATIVE = -3;
        static final short[] UNUSED = {1};
        static int constants(int n) { final byte two = 2; byte b = two + 3; char c = LETTER; c += NEGATIVE; return b + c + n; }
        static int selected(byte b, char c, short s) {
          switch (b) { case 1: return 10; case -1: return 20; default: }
          switch (c) { case 'a' -> { return 1; } case 65535 -> { return 2; } default -> { } }
          return switch (s) { case 3, 4 -> 7; default -> s; };
        }
        static int helpers(short s, byte b) { return (char) (twice(s) + twice(b) + doubled('c')); }
        static int twice(short s) { s *= 2; return s; }
        static int doubled(char c) { return c += c; }
        """);
  }

  @Test
  void arrays() {
    Agreement.check(
        """
        static int bytes(byte[] a, int i, int n) {
          a[i] = (byte) n; a[0] += n; a[1]++; --a[2]; a[3] *= 1.5; int k = a[i] = 7; a[i] <<= n;
          return a[0] + a[1] + k;
        }
        static double chars(char[] a, int i, int n) {
          a[0] = 'x'; a[1] = (char) n; a[i] -= 1; a[2] = a[1]; double s = 0;
          for (char c : a) s += c; for (int c : a) s = s * 2 + c; for (double c : a) s -= c;
          return s + a[a[3] & 3];
        }
        static int created(int n, byte m) {
          short[] a = new short[3]; a[0] = (short) n; short[] b = {1, -2, m}; char[] c = new char[] {'a', 98};
          byte[] d = {(byte) n, 5}; byte[] e = d.clone(); e[0]++;
          short old = a[0]++;
          return a[0] + b[2] * c[1] + d[0] + 3 * e[0] + a.length + old;
        }
        static int moved(short[] a, short[] b) { short[] c = a.length > 3 ? a : b; c[1] = c[0]; return c[1] > 2 ? c[1] : c[2]; }
        """);
  }

  @Test
  void floats() {
    Agreement.check(
        """
        static float casts(double x, float f, long l, int n) {
          float g = (float) x; g += x; g *= f; g -= l; g /= n; g += 0.1; g++; float h = n; float i = l;
          return g + (float) (x * f) + h * i + (float) (double) f;
        }
        static double widened(double x, float f) { double d = f; d += (float) x; d *= f * f; return d + (double) (float) d - (float) 0.1; }
        static double mixed(float f, int n, long l) { return f * n + l * f + n / 3 + l / 7 * 0.1f; }
        static strictfp double strict(double x, float f) { return x * f + f / 3; }
        """);
  }
}
