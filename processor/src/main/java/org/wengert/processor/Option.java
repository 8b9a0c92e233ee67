package org.wengert.processor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wengert.processor.message.Warning;

/**
 * An option of the processor, given to the compiler as {@code -Aname=value}.
 *
 * @param name begins with {@link #PREFIX}, as no other processor's does
 * @param values what it can be set to, the default first
 */
record Option(String name, List<String> values) {
  static final String PREFIX = "wengert.";

  /** What becomes of all warnings that have no option of their own. */
  static final Option WARNINGS = new Option(PREFIX + "warnings", Severity.names());

  /** What becomes of one kind of warning. */
  static Option of(Warning warning) {
    return new Option(warning.option(), Severity.names());
  }

  private static final List<String> SWITCH = List.of("off", "on");

  /** Whether the Wengert lists of a class are written beside it. */
  static final Option TAPE = flag("tape");

  /** Whether a page that explains a class is written beside it. */
  static final Option EXPLAIN = flag("explain");

  /** Off; on also where no value is given. */
  private static Option flag(String name) {
    return new Option(PREFIX + name, SWITCH);
  }

  /** What it is set to by its name alone, where that is enough. */
  Optional<String> implied() {
    return values.equals(SWITCH) ? Optional.of("on") : Optional.empty();
  }

  /** All there are. */
  static List<Option> all() {
    return Stream.concat(
            Stream.of(WARNINGS, TAPE, EXPLAIN), Stream.of(Warning.values()).map(Option::of))
        .toList();
  }

  /** The one whose name is most like another. */
  static Option nearest(String name) {
    return all().stream()
        .min(Comparator.comparing(option -> edits(option.name, name)))
        .orElseThrow();
  }

  /** How many characters must be changed, added or taken away (Levenshtein 1966). */
  private static int edits(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
