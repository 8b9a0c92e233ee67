package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.processor.tape.Tape;

final class NarrowingTest {
  private static String rewritten(String operations) {
    Tape tape = Expressions.parse(operations);
    return Expressions.rewritten(tape, new Narrowing(UseCounts.of(tape)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "long v1 = to_long i; long v2 = to_long j; long v3 = mul v1 v2; int v4 = to_int v3"
            + "| int v1 = mul i j; yield v1",
        "long v1 = to_long i; long v2 = constant 4294967298L; long v3 = add v1 v2;"
            + " int v4 = to_int v3 | int v1 = constant 2; int v2 = add i v1; yield v2",
        "long v1 = to_long i; long v2 = constant 0L; long v3 = Math.max v1 v2; int v4 ="
            + " Math.toIntExact v3 | int v1 = constant 0; int v2 = Math.max i v1; yield v2",
        "long v1 = to_long i; int v2 = Math.toIntExact v1 | yield i",
        // No wider than an int, though its operand is.
        "long v1 = to_long i; long v2 = constant 1L; long v3 = sub v1 v2; long v4 = constant 0L;"
            + " long v5 = Math.max v3 v4; int v6 = Math.toIntExact v5"
            + "| long v1 = to_long i; long v2 = constant 1L; long v3 = sub v1 v2;"
            + " long v4 = constant 0L; long v5 = Math.max v3 v4; int v6 = Math.toIntExact v5;"
            + " yield v6",
        "long v1 = to_long i; long v2 = constant 1L; long v3 = add v1 v2;"
            + " int v4 = Math.toIntExact v3"
            + "| long v1 = to_long i; long v2 = constant 1L; long v3 = add v1 v2;"
            + " int v4 = Math.toIntExact v3; yield v4",
        "long v1 = to_long i; long v2 = constant 2L; long v3 = div v1 v2; int v4 = to_int v3"
            + "| long v1 = to_long i; long v2 = constant 2L; long v3 = div v1 v2;"
            + " int v4 = to_int v3; yield v4",
        "long v1 = to_long i; long v2 = mul v1 k; int v3 = to_int v2"
            + "| long v1 = to_long i; long v2 = mul v1 k; int v3 = to_int v2; yield v3",
      })
  void whatFitsIsDoneInInts(String before, String after) {
    assertThat(rewritten(before)).isEqualTo(after);
  }
}
