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
