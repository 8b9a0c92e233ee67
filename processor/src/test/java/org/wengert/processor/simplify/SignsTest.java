package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.processor.tape.Tape;

final class SignsTest {
  private static String rewritten(String operations) {
    Tape tape = Expressions.parse(operations);
    return Expressions.rewritten(tape, new Signs(UseCounts.of(tape)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "double v1 = neg x; double v2 = mul v1 y; double v3 = add y v2"
            + "| double v1 = mul x y; double v2 = sub y v1; yield v2",
        "double v1 = neg x; double v2 = div y v1; double v3 = add v2 y"
            + "| double v1 = div y x; double v2 = sub y v1; yield v2",
        "float v1 = constant -2.0f; float v2 = mul s v1; float v3 = add t v2"
            + "| float v1 = constant 2.0f; float v2 = mul s v1; float v3 = sub t v2; yield v3",
        "int v1 = neg i; int v2 = mul v1 j; int v3 = sub j v2"
            + "| int v1 = mul i j; int v2 = add j v1; yield v2",
      })
  void aSignMovesToTheSum(String before, String after) {
    assertThat(rewritten(before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The difference of zeros is a positive zero, whichever is taken from which.
        "double v1 = neg x; double v2 = mul v1 y; double v3 = sub v2 y; yield v3",
        "int v1 = neg i; int v2 = div v1 j; int v3 = add j v2; yield v3",
        "double minus = neg x; double v1 = mul minus y; double v2 = add y v1; yield v2",
        "double v1 = neg x; double v2 = mul v1 v1; double v3 = add y v2; yield v3",
        "double v1 = constant -0.0; double v2 = mul x v1; double v3 = add y v2; yield v3",
      })
  void otherwiseNothingHappens(String text) {
    assertThat(rewritten(text.substring(0, text.lastIndexOf("; yield")))).isEqualTo(text);
  }
}
