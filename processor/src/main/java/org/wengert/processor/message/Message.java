package org.wengert.processor.message;

/**
 * Everything the processor ever tells a user, in one place. A text says what is not supported, why,
 * and what to write instead; {@code %s} stand for pieces of the user's program.
 */
public enum Message {
  ASSIGNED_FIELD(
      "the field %s is assigned here: a derivative only follows locals, parameters and array"
          + " elements; return the value or write it to an array parameter instead"),
  CONSTANT_ARRAY_MIXED(
      "an array variable may refer to '%1$s', which is a constant here, or to an array that carries a"
          + " derivative, so its elements cannot be told apart; add '%1$s' to wrt or use separate"
          + " variables"),
  CONSTANT_ARRAY_WRITTEN(
      "a value that depends on an active parameter is stored in '%1$s', which is not listed in wrt,"
          + " so its derivative would be lost; add '%1$s' to wrt or store into a local array"),
  ;

  private final String template;

  Message(String template) {
    this.template = template;
  }

  public String format(Object... arguments) {
    return String.format(template, arguments);
  }
}
