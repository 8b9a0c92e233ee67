package org.wengert.processor.tape;

import java.util.List;

/** A tape's own throw: what it would have constructed. */
public final class InterpretedThrow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String exception;
  private final transient List<Object> arguments;

  InterpretedThrow(String exception, List<Object> arguments) {
    super(arguments.isEmpty() ? null : String.valueOf(arguments.get(0)));
    this.exception = exception;
    this.arguments = arguments;
  }

  /** The qualified name of the exception's class. */
  public String exception() {
    return exception;
  }

  /** What its constructor is given. */
  public List<Object> arguments() {
    return arguments;
  }
}
