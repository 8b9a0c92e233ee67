package org.wengert.processor.analyze;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Loops at the top of a tape through whose iterations derivatives flow only by sums: an iteration
 * adds to some scalars, and whatever else it computes is its own. Each iteration can be reversed as
 * soon as it has run. Likewise branches that hand out scalars only, and calls that only read.
 */
public final class IndependentParts {
  private final Tape tape;
  private final Structure structure;
  private final Regions regions;
  private final Activity activity;

  private IndependentParts(Tape tape, Structure structure, Regions regions, Activity activity) {
    this.tape = tape;
    this.structure = structure;
    this.regions = regions;
    this.activity = activity;
  }

  /** The independent loops, branches and calls of a tape, in its order. */
  public static List<Operation> of(
      Tape tape, Structure structure, Regions regions, Activity activity) {
    IndependentParts search = new IndependentParts(tape, structure, regions, activity);
    List<Operation> found = new ArrayList<>();
    List<Operation> operations = tape.body().operations();
    for (int i = 0; i < operations.size(); i++) {
      List<Operation> after = operations.subList(i + 1, operations.size());
      if (search.flowsByScalars(operations.get(i))
          && search.keepsToItself(operations.get(i), after)) {
        found.add(operations.get(i));
      }
    }
    return found;
  }

  private boolean flowsByScalars(Operation operation) {
    if (operation instanceof Operation.Loop loop) {
      return loop.body().completes() && addsOnly(loop);
    }
    if (operation instanceof Operation.Invoke invoke) {
      return invoke.callee().hasWhole()
          && activity.isDifferentiated(invoke)
          && invoke.results().stream().anyMatch(activity::isActive);
    }
    return operation instanceof Operation.Branch branch && handsOutScalars(branch);
  }

  private boolean handsOutScalars(Operation.Branch branch) {
    return branch.results().stream().anyMatch(activity::isActive)
        && branch.results().stream()
            .allMatch(
                result ->
                    !result.type().isArray()
                        && (!activity.isActive(result) || result.type().equals(Type.DOUBLE)));
  }

  private boolean addsOnly(Operation.Loop loop) {
    Sums sums = Sums.in(loop, structure);
    boolean any = false;
    for (int i = 0; i < loop.carried().size(); i++) {
      Value carried = loop.carried().get(i);
      if (carried.type().isArray()) {
        return false;
      }
      if (activity.isActive(carried)) {
        any = true;
        if (!carried.type().equals(Type.DOUBLE) || !sums.isSum(i)) {
          return false;
        }
      }
    }
    return any;
  }

  /**
   * Whether an iteration leaves no derivative in an array to another one, or to what comes after
   * the loop; and what comes after it writes to no array that it reads, whose adjoint would be
   * taken for that of the new content.
   */
  private boolean keepsToItself(Operation operation, List<Operation> after) {
    Set<Value> written = new LinkedHashSet<>();
    for (Block block : operation.blocks()) {
      if (!collectWritten(block, written)) {
        return false;
      }
    }
    for (Value array : written) {
      if (activity.isVaried(array)
          && operation.blocks().stream()
              .noneMatch(block -> regions.isBornWithin(array, structure.scope(block)))
          && !(isScratch(array)
              && new Scratch(structure).isFilledBeforeRead(array, operation, after))) {
        return false;
      }
    }
    return captured(operation).stream().noneMatch(array -> isLost(array, written, after));
  }

  /** An array of this tape's own that goes by one name. */
  private boolean isScratch(Value array) {
    return array.type().rank() == 1
        && activity.isActive(array)
        && structure.scope(array).isTop()
        && structure.definition(array) instanceof Operation.NewArray
        && regions.isAlone(array)
        && !tape.results().contains(array);
  }

  private boolean isLost(Value array, Set<Value> written, List<Operation> after) {
    return activity.isVaried(array)
        && (!activity.isActive(array) || (!written.contains(array) && writes(after, array)));
  }

  /** The arrays of floating-point numbers from outside that an operation refers to. */
  private Set<Value> captured(Operation operation) {
    Set<Value> captured = new LinkedHashSet<>();
    for (Value value : FreeValues.of(new Block(List.of(operation), List.of()))) {
      if (value.type().isArray()
          && value.type().isDifferentiable()
          && structure.scope(value).isTop()) {
        captured.add(value);
      }
    }
    return captured;
  }

  /** The arrays whose elements are replaced; false where a call may write to any. */
  private boolean collectWritten(Block block, Set<Value> written) {
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.Store store) {
        written.add(store.array());
      } else if (operation instanceof Operation.Invoke invoke
          && !invoke.callee().hasWhole()
          && invoke.active().stream().anyMatch(value -> value.type().isArray())) {
        return false;
      }
      for (Block inner : operation.blocks()) {
        if (!collectWritten(inner, written)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean writes(List<Operation> operations, Value array) {
    for (Operation operation : operations) {
      if (operation instanceof Operation.Store store && regions.mayShare(array, store.array())) {
        return true;
      }
      if (operation instanceof Operation.Invoke invoke
          && invoke.arguments().stream()
              .anyMatch(
                  other ->
                      other.type().isArray()
                          && invoke.mayStore(other)
                          && regions.mayShare(array, other))) {
        return true;
      }
      for (Block inner : operation.blocks()) {
        if (writes(inner.operations(), array)) {
          return true;
        }
      }
    }
    return false;
  }
}
