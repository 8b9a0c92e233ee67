package org.wengert.processor.emit;

import com.palantir.javapoet.TypeName;

/** How a tape's results leave the generated method. */
public sealed interface Results {
  /** The method is {@code void}; the tape has no results. */
  record Nothing() implements Results {}

  /** The method returns the tape's only result. */
  record Single() implements Results {}

  /** The method returns a new record of the tape's results, in order. */
  record AsRecord(TypeName type) implements Results {}

  /**
   * Results that the storage's stack takes, except perhaps the first.
   *
   * @param returns whether the first is returned
   * @param popped how many of the tape's last parameters come from the stack
   * @param bracket what becomes of the storage's marks
   */
  record Stacked(boolean returns, int popped, Bracket bracket) implements Results {}

  /** What a sweep does about the buffers that it and its counterpart take. */
  enum Bracket {
    NONE,
    MARK,
    RELEASE,
    BOTH;

    boolean marks() {
      return this == MARK || this == BOTH;
    }

    boolean releases() {
      return this == RELEASE || this == BOTH;
    }
  }

  static Results nothing() {
    return new Nothing();
  }

  static Results value() {
    return new Single();
  }

  static Results record(TypeName type) {
    return new AsRecord(type);
  }
}
