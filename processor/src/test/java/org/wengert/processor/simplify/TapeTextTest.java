package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.wengert.processor.tape.Printer;

final class TapeTextTest {
  @Test
  void whatIsReadPrintsTheSame() {
    String text =
        """
        f(double x, int n, double[] a, java.lang.String s) {
          double v1 = constant -0.0
          float v2 = constant 1.5f
          long v3 = constant -2L
          int v4 = constant 0
          double[] b = constant null
          double v5 = static java.lang.Math.PI @7
          double v6 = Math.pow x v5 @8
          boolean v7 = lt v4 n
          double y = branch v7 {
            double v8 = load a v4
            yield v8
          } else {
            throw java.lang.IllegalArgumentException("n = " + n, s)
          }
          double total, int v9 = loop y v4 carries double sum, int i {
            boolean v10 = lt i n
            yield v10
          } do {
            int v11 = constant 1
            int v12 = add i v11
            store a i sum
            yield v6 v12
          }
          loop {
            boolean v13 = constant false
            yield v13
          } do {
          }
          int v14 = length a
          double[] v15 = new v14
          double[] v16 = clone v15
          double[] v17 = acquire v14
          double[] v18 = reserve v17 n
          call g a v18
          yield total
        }
        """;

    assertThat(Printer.print(TapeText.parse(text))).isEqualTo(text);
  }
}
