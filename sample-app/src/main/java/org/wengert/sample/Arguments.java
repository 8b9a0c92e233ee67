package org.wengert.sample;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line asks for.
 *
 * @param examples what to run
 * @param charts where charts go, those of {@code PENDULUM} as well
 */
record Arguments(Set<Example> examples, Path charts) {

  private static final String CHARTS_OPTION = "charts=";

  /** The examples, in the order in which they run. */
  enum Example {
    NIST,
    TEXTBOOK,
    IRIS,
    CURVATURE,
    SCHOOLS,
    PENDULUM,
    CHARTS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads the names of examples; none stands for all. {@code charts=directory} is the same as
   * {@code charts} and says where they go.
   *
   * @throws IllegalArgumentException if there is no such example; the message names all there are
   */
  static Arguments parse(String... arguments) {
    Set<Example> examples =
        arguments.length == 0 ? EnumSet.allOf(Example.class) : EnumSet.noneOf(Example.class);
    Path charts = Path.of("target", "charts");
    for (String argument : arguments) {
      if (argument.startsWith(CHARTS_OPTION)) {
        examples.add(Example.CHARTS);
        charts = Path.of(argument.substring(CHARTS_OPTION.length()));
      } else {
        examples.add(example(argument));
      }
    }
    return new Arguments(examples, charts);
  }

  private static Example example(String name) {
    return Arrays.stream(Example.values())
        .filter(example -> example.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no example is called '"
                        + name
                        + "'; there are "
                        + Arrays.stream(Example.values())
                            .map(Example::toString)
                            .collect(Collectors.joining(", "))
                        + ", and charts=<directory>"));
  }
}
