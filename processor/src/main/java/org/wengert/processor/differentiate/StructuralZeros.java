package org.wengert.processor.differentiate;

import java.util.HashSet;
import java.util.Set;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/**
 * Adjoints that are zero where a value was not used on the way that the program took. Such a zero
 * must stay zero: times the infinite slope of an unused root, logarithm or quotient it would be
 * NaN.
 */
final class StructuralZeros {
  /** How an adjoint may have come to be zero. */
  enum Origin {
    /** It never is, unless by its own arithmetic. */
    NONE,
    /** An element of an adjoint array, to which nothing may have been added. */
    ELEMENT,
    /** The outcome of a branch or loop in which the value may not have been used. */
    UNUSED
  }

  private final Set<Value> elements = new HashSet<>();
  private final Set<Value> unused = new HashSet<>();

  /** From now on the adjoint may be a structural zero of this origin. */
  void mark(Value adjoint, Origin origin) {
    switch (origin) {
      case NONE -> {}
      case ELEMENT -> elements.add(adjoint);
      case UNUSED -> unused.add(adjoint);
    }
  }

  /** Null stands for an adjoint that is zero anyway. */
  Origin origin(Value adjoint) {
    if (adjoint == null || unused.contains(adjoint)) {
      return Origin.UNUSED;
    }
    return elements.contains(adjoint) ? Origin.ELEMENT : Origin.NONE;
  }

  /** A sum is a structural zero only where both terms are. */
  static Origin both(Origin some, Origin other) {
    return some.compareTo(other) < 0 ? some : other;
  }

  /** Of two ways to an adjoint either may give a structural zero. */
  static Origin either(Origin some, Origin other) {
    return some.compareTo(other) > 0 ? some : other;
  }

  /** The term, or zero where its seed is a structural zero and its slope may not be finite. */
  Value guarded(Value term, Value seed, Operation.Elementary operation, BlockBuilder builder) {
    Origin origin = origin(seed);
    Value result = term;
    if (term != seed && mayPoison(operation, origin)) {
      Value zero = builder.zero(seed.type());
      result = builder.select(builder.compare(Arithmetic.EQ, seed, zero), zero, term);
    }
    mark(result, origin);
    return result;
  }

  /** Factors that are infinite, but no poles, only matter where a value was given up on purpose. */
  private static boolean mayPoison(Operation.Elementary operation, Origin origin) {
    if (origin == Origin.NONE) {
      return false;
    }
    if (operation.operator() instanceof Arithmetic arithmetic) {
      return switch (arithmetic) {
        case DIV, REM -> true;
        case MUL -> origin == Origin.UNUSED;
        default -> false;
      };
    }
    return switch (((MathCall) operation.operator()).function()) {
      case TANH, ATAN, ABS, MAX, MIN, CLAMP, COPY_SIGN, TO_RADIANS, TO_DEGREES, SCALB -> false;
      case NEXT_UP, NEXT_DOWN, NEXT_AFTER -> false;
      case FMA -> origin == Origin.UNUSED;
      default -> true;
    };
  }
}
