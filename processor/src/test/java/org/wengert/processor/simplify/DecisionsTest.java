package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecisionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boolean v1 = le i i | boolean v1 = constant true; yield v1",
        "boolean v1 = ne k k | boolean v1 = constant false; yield v1",
        "boolean v1 = lt x x | boolean v1 = constant false; yield v1",
        "boolean v1 = eq x x | boolean v1 = eq x x; yield v1",
        "boolean v1 = constant true; boolean v2 = eq p v1 | yield p",
        "boolean v1 = constant true; boolean v2 = ne v1 p | boolean v1 = not p; yield v1",
        "boolean v1 = not p; boolean v2 = not v1 | yield p",
        "boolean v1 = lt i j; boolean v2 = not v1 | boolean v1 = ge i j; yield v1",
        "boolean v1 = ge k l; boolean v2 = not v1 | boolean v1 = lt k l; yield v1",
        "boolean v1 = eq x y; boolean v2 = not v1 | boolean v1 = ne x y; yield v1",
        "boolean v1 = lt x y; boolean v2 = not v1"
            + "| boolean v1 = lt x y; boolean v2 = not v1; yield v2",
        "boolean low = lt i j; boolean v1 = not low"
            + "| boolean low = lt i j; boolean v1 = not low; yield v1",
        "boolean v1 = constant false; double v2 = select v1 x y | yield y",
        "double v1 = select p x x | yield x",
        "double v1 = constant 0.0; double v2 = constant -0.0; double v3 = select p v1 v2"
            + "| double v1 = constant 0.0; double v2 = constant -0.0;"
            + " double v3 = select p v1 v2; yield v3",
        "double v1 = constant NaN; double v2 = constant NaN; double v3 = select p v1 v2"
            + "| double v1 = constant NaN; yield v1",
        "boolean v1 = constant true; boolean v2 = constant false; boolean v3 = select p v1 v2"
            + "| yield p",
        "boolean v1 = constant true; boolean v2 = constant false; boolean v3 = select p v2 v1"
            + "| boolean v1 = not p; yield v1",
        "boolean v1 = not p; double v2 = select v1 x y | double v1 = select p y x; yield v1",
      })
  void decisionsAreMadeWhereTheyCan(String before, String after) {
    assertThat(Expressions.rewritten(before, new Decisions())).isEqualTo(after);
  }
}
