package org.wengert.processor.source;

import org.wengert.processor.tape.Location;

/** A place in a file, in words. */
final class Excerpt {
  private static final int LONGEST = 60;

  private Excerpt() {}

  /** {@code [line 23, column 88: Math.abs(x)]}, with what stands there on one line, if short. */
  static String of(String text, Location at) {
    int lineStart =
        Math.max(text.lastIndexOf('\n', at.start() - 1), text.lastIndexOf('\r', at.start() - 1))
            + 1;
    int column = at.start() - lineStart + 1;
    String piece = text.substring(at.start(), at.end()).strip().replaceAll("\\s+", " ");
    String shown = piece.length() > LONGEST ? piece.substring(0, LONGEST) + "..." : piece;
    return "[line " + at.line() + ", column " + column + ": " + shown + "]";
  }
}
