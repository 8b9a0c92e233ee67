package org.wengert.processor;

import org.wengert.processor.message.Message;

/**
 * A program that is refused.
 *
 * @param program members of a class, or a class; a mark stands before the place of the error
 */
public record Refusal(Message message, String program, String text) {
  @Override
  public String toString() {
    return message.name();
  }
}
