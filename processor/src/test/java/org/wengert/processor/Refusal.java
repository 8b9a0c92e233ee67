package org.wengert.processor;

import org.wengert.processor.message.Message;

/**
 * A program that is refused.
 *
 * @param program members of a class, or a class; « and » stand around what the error must cover, a
 *     mark before the place that it must show
 */
public record Refusal(Message message, String program, String text) {
  /** The program without the marks of what is covered. */
  public String compiled() {
    return program.replaceAll("[«»]", "");
  }

  @Override
  public String toString() {
    return message.name();
  }
}
