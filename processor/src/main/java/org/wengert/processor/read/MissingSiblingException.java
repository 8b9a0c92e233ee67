package org.wengert.processor.read;

/** An annotated method in a class file has no generated derivatives. */
public final class MissingSiblingException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * @param sibling the simple name of the class that should hold them
   */
  public MissingSiblingException(String sibling) {
    super(sibling, null, false, false);
  }
}
