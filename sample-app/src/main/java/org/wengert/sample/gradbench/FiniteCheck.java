package org.wengert.sample.gradbench;

import java.util.List;
import java.util.Map;

/** Sees to it that nothing is written for which JSON has no notation. */
final class FiniteCheck {

  private FiniteCheck() {}

  /**
   * Looks through all numbers of the value.
   *
   * @throws ArithmeticException if one is infinite or not a number; the message says which
   */
  static void check(Json value) {
    check("output", value);
  }

  private static void check(String where, Json value) {
    if (value instanceof Json.Real real) {
      check(where, real.value());
    } else if (value instanceof Json.Reals reals) {
      double[] numbers = reals.values();
      for (int i = 0; i < numbers.length; i++) {
        if (!Double.isFinite(numbers[i])) {
          check(where + "[" + i + "]", numbers[i]);
        }
      }
    } else if (value instanceof Json.Items items) {
      List<Json> list = items.values();
      for (int i = 0; i < list.size(); i++) {
        check(where + "[" + i + "]", list.get(i));
      }
    } else if (value instanceof Json.Fields fields) {
      for (Map.Entry<String, Json> field : fields.values().entrySet()) {
        check(where + "." + field.getKey(), field.getValue());
      }
    }
  }

  private static void check(String where, double number) {
    if (!Double.isFinite(number)) {
      throw new ArithmeticException(where + " is " + number + ", which JSON cannot express");
    }
  }
}
