package org.wengert.processor.read;

import javax.lang.model.element.ExecutableElement;

/** A method turned out to call itself: reading starts again, with a call in place of its body. */
final class RecursionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ExecutableElement method;

  RecursionException(ExecutableElement method) {
    super(method.toString(), null, false, false);
    this.method = method;
  }

  ExecutableElement method() {
    return method;
  }
}
