package org.wengert.processor.emit;

import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.CloneArray;
import org.wengert.processor.tape.Operation.Constant;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Operation.Length;
import org.wengert.processor.tape.Operation.Load;
import org.wengert.processor.tape.Operation.NewArray;
import org.wengert.processor.tape.Operation.ReadStatic;

/** How freely an operation can be evaluated later than where it stands. */
enum Effect {
  /** At any time. */
  NONE,
  /** Reads memory or may throw: its order among others of this kind and among effects counts. */
  ORDERED,
  /** Changes something, or decides what is evaluated. */
  STATEMENT;

  static Effect of(Operation operation) {
    if (operation instanceof Constant) {
      return NONE;
    }
    if (operation instanceof ReadStatic read) {
      return read.fixed() ? NONE : ORDERED;
    }
    if (operation instanceof Elementary elementary) {
      return elementary.mayThrow() ? ORDERED : NONE;
    }
    if (operation instanceof Load
        || operation instanceof Length
        || operation instanceof NewArray
        || operation instanceof CloneArray) {
      return ORDERED;
    }
    return STATEMENT;
  }
}
