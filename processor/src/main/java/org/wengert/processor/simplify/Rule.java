package org.wengert.processor.simplify;

import org.wengert.processor.tape.Operation;

/** A way to rewrite an operation that the {@link Rewriter} comes by. */
interface Rule {
  /**
   * Takes the place of an operation whose operands are current already and whose blocks are not yet
   * rewritten: emits other operations, or replaces its results by existing values, or both.
   *
   * @return false where the rule has nothing to say, and has done nothing
   */
  boolean apply(Operation operation, Rewriter rewriter);

  /** A block begins: what is defined from here on is visible in it only. */
  default void open() {}

  /** The innermost open block ends. */
  default void close() {}
}
