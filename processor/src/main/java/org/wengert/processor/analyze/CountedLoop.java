package org.wengert.processor.analyze;

import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * A loop whose number of iterations is known at its entry: a carried {@code int} goes by a constant
 * step and is compared with a bound that does not change inside.
 *
 * @param position of the index among the carried values
 * @param step what each iteration adds to the index
 * @param comparison of the index (left) with the bound (right): LT, LE, GT or GE
 * @param bound the value compared with; defined in the condition block or outside the loop
 */
public record CountedLoop(
    Operation.Loop loop, int position, int step, Arithmetic comparison, Value bound) {

  /** Recognises a counting loop. */
  public static Optional<CountedLoop> of(Operation.Loop loop, Structure structure) {
    Value condition = loop.condition().yields().get(0);
    if (!(structure.definition(condition) instanceof Operation.Elementary test)
        || !structure.scope(condition).isWithin(structure.scope(loop.condition()))
        || !(test.operator() instanceof Arithmetic comparison)
        || test.inputs().size() != 2
        || !test.inputs().get(0).type().equals(Type.INT)) {
      return Optional.empty();
    }
    Value left = test.inputs().get(0);
    Value right = test.inputs().get(1);
    int position = loop.carried().indexOf(left);
    if (position < 0) {
      position = loop.carried().indexOf(right);
      Value other = left;
      left = right;
      right = other;
      comparison = mirrored(comparison);
    }
    if (position < 0 || !loop.body().completes()) {
      return Optional.empty();
    }
    Integer step = step(left, loop.body().yields().get(position), structure);
    if (step == null
        || !endsFor(comparison, step)
        || !isInvariant(right, loop, structure)
        || !isPlain(loop.condition().operations())) {
      return Optional.empty();
    }
    return Optional.of(new CountedLoop(loop, position, step, comparison, right));
  }

  public Value index() {
    return loop.carried().get(position);
  }

  public Value start() {
    return loop.initial().get(position);
  }

  /** Whether the index is itself the number of the iteration, from zero up to below the bound. */
  public boolean isCanonical(Structure structure) {
    return step == 1
        && comparison == Arithmetic.LT
        && structure.definition(start()) instanceof Operation.Constant constant
        && constant.value().equals(0);
  }

  private static Arithmetic mirrored(Arithmetic comparison) {
    return switch (comparison) {
      case LT -> Arithmetic.GT;
      case LE -> Arithmetic.GE;
      case GT -> Arithmetic.LT;
      case GE -> Arithmetic.LE;
      default -> comparison;
    };
  }

  private static boolean endsFor(Arithmetic comparison, int step) {
    return switch (comparison) {
      case LT, LE -> step > 0;
      case GT, GE -> step < 0;
      default -> false;
    };
  }

  private static Integer step(Value index, Value next, Structure structure) {
    if (!(structure.definition(next) instanceof Operation.Elementary update)
        || update.inputs().size() != 2) {
      return null;
    }
    Value a = update.inputs().get(0);
    Value b = update.inputs().get(1);
    if (update.operator() == Arithmetic.ADD) {
      Integer step = a == index ? integer(b, structure) : b == index ? integer(a, structure) : null;
      return step == null || step == Integer.MIN_VALUE ? null : step;
    }
    if (update.operator() == Arithmetic.SUB && a == index) {
      Integer step = integer(b, structure);
      return step == null || step == Integer.MIN_VALUE ? null : Integer.valueOf(-step);
    }
    return null;
  }

  private static Integer integer(Value value, Structure structure) {
    return structure.definition(value) instanceof Operation.Constant constant
            && constant.value() instanceof Integer integer
        ? integer
        : null;
  }

  /** Defined outside of the loop, or by the length of an array or an operator on such values. */
  private static boolean isInvariant(Value value, Operation.Loop loop, Structure structure) {
    if (!structure.scope(value).loops().contains(loop)) {
      return true;
    }
    Operation definition = structure.definition(value);
    if (definition instanceof Operation.Constant) {
      return true;
    }
    if (definition instanceof Operation.Length length) {
      return isInvariant(length.array(), loop, structure);
    }
    if (definition instanceof Operation.Elementary elementary) {
      for (Value input : elementary.inputs()) {
        if (!isInvariant(input, loop, structure)) {
          return false;
        }
      }
      return true;
    }
    return false;
  }

  private static boolean isPlain(List<Operation> operations) {
    for (Operation operation : operations) {
      if (!(operation instanceof Operation.Constant
          || operation instanceof Operation.Length
          || operation instanceof Operation.Elementary)) {
        return false;
      }
    }
    return true;
  }
}
