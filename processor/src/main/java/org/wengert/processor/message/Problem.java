package org.wengert.processor.message;

import org.wengert.processor.tape.Location;

/**
 * Something that the user must change.
 *
 * @param text a formatted {@link Message}
 * @param at the expression or statement in question
 */
public record Problem(String text, Location at) {
  public static Problem of(Message message, Location at, Object... arguments) {
    return new Problem(message.format(arguments), at);
  }
}
