package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlgebraTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "double v1 = constant -0.0; double v2 = add x v1 | yield x",
        "double v1 = constant -0.0; double v2 = add v1 x | yield x",
        "int v1 = constant 0; int v2 = add i v1 | yield i",
        "double v1 = neg y; double v2 = add x v1 | double v1 = sub x y; yield v1",
        "double v1 = neg y; double v2 = add v1 x | double v1 = sub x y; yield v1",
        "double v1 = constant 0.0; double v2 = sub x v1 | yield x",
        "double v1 = constant -0.0; double v2 = sub v1 x | double v1 = neg x; yield v1",
        "long v1 = constant 0L; long v2 = sub v1 k | long v1 = neg k; yield v1",
        "int v1 = sub i i | int v1 = constant 0; yield v1",
        "float v1 = neg t; float v2 = sub s v1 | float v1 = add s t; yield v1",
        "double v1 = constant 1.0; double v2 = mul x v1 | yield x",
        "float v1 = constant 1.0f; float v2 = mul v1 s | yield s",
        "double v1 = constant -1.0; double v2 = mul v1 x | double v1 = neg x; yield v1",
        "int v1 = constant 0; int v2 = mul v1 i | int v1 = constant 0; yield v1",
        "double v1 = neg x; double v2 = neg y; double v3 = mul v1 v2"
            + "| double v1 = mul x y; yield v1",
        "double v1 = constant 1.0; double v2 = div x v1 | yield x",
        "long v1 = constant -1L; long v2 = div k v1 | long v1 = neg k; yield v1",
        "double v1 = neg x; double v2 = neg y; double v3 = div v1 v2"
            + "| double v1 = div x y; yield v1",
        "int v1 = constant -1; int v2 = rem i v1 | int v1 = constant 0; yield v1",
        "double v1 = neg x; double v2 = neg v1 | yield x",
      })
  void exactIdentitiesApply(String before, String after) {
    assertThat(Expressions.rewritten(before, new Algebra())).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "double v1 = constant 0.0; double v2 = add x v1",
        "double v1 = constant -0.0; double v2 = sub x v1",
        "double v1 = constant 0.0; double v2 = sub v1 x",
        "double v1 = constant 0.0; double v2 = mul x v1",
        "double v1 = constant 1.0; double v2 = rem x v1",
        "double v2 = sub x x",
        "double v2 = div x x",
        "int v1 = neg i; int v3 = neg j; int v2 = div v1 v3",
        "double named = neg y; double v2 = add x named",
      })
  void otherwiseNothingHappens(String before) {
    String unchanged = before.replace("v2", "last");

    assertThat(Expressions.rewritten(unchanged, new Algebra()))
        .isEqualTo(Expressions.rewritten(unchanged));
  }
}
