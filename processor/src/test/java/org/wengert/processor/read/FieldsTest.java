package org.wengert.processor.read;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.wengert.processor.tape.Printer;

class FieldsTest {
  @Test
  void finalFieldsAreRead() {
    Agreement.check(
        Program.ofFile(
            """
            import static org.wengert.processor.read.Figures.*;
            import org.wengert.processor.read.Figures;

            class Subject {
              private static final int SEVEN = 3 + 4;
              static double f(double x) { return x * ROOT + Figures.THIRD - LARGE * HUGE; }
              static double g(double x) { return Figures.ON ? CONSTANT * x : SEVEN + Math.PI; }
              static double h(float x, int n) { n = SEVEN; x = LARGE; double y = HUGE; return y * n + x; }
              static boolean on() { return ON; }
            }
            """));
  }

  @Test
  void allTypes() {
    Agreement.check(
        Program.ofFile(
            """
            import static org.wengert.processor.read.Figures.*;

            class Subject {
              static double arrays(double x, int n) {
                double s = TABLE[n] * x + ROWS[n & 3][0] + SMALL[n & 1] + TABLE.length;
                for (double[] row : ROWS) for (double v : row) s += v;
                return s;
              }
              static double chosen(double[] w, int n) {
                double[] a = n > 2 ? TABLE : w;
                double[] b = TABLE.clone();
                b[0] = a[1];
                return b[0] + a[0] + (a == TABLE ? 1 : 2);
              }
              static double others(double x) { return UNIT == java.util.concurrent.TimeUnit.DAYS ? x * LETTER : x; }
              static double mutable(double x, int n) { return changing * x + replaced[n & 1] + replaced.length; }
            }
            """));
  }

  @Test
  void constantsAreFigures() {
    Program program =
        Program.of(
            """
            private static final int SEVEN = 3 + 4;
            static double f(double x) { return SEVEN * x + Math.PI; }
            """);
    assertThat(Printer.print(program.tape("f")))
        .isEqualTo(
            """
            f(double x) {
              double v1 = constant 7.0 @3
              double v2 = mul v1 x @3
              double v3 = constant 3.141592653589793 @3
              double v4 = add v2 v3 @3
              yield v4
            }
            """);
  }
}
