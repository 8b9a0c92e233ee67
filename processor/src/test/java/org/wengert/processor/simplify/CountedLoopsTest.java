package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertWithMessage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;

final class CountedLoopsTest {
  private static boolean isCounted(String condition, String body) {
    String text =
        """
        f(int n, int m, double[] a, boolean p) {
          int one = constant 1
          int two = constant 2
          int r, boolean s = loop n p carries int i, boolean q {
            %s
            yield c
          } do {
            %s
            yield next q
          }
        }
        """
            .formatted(condition.replace("; ", "\n"), body.replace("; ", "\n"));
    Tape tape = TapeText.parse(text);
    Operation last = tape.body().operations().get(2);
    return new CountedLoops(Definitions.of(tape)).isCounted((Operation.Loop) last);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boolean c = lt i m | int next = add i one",
        "boolean c = gt m i | int next = add one i",
        "int v1 = mul m m; boolean c = lt i v1 | int next = add i one",
        "int v1 = constant 2147483646; boolean c = lt i v1 | int next = add i two",
        "int v1 = constant 9; boolean c = le i v1 | int next = add i two",
        "int v1 = length a; int v2 = sub v1 one; boolean c = le i v2 | int next = add i one",
        "boolean c = gt i m | int next = sub i one",
        "int v1 = constant 0; boolean c = ge i v1 | int next = sub i two",
        "int v1 = constant 0; boolean c = le v1 i | int v2 = constant -1; int next = add i v2",
        "int v1 = length a; boolean c = ge i v1 | int next = sub i one",
        "boolean c = ne i m | int next = sub i one",
        "boolean v1 = lt i m; boolean c = and q v1 | int next = add i one",
        "boolean v1 = lt i m; boolean c = branch v1 {; yield q; } else {; boolean v2 = constant"
            + " false; yield v2; } | int next = add i one",
        "boolean v1 = lt i m; boolean c = branch q {; yield v1; } else {; boolean v2 = constant"
            + " false; yield v2; } | int next = add i one",
      })
  void theseEnd(String condition, String body) {
    assertWithMessage("%s do %s", condition, body).that(isCounted(condition, body)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // m may be the largest int, which every int is at most.
        "boolean c = le i m | int next = add i one",
        "boolean c = lt i m | int next = add i two",
        "int v1 = constant 2147483647; boolean c = lt i v1 | int next = add i two",
        "int v1 = sub m one; boolean c = le i v1 | int next = add i one",
        "boolean c = ge i m | int next = sub i one",
        "boolean c = ne i m | int next = add i two",
        "boolean c = lt i m | int next = sub i one",
        "boolean c = gt i m | int next = add i one",
        "boolean c = eq i m | int next = add i one",
        "boolean c = lt i m | int next = add i m",
        "boolean c = lt i m | int next = mul i two",
        "boolean c = lt i m | int next = sub one i",
        "int v1 = sub m i; boolean c = lt i v1 | int next = add i one",
        "boolean c = lt n m | int next = add i one",
        "boolean v1 = lt i m; boolean c = or q v1 | int next = add i one",
        "boolean v1 = lt i m; boolean c = branch v1 {; yield q; } else {; boolean v2 = constant"
            + " true; yield v2; } | int next = add i one",
        "boolean c = ne q p | int next = add i one",
      })
  void theseMayNot(String condition, String body) {
    assertWithMessage("%s do %s", condition, body).that(isCounted(condition, body)).isFalse();
  }
}
