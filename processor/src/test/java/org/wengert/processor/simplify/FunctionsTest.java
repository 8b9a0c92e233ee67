package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FunctionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "double v1 = Math.max x x | yield x",
        "double v1 = Math.abs x; double v2 = Math.abs v1 | double v1 = Math.abs x; yield v1",
        "double v1 = neg x; double v2 = Math.abs v1 | double v1 = Math.abs x; yield v1",
        "double v1 = constant 1.0; double v2 = Math.pow x v1 | yield x",
        "double v1 = constant 0.0; double v2 = Math.pow x v1 | double v1 = constant 1.0; yield v1",
        "double v1 = constant -0.0; double v2 = StrictMath.pow x v1"
            + "| double v1 = constant 1.0; yield v1",
        "double v1 = constant 2.0; double v2 = Math.pow x v1"
            + "| double v1 = constant 2.0; double v2 = Math.pow x v1; yield v2",
      })
  void promisesOfMathAreKept(String before, String after) {
    assertThat(Expressions.rewritten(before, new Functions())).isEqualTo(after);
  }
}
