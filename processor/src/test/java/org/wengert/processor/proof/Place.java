package org.wengert.processor.proof;

import java.util.function.Supplier;

/** What can be assigned. */
sealed interface Place extends Expr permits Element, Variable {

  /** A place whose array and index are evaluated. */
  record Reference(Supplier<Object> read, java.util.function.Consumer<Object> write) {}

  Reference reference(Frame frame);

  @Override
  default Object value(Frame frame) {
    return reference(frame).read().get();
  }
}
