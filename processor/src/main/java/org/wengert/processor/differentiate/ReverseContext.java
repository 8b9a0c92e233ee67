package org.wengert.processor.differentiate;

import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.DerivativeTypes;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * What the reverse sweep knows of the tape, and how adjoints add up.
 *
 * @param names what adjoints are called
 * @param zeros which of them may be structural zeros
 */
record ReverseContext(
    Structure structure,
    Activity activity,
    DerivativeTypes types,
    Augmented primal,
    Recall recall,
    Naming names,
    StructuralZeros zeros) {

  void accumulate(Value value, Value contribution, Adjoints adjoints, BlockBuilder builder) {
    Value term = builder.convert(contribution, types.of(value));
    Value sum = adjoints.get(value);
    zeros.mark(term, zeros.origin(contribution));
    Value adjoint = sum == null ? term : builder.plus(sum, term);
    if (sum != null) {
      zeros.mark(adjoint, StructuralZeros.both(zeros.origin(sum), zeros.origin(term)));
    }
    names.suggest(adjoint, value);
    adjoints.set(value, adjoint);
  }

  /** The adjoint array. */
  Value shadow(Value array) {
    return recall.get(primal.shadows().get(array));
  }

  Value getOrZero(Value key, Adjoints adjoints, BlockBuilder builder) {
    Value adjoint = adjoints.get(key);
    if (adjoint != null) {
      return adjoint;
    }
    Value zero = builder.zero(types.of(key));
    zeros.mark(zero, StructuralZeros.Origin.UNUSED);
    return zero;
  }

  boolean isActiveScalar(Value value) {
    return !value.type().isArray() && activity.isActive(value);
  }

  /** Running counts go by the counters of their loops. */
  static boolean isRunningCount(Value key) {
    return key.type().equals(Type.INT);
  }

  String nameOf(Value key) {
    return isRunningCount(key) ? "next" : names.of(key);
  }
}
