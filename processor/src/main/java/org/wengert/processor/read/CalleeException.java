package org.wengert.processor.read;

import org.wengert.processor.message.Message;

/** A method cannot be called as it is declared. */
public final class CalleeException extends Exception {
  private static final long serialVersionUID = 1;

  private final Message template;
  private final transient Object[] arguments;

  public CalleeException(Message template, Object... arguments) {
    super(template.format(arguments), null, false, false);
    this.template = template;
    this.arguments = arguments;
  }

  Message template() {
    return template;
  }

  Object[] arguments() {
    return arguments.clone();
  }
}
