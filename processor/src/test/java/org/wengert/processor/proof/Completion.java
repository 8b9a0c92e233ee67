package org.wengert.processor.proof;

/**
 * How a statement ends.
 *
 * @param label of a jump; null for the innermost
 * @param result of a return or yield; null if there is none
 */
record Completion(Kind kind, String label, Object result) {
  enum Kind {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN,
    YIELD
  }

  static final Completion NORMAL = new Completion(Kind.NORMAL, null, null);

  boolean isNormal() {
    return kind == Kind.NORMAL;
  }

  /** Whether this jumps to a statement with the label, which may be null. */
  boolean hits(Kind jump, String target) {
    return kind == jump && (label == null || label.equals(target));
  }
}
