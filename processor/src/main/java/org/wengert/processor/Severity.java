package org.wengert.processor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What becomes of a warning. */
enum Severity {
  ON,
  OFF,
  ERROR;

  /** As options spell it. */
  private String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> names() {
    return Stream.of(values()).map(Severity::spelling).toList();
  }

  static Severity spelled(String text) {
    return Stream.of(values())
        .filter(severity -> severity.spelling().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
