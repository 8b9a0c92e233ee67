package org.wengert.processor.incremental;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one file. */
record Source(String text) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?s)^package ([\\w.]+);.*?public (?:final )?(?:class|enum|record|@?interface) (\\w+)");

  /** The qualified name of the class in it. */
  String name() {
    Matcher matcher = NAME.matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException(text);
    }
    return matcher.group(1) + "." + matcher.group(2);
  }

  /** The same with a piece replaced, which has to be there. */
  Source with(String piece, String other) {
    if (!text.contains(piece)) {
      throw new IllegalArgumentException(piece + " is not in\n" + text);
    }
    return new Source(text.replace(piece, other));
  }
}
