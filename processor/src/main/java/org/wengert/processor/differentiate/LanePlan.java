package org.wengert.processor.differentiate;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * Which operations have their tangents computed in one loop over all directions: those that follow
 * each other, up to the next branch or loop, and not too many. A scalar's tangents are kept from
 * one such loop to another only where another one needs them.
 */
final class LanePlan {
  private final Activity activity;
  private final int largest;
  private final Set<Operation> first = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Value, Integer> definitions = new HashMap<>();
  private final Set<Value> kept = new HashSet<>();
  private int segment;
  private int size;

  private LanePlan(Activity activity, int largest) {
    this.activity = activity;
    this.largest = largest;
  }

  /**
   * Divides a tape.
   *
   * @param largest how many tangents one loop computes at most
   */
  static LanePlan of(Tape tape, Activity activity, int largest) {
    LanePlan plan = new LanePlan(activity, largest);
    plan.visit(tape.body());
    return plan;
  }

  /** Whether the operation does not belong to the loop of the one before it. */
  boolean startsAnew(Operation operation) {
    return first.contains(operation);
  }

  /** Whether the tangents of a scalar are needed after the loop that computes them. */
  boolean isKept(Value scalar) {
    return kept.contains(scalar);
  }

  private void visit(Block block) {
    next();
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.Loop loop && activity.touches(loop)) {
        use(loop.initial());
        next();
        visit(loop.condition());
        visit(loop.body());
        next();
      } else if (operation instanceof Operation.Branch branch && activity.touches(branch)) {
        next();
        visit(branch.whenTrue());
        visit(branch.whenFalse());
        next();
      } else {
        visit(operation);
      }
    }
    use(block.yields());
  }

  private void visit(Operation operation) {
    if (size >= largest || copiesTangents(operation)) {
      next();
      first.add(operation);
    }
    List<Value> operands = operation.operands();
    use(operands);
    for (Value result : operation.results()) {
      if (isActiveScalar(result)) {
        definitions.put(result, segment);
        size++;
      }
    }
  }

  /** What has been computed up to here must be in its place then. */
  private boolean copiesTangents(Operation operation) {
    return operation instanceof Operation.CloneArray clone
        && clone.result().type().rank() == 1
        && activity.isActive(clone.result());
  }

  private void next() {
    segment++;
    size = 0;
  }

  private void use(List<Value> values) {
    for (Value value : values) {
      if (isActiveScalar(value) && !definitions.getOrDefault(value, segment).equals(segment)) {
        kept.add(value);
      }
    }
  }

  private boolean isActiveScalar(Value value) {
    return !value.type().isArray() && activity.isActive(value);
  }
}
