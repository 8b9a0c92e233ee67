package org.wengert.processor.differentiate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Adjoints that are zero where a value was not used on the way that the program took, and tangents
 * that are zero where it was a constant. Such a zero must stay zero: times the infinite slope of a
 * root, logarithm or quotient it would be NaN.
 */
final class StructuralZeros {
  /** How an adjoint or a tangent may have come to be zero. */
  enum Origin {
    /** It never is, unless by its own arithmetic. */
    NONE,
    /** A tangent that the caller gives, who may hand over a constant. */
    PARAMETER,
    /** An element of an adjoint array, to which nothing may have been added. */
    ELEMENT,
    /** The outcome of a branch or loop in which the value may not have been used. */
    UNUSED
  }

  private final Structure structure;
  private final boolean again;
  private final Map<Value, Origin> origins = new HashMap<>();

  StructuralZeros(Structure structure) {
    this(structure, false);
  }

  /**
   * @param again whether the derivative is to be differentiated again, so that a structural zero
   *     has to stay one beside the derivative of its factor as well
   */
  StructuralZeros(Structure structure, boolean again) {
    this.structure = structure;
    this.again = again;
  }

  /**
   * From now on the adjoint may be a structural zero of this origin, besides any that it is known
   * for already.
   */
  void mark(Value adjoint, Origin origin) {
    if (origin != Origin.NONE) {
      origins.merge(adjoint, origin, StructuralZeros::either);
    }
  }

  /** Null stands for an adjoint that is zero anyway. */
  Origin origin(Value adjoint) {
    return adjoint == null ? Origin.UNUSED : origins.getOrDefault(adjoint, Origin.NONE);
  }

  /**
   * Marks what a loop carries, from a position on, as what its body yields is marked; whether that
   * was new, so that the body has to be looked at once more.
   */
  boolean flow(List<Value> yields, List<Value> carried, int from) {
    boolean changed = false;
    for (int i = from; i < carried.size(); i++) {
      Origin before = origin(carried.get(i));
      mark(carried.get(i), origin(yields.get(i)));
      changed |= origin(carried.get(i)) != before;
    }
    return changed;
  }

  /** A sum is a structural zero only where both terms are. */
  static Origin both(Origin some, Origin other) {
    return some.compareTo(other) < 0 ? some : other;
  }

  /** Of two ways to an adjoint either may give a structural zero. */
  static Origin either(Origin some, Origin other) {
    return some.compareTo(other) > 0 ? some : other;
  }

  /**
   * The term, or zero where its seed is a structural zero and its slope may not be finite.
   *
   * @param recalled the operation on the values that can be read here
   */
  Value guarded(
      Value term,
      Value seed,
      Operation.Elementary operation,
      Operation.Elementary recalled,
      int operand,
      BlockBuilder builder) {
    return guarded(term, seed, List.of(seed), operation, recalled, operand, builder);
  }

  /**
   * Likewise, where the seed has been computed from others.
   *
   * @param term what {@link Rules#scale} makes of the seed
   * @param roots of which each is zero exactly where the seed is a structural zero
   */
  Value guarded(
      Value term,
      Value seed,
      List<Value> roots,
      Operation.Elementary operation,
      int operand,
      BlockBuilder builder) {
    return guarded(term, seed, roots, operation, operation, operand, builder);
  }

  private Value guarded(
      Value term,
      Value seed,
      List<Value> roots,
      Operation.Elementary operation,
      Operation.Elementary recalled,
      int operand,
      BlockBuilder builder) {
    Origin origin = origin(seed);
    Value result = term;
    if (term != seed && again) {
      if (mayPoisonLater(operation, operand, origin)) {
        Value one = builder.number(seed.type(), 1);
        result = builder.absorb(seed, Rules.scale(recalled, operand, one, builder));
      }
    } else if (term != seed && mayPoison(operation, origin)) {
      Value zero = builder.zero(seed.type());
      Value unused = null;
      for (Value root : roots) {
        Value isZero = builder.compare(Arithmetic.EQ, root, builder.zero(root.type()));
        unused =
            unused == null
                ? isZero
                : builder.elementary(Arithmetic.AND, Type.BOOLEAN, unused, isZero);
      }
      result = builder.select(unused, zero, term);
    }
    mark(result, isAbsorbed(operation, operand) ? Origin.UNUSED : origin);
    return result;
  }

  /** Whether the factor of a structural zero has been differentiated. */
  private static boolean isAbsorbed(Operation.Elementary operation, int operand) {
    return operation.operator() == Arithmetic.ABSORB && operand == 1;
  }

  /** Whether the slope varies, so that its own derivative may be infinite. */
  private boolean mayPoisonLater(Operation.Elementary operation, int operand, Origin origin) {
    if (origin == Origin.NONE) {
      return false;
    }
    if (origin == Origin.PARAMETER) {
      return isSteep(operation);
    }
    if (operation.operator() instanceof Arithmetic arithmetic) {
      return switch (arithmetic) {
        case MUL -> !isTame(operation.inputs().get(1 - operand));
        case DIV -> operand == 1 || !isTame(operation.inputs().get(1));
        case REM -> true;
        default -> false;
      };
    }
    return switch (((MathCall) operation.operator()).function()) {
      case ABS, MAX, MIN, CLAMP, COPY_SIGN, TO_RADIANS, TO_DEGREES, SCALB -> false;
      case NEXT_UP, NEXT_DOWN, NEXT_AFTER -> false;
      default -> true;
    };
  }

  /** Factors that are infinite, but no poles, only matter where a value was given up on purpose. */
  private boolean mayPoison(Operation.Elementary operation, Origin origin) {
    if (origin == Origin.NONE) {
      return false;
    }
    if (origin == Origin.PARAMETER) {
      return isSteep(operation);
    }
    if (operation.operator() instanceof Arithmetic arithmetic) {
      return switch (arithmetic) {
        case DIV -> !isTame(operation.inputs().get(1));
        case REM -> true;
        case MUL -> origin == Origin.UNUSED && operation.inputs().stream().noneMatch(this::isTame);
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

  /** Whether the result is one of the operands, so that the others have no influence. */
  static boolean mayPassOver(Operation.Elementary operation) {
    return operation.operator() == Arithmetic.SELECT
        || operation.operator() instanceof MathCall call
            && switch (call.function()) {
              case MAX, MIN, CLAMP -> true;
              default -> false;
            };
  }

  /** Whether this is a constant by which a zero stays a zero, as factor or divisor. */
  private boolean isTame(Value value) {
    return structure.definition(value) instanceof Operation.Constant constant
        && constant.value() instanceof Number number
        && Double.isFinite(number.doubleValue())
        && number.doubleValue() != 0;
  }

  /** Whether the slope is infinite where the argument is finite. */
  private static boolean isSteep(Operation.Elementary operation) {
    return operation.operator() instanceof MathCall call
        && switch (call.function()) {
          case SQRT, CBRT, POW, LOG, LOG10, LOG1P, ASIN, ACOS -> true;
          default -> false;
        };
  }
}
