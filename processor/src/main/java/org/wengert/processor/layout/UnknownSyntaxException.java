package org.wengert.processor.layout;

/** Of a line of code that generated classes have no reason to hold. It stays as it is. */
final class UnknownSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
