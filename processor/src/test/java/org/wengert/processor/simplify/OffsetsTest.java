package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OffsetsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int v1 = constant 1; int v2 = sub i v1; int v3 = sub v2 v1"
            + "| int v1 = constant 2; int v2 = sub i v1; yield v2",
        "int v1 = constant 1; int v2 = add v1 i; int v3 = constant 3; int v4 = add v2 v3"
            + "| int v1 = constant 4; int v2 = add i v1; yield v2",
        "long v1 = constant 1L; long v2 = sub k v1; long v3 = constant 2L; long v4 = add v3 v2"
            + "| long v1 = constant 1L; long v2 = add k v1; yield v2",
        "int v1 = constant 1; int v2 = add i v1; int v3 = sub v2 v1 | yield i",
        "int v1 = constant 2147483647; int v2 = add i v1; int v3 = constant 1; int v4 = add v2 v3"
            + "| int v1 = constant -2147483648; int v2 = sub i v1; yield v2",
        "double v1 = constant 1.0; double v2 = add x v1; double v3 = sub v2 v1"
            + "| double v1 = constant 1.0; double v2 = add x v1; double v3 = sub v2 v1; yield v3",
        "int v1 = constant 1; int last = sub i v1; int v2 = sub last v1"
            + "| int v1 = constant 1; int last = sub i v1; int v2 = sub last v1; yield v2",
        "int v1 = constant 1; int v2 = sub v1 i; int v3 = sub v2 v1"
            + "| int v1 = constant 1; int v2 = sub v1 i; int v3 = sub v2 v1; yield v3",
      })
  void constantsAddUp(String before, String after) {
    assertThat(Expressions.rewritten(before, new Offsets())).isEqualTo(after);
  }
}
