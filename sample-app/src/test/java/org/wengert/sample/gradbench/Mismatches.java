package org.wengert.sample.gradbench;

import java.util.ArrayList;
import java.util.List;

/** Compares an output with the expected one as GradBench does, number by number. */
final class Mismatches {

  /** Whether two numbers agree, the expected one first. */
  @FunctionalInterface
  interface Agreement {
    boolean test(double expected, double actual);
  }

  /** GradBench's own rule. */
  static final Agreement GRADBENCH =
      (a, b) -> Math.abs(a - b) / Math.max(1, Math.abs(a) + Math.abs(b)) <= 1e-4;

  private final Agreement agreement;
  private final List<String> found = new ArrayList<>();

  private Mismatches(Agreement agreement) {
    this.agreement = agreement;
  }

  /** Returns where the two differ and how, empty if they agree. */
  static List<String> of(Json expected, Json actual, Agreement agreement) {
    Mismatches mismatches = new Mismatches(agreement);
    mismatches.compare("output", expected, actual);
    return mismatches.found;
  }

  private void compare(String where, Json expected, Json actual) {
    if (expected instanceof Json.Fields a && actual instanceof Json.Fields b) {
      if (!a.values().keySet().equals(b.values().keySet())) {
        found.add(where + ": " + a.values().keySet() + " but " + b.values().keySet());
        return;
      }
      a.values().forEach((key, value) -> compare(where + "." + key, value, b.values().get(key)));
    } else if (expected instanceof Json.Items a && actual instanceof Json.Items b) {
      sameSize(where, a.values().size(), b.values().size());
      for (int i = 0; i < Math.min(a.values().size(), b.values().size()); i++) {
        compare(where + "[" + i + "]", a.values().get(i), b.values().get(i));
      }
    } else if (expected instanceof Json.Reals a && actual instanceof Json.Reals b) {
      sameSize(where, a.values().length, b.values().length);
      for (int i = 0; i < Math.min(a.values().length, b.values().length); i++) {
        compare(where + "[" + i + "]", a.values()[i], b.values()[i]);
      }
    } else if (expected instanceof Json.Whole a && actual instanceof Json.Whole b) {
      if (a.value() != b.value()) {
        found.add(where + ": " + a.value() + " but " + b.value());
      }
    } else {
      compare(where, Input.real(where, expected), Input.real(where, actual));
    }
  }

  private void sameSize(String where, int expected, int actual) {
    if (expected != actual) {
      found.add(where + ": " + expected + " elements but " + actual);
    }
  }

  private void compare(String where, double expected, double actual) {
    if (!agreement.test(expected, actual)) {
      found.add(where + ": " + expected + " but " + actual);
    }
  }
}
