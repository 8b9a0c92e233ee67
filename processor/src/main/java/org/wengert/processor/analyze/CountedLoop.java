package org.wengert.processor.analyze;

import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * A loop whose number of iterations is known at its entry: a carried {@code int} goes by a constant
 * step and is compared, perhaps after a constant has been added, with a bound that does not change
 * inside.
 *
 * @param position of the index among the carried values
 * @param step what each iteration adds to the index
 * @param offset what the condition adds to the index; zero unless the index starts at a constant
 * @param comparison of the index (left) with the bound (right): LT, LE, GT or GE
 * @param bound the value compared with; defined in the condition block or outside the loop
 */
public record CountedLoop(
    Operation.Loop loop, int position, int step, int offset, Arithmetic comparison, Value bound) {

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
    Index index = Index.of(left, loop, structure);
    if (index == null) {
      index = Index.of(right, loop, structure);
      right = left;
      comparison = mirrored(comparison);
    }
    if (index == null || !loop.body().completes()) {
      return Optional.empty();
    }
    Integer step =
        step(
            loop.carried().get(index.position()),
            loop.body().yields().get(index.position()),
            structure);
    if (step == null
        || !endsFor(comparison, step)
        || !isInvariant(right, loop, structure)
        || !isPlain(loop.condition().operations())) {
      return Optional.empty();
    }
    return Optional.of(
        new CountedLoop(loop, index.position(), step, index.offset(), comparison, right));
  }

  /** A carried value plus a constant. */
  private record Index(int position, int offset) {
    static Index of(Value value, Operation.Loop loop, Structure structure) {
      int position = loop.carried().indexOf(value);
      if (position >= 0) {
        return new Index(position, 0);
      }
      for (int i = 0; i < loop.carried().size(); i++) {
        Integer offset = step(loop.carried().get(i), value, structure);
        Integer start = integer(loop.initial().get(i), structure);
        // From a negative start the sum might pass the largest int unnoticed.
        if (offset != null && start != null && start >= 0 && start + (long) offset >= 0) {
          return start + (long) offset <= Integer.MAX_VALUE ? new Index(i, offset) : null;
        }
      }
      return null;
    }
  }

  public Value index() {
    return loop.carried().get(position);
  }

  public Value start() {
    return loop.initial().get(position);
  }

  /** What the index starts at, if that is a constant. */
  public Optional<Integer> constantStart(Structure structure) {
    return Optional.ofNullable(integer(start(), structure));
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

  /** What each iteration adds to a carried value; null where that is no constant. */
  static Integer step(Value index, Value next, Structure structure) {
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
