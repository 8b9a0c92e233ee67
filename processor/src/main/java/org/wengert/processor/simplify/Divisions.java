package org.wengert.processor.simplify;

import java.util.Optional;
import java.util.function.Function;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** Which integer divisions cannot fail. */
final class Divisions {
  private Divisions() {}

  /** Whether the operation is a division or remainder by a constant other than zero. */
  static boolean isSafe(
      Operation.Elementary operation, Function<Value, Optional<Object>> literals) {
    return (operation.operator() == Arithmetic.DIV || operation.operator() == Arithmetic.REM)
        && literals
            .apply(operation.inputs().get(1))
            .filter(divisor -> ((Number) divisor).longValue() != 0)
            .isPresent();
  }
}
