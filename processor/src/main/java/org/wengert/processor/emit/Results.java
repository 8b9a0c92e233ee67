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
