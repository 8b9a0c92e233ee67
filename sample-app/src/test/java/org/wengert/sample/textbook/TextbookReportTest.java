package org.wengert.sample.textbook;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TextbookReportTest {

  @Test
  void theTablesAreTheSurveys() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TextbookReport(new PrintStream(bytes, true, StandardCharsets.UTF_8)).run();
    assertThat(bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"))
        .endsWith(
            """
            y = ln(x1) + x1*x2 - sin(x2) at (2.0, 5.0)

            primal                  value
            -----------------------------
            v-1     = x1         2.000000
            v0      = x2         5.000000
            v1      = ln v-1     0.693147
            v2      = v-1 * v0  10.000000
            v3      = sin v0    -0.958924
            v4      = v1 + v2   10.693147
            v5      = v4 - v3   11.652071

            tangent                            x1' = 1   x2' = 1
            ----------------------------------------------------
            v-1'     = x1'                    1.000000  0.000000
            v0'      = x2'                    0.000000  1.000000
            v1'      = v-1' / v-1             0.500000  0.000000
            v2'      = v-1' * v0 + v-1 * v0'  5.000000  2.000000
            v3'      = v0' * cos v0           0.000000  0.283662
            v4'      = v1' + v2'              5.500000  2.000000
            v5'      = v4' - v3'              5.500000  1.716338

            adjoint                                 y_ = 1
            ----------------------------------------------
            v5_      = y_                         1.000000
            v4_      = v5_                        1.000000
            v3_      = -v5_                      -1.000000
            v2_      = v4_                        1.000000
            v1_      = v4_                        1.000000
            v0_      = v2_ * v-1 + v3_ * cos v0   1.716338
            v-1_     = v1_ / v-1 + v2_ * v0       5.500000

            gradient of the function in one piece: y = 11.652071, (5.500000, 1.716338)

            """);
  }
}
