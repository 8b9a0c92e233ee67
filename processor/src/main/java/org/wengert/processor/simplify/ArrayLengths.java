package org.wengert.processor.simplify;

import org.wengert.processor.tape.Operation;

/** The length of a new array is known where the array was made. */
final class ArrayLengths implements Rule {
  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (operation instanceof Operation.Length length
        && rewriter.definition(length.array()).orElse(null)
            instanceof Operation.NewArray creation) {
      rewriter.replace(length.result(), creation.lengths().get(0));
      return true;
    }
    return false;
  }
}
