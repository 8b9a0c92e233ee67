package org.wengert.processor.message;

/**
 * Everything the processor ever tells a user, in one place. A text says what is not supported, why,
 * and what to write instead; {@code %s} stand for pieces of the user's program.
 */
public enum Message {
  ASSIGNED_FIELD(
      "the field %s is assigned here: a derivative only follows locals, parameters and array"
          + " elements; return the value or write it to an array parameter instead"),
  ;

  private final String template;

  Message(String template) {
    this.template = template;
  }

  public String format(Object... arguments) {
    return String.format(template, arguments);
  }
}
