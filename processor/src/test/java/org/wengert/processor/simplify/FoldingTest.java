package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoldingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int a = constant 2147483647; int b = constant 1; int c = add a b"
            + "| int c = constant -2147483648; yield c",
        "int a = constant -7; int b = constant 2; int c = rem a b | int c = constant -1; yield c",
        "int a = constant -7; int b = constant 33; int c = ushr a b"
            + "| int c = constant 2147483644; yield c",
        "long a = constant 1L; int b = constant 65; long c = shl a b"
            + "| long c = constant 2L; yield c",
        "float a = constant 0.1f; float b = constant 0.2f; float c = add a b"
            + "| float c = constant 0.3f; yield c",
        "double a = constant 0.1; double b = constant 0.2; double c = add a b"
            + "| double c = constant 0.30000000000000004; yield c",
        "double a = constant -0.0; double c = neg a | double c = constant 0.0; yield c",
        "double a = constant 0.0; double b = constant 0.0; double c = div a b"
            + "| double c = constant NaN; yield c",
        "double a = constant NaN; double b = constant NaN; boolean c = ne a b"
            + "| boolean c = constant true; yield c",
        "double a = constant 0.0; double b = constant -0.0; double c = Math.min a b"
            + "| double c = constant -0.0; yield c",
        "double a = constant 2.0; double c = Math.sqrt a"
            + "| double c = constant 1.4142135623730951; yield c",
        "double a = constant 1.0E10; int c = to_int a | int c = constant 2147483647; yield c",
        "long a = constant 9007199254740993L; double c = to_double a"
            + "| double c = constant 9.007199254740992E15; yield c",
        "boolean a = constant true; boolean b = constant false; boolean c = and a b"
            + "| boolean c = constant false; yield c",
      })
  void constantsBecomeOneConstant(String before, String after) {
    assertThat(Expressions.rewritten(before, new Folding())).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int a = constant 1; int b = constant 0; int c = div a b",
        "long a = constant 1L; long b = constant 0L; long c = rem a b",
        "int a = constant 2147483647; int c = Math.incrementExact a",
        "double a = constant 1.0; double c = Math.sin a",
        "double a = constant 1.0; double c = add a x",
      })
  void whatThrowsOrIsNotExactStays(String before) {
    assertThat(Expressions.rewritten(before, new Folding())).isEqualTo(before + "; yield c");
  }
}
