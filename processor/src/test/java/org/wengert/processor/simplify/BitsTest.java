package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BitsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int v1 = and i i | yield i",
        "boolean v1 = or p p | yield p",
        "boolean v1 = xor p p | boolean v1 = constant false; yield v1",
        "long v1 = xor k k | long v1 = constant 0L; yield v1",
        "int v1 = constant 0; int v2 = and i v1 | int v1 = constant 0; yield v1",
        "int v1 = constant -1; int v2 = and v1 i | yield i",
        "int v1 = constant 0; int v2 = or i v1 | yield i",
        "long v1 = constant -1L; long v2 = or v1 k | long v1 = constant -1L; yield v1",
        "int v1 = constant -1; int v2 = xor i v1 | int v1 = complement i; yield v1",
        "boolean v1 = constant true; boolean v2 = and p v1 | yield p",
        "boolean v1 = constant false; boolean v2 = and p v1"
            + "| boolean v1 = constant false; yield v1",
        "boolean v1 = constant true; boolean v2 = or v1 p | boolean v1 = constant true; yield v1",
        "boolean v1 = constant true; boolean v2 = xor p v1 | boolean v1 = not p; yield v1",
        "int v1 = complement i; int v2 = complement v1 | yield i",
        "int v1 = constant 32; int v2 = shl i v1 | yield i",
        "long v1 = constant 64L; long v2 = ushr k v1 | yield k",
        "long v1 = constant 32L; long v2 = shr k v1"
            + "| long v1 = constant 32L; long v2 = shr k v1; yield v2",
      })
  void bitsAreKnown(String before, String after) {
    assertThat(Expressions.rewritten(before, new Bits())).isEqualTo(after);
  }
}
