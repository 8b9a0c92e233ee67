package org.wengert.processor.analyze;

import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The types in which the tangents and adjoints of scalars are computed: their own, except that
 * those of {@code float}s are {@code double}s wherever the tape has {@code double}s. Only what goes
 * into an array, or to a caller, is rounded then. On a tape of {@code float}s alone they remain
 * {@code float}s, which are faster.
 */
public final class DerivativeTypes {
  private final boolean wide;

  private DerivativeTypes(boolean wide) {
    this.wide = wide;
  }

  public static DerivativeTypes of(Tape tape) {
    boolean wide = tape.parameters().stream().anyMatch(DerivativeTypes::isDouble);
    return new DerivativeTypes(wide || hasDoubles(tape.body()));
  }

  private static boolean hasDoubles(Block block) {
    for (Operation operation : block.operations()) {
      if (operation.results().stream().anyMatch(DerivativeTypes::isDouble)
          || operation.blocks().stream().anyMatch(DerivativeTypes::hasDoubles)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDouble(Value value) {
    return value.type().kind() == Type.Kind.DOUBLE;
  }

  /** The type of the derivative of a scalar. */
  public Type of(Value primal) {
    return wide && primal.type().equals(Type.FLOAT) ? Type.DOUBLE : primal.type();
  }
}
