package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "double v1 = to_double x | yield x",
        "long v1 = to_long i; int v2 = to_int v1 | yield i",
        "double v1 = to_double i; int v2 = to_int v1 | yield i",
        "double v1 = to_double s; float v2 = to_float v1 | yield s",
        "long v1 = to_long i; double v2 = to_double v1 | double v1 = to_double i; yield v1",
        "double v1 = to_double i; float v2 = to_float v1 | float v1 = to_float i; yield v1",
        "float v1 = to_float i; int v2 = to_int v1"
            + "| float v1 = to_float i; int v2 = to_int v1; yield v2",
        "double v1 = to_double k; long v2 = to_long v1"
            + "| double v1 = to_double k; long v2 = to_long v1; yield v2",
        "float v1 = to_float x; double v2 = to_double v1"
            + "| float v1 = to_float x; double v2 = to_double v1; yield v2",
      })
  void exactConversionsVanish(String before, String after) {
    assertThat(Expressions.rewritten(before, new Conversions())).isEqualTo(after);
  }
}
