package org.wengert.processor.readme;

import java.util.List;
import java.util.stream.Stream;

/** The source files of the README that are compiled together with nothing but each other. */
public final class ReadmePrograms {
  private ReadmePrograms() {}

  public static List<String> all() {
    return Stream.of(
            "A first gradient",
            "Long loops in bounded memory",
            "Second derivatives",
            "Sparse derivatives",
            "Taylor series")
        .flatMap(heading -> Page.readme().section(heading).code("java").stream())
        .toList();
  }
}
