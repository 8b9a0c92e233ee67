package org.wengert.processor.proof;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The enum that random programs declare, which is what the oracle computes with as well. */
enum Mode {
  SLOW,
  FAST,
  STILL;

  static String declaration() {
    return Arrays.stream(values())
        .map(Mode::name)
        .collect(Collectors.joining(", ", "enum Mode { ", " }\n"));
  }
}
