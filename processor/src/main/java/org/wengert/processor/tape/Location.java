package org.wengert.processor.tape;

/**
 * The piece of source text that an operation came from.
 *
 * @param line one-based line of its first character, 0 where there is no counterpart in the source
 * @param start offset of its first character in the file
 * @param end offset after its last character
 */
public record Location(int line, int start, int end) {
  public static final Location NONE = new Location(0, 0, 0);
}
