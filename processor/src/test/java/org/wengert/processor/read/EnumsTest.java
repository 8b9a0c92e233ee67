package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

class EnumsTest {
  @Test
  void comparisons() {
    Agreement.check(
        """
        static double equal(double x, java.util.concurrent.TimeUnit u, java.util.concurrent.TimeUnit v) {
          if (u == java.util.concurrent.TimeUnit.DAYS) return x;
          if (v != java.util.concurrent.TimeUnit.HOURS && u != v) x++;
          java.util.concurrent.TimeUnit w = u == null ? v : x > 0 ? java.util.concurrent.TimeUnit.SECONDS : null;
          return null == w ? -x : w == u ? 2 * x : 3 * x;
        }
        static double helpers(double x, java.util.concurrent.TimeUnit u) {
          return scaled(x, u) + scaled(x, java.util.concurrent.TimeUnit.DAYS) + scaled(x, null);
        }
        private static double scaled(double x, java.util.concurrent.TimeUnit u) {
          return u == java.util.concurrent.TimeUnit.DAYS ? x * 24 : x;
        }
        static double arrays(double x, java.util.concurrent.TimeUnit[] us) {
          java.util.concurrent.TimeUnit last = null;
          for (java.util.concurrent.TimeUnit u : us) { if (u == last) x *= 2; last = u; }
          us[0] = us[1];
          java.util.concurrent.TimeUnit[] own = {last, us[2], null};
          return own[0] == own[1] ? x : -x;
        }
        static double thrown(double x, java.util.concurrent.TimeUnit u) {
          if (x > 0) throw new IllegalStateException("unit " + u);
          return x;
        }
        """);
  }

  @Test
  void switches() {
    Agreement.check(
        """
        static double statement(double x, java.util.concurrent.TimeUnit u) {
          switch (u) {
            case DAYS: x *= 24;
            case HOURS: x *= 60; break;
            case SECONDS: return x;
            default: x = -x; break;
            case NANOSECONDS: x++;
          }
          return 2 * x;
        }
        static double exhaustive(double x, java.util.concurrent.TimeUnit u) {
          return switch (u) {
            case DAYS -> 24;
            case HOURS, MINUTES -> x;
            case SECONDS, MICROSECONDS, MILLISECONDS -> { if (x > 0) yield 2; yield x * x; }
            case NANOSECONDS -> x + 1;
          };
        }
        static double arrow(double x, java.util.concurrent.TimeUnit u) {
          switch (u) { case DAYS -> x = 1; case HOURS -> { x *= 2; } }
          return x;
        }
        static double chosen(double x, java.util.concurrent.TimeUnit u, java.util.concurrent.TimeUnit v) {
          for (int i = 0; i < 3; i++) {
            switch (i == 1 ? u : v) { case DAYS: x++; continue; case HOURS: return x; default: }
            x *= 2;
          }
          return x;
        }
        """);
  }
}
