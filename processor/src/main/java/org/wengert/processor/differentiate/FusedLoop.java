package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Value;

/**
 * Puts a loop together whose iterations run both ways: buffers are made before it and used by all
 * iterations, adjoints of scalars are summed up.
 */
final class FusedLoop {
  private final Operation.Loop loop;
  private final Part.Placed iteration;
  private final BlockBuilder before;
  private final BlockBuilder body = new BlockBuilder();
  private final List<Value> initial;
  private final List<Value> carried;
  private final List<Value> results;
  private final List<Value> buffers = new ArrayList<>();
  private final List<Value> sums = new ArrayList<>();
  private final Set<Value> inside;

  /**
   * @param before what precedes the loop
   */
  FusedLoop(Operation.Loop loop, Part.Placed iteration, BlockBuilder before) {
    this.loop = loop;
    this.iteration = iteration;
    this.before = before;
    initial = new ArrayList<>(loop.initial());
    carried = new ArrayList<>(loop.carried());
    results = new ArrayList<>(loop.results());
    inside = new HashSet<>(loop.carried());
    iteration.operations().forEach(this::add);
  }

  private void add(Operation operation) {
    if (operation instanceof Operation.Acquire acquire
        && (inside.contains(acquire.length()) || grows(acquire.result()))) {
      reuse(acquire);
    } else if (isSteady(operation)) {
      before.add(operation);
    } else {
      inside.addAll(operation.results());
      body.add(operation);
    }
  }

  private boolean grows(Value buffer) {
    return last(buffer, iteration.operations()) != buffer;
  }

  /** Whether this is the same in all iterations, and harmless where there is none. */
  private boolean isSteady(Operation operation) {
    boolean movable =
        operation instanceof Operation.Constant
            || operation instanceof Operation.Acquire
            || operation instanceof Operation.Elementary elementary
                && !elementary.result().type().isFloating()
                && !elementary.mayThrow();
    return movable && operation.operands().stream().noneMatch(inside::contains);
  }

  /** A buffer that iterations make longer where they need to. */
  private void reuse(Operation.Acquire acquire) {
    Value buffer = acquire.result();
    boolean isSteady = !inside.contains(acquire.length());
    Value length = isSteady ? acquire.length() : before.constant(0);
    Value first = Substitution.like(buffer);
    before.add(new Operation.Acquire(first, length, acquire.at()));
    initial.add(first);
    results.add(Substitution.like(buffer));
    Value now = isSteady ? buffer : Substitution.like(buffer);
    carried.add(now);
    if (!isSteady) {
      body.add(new Operation.Reserve(buffer, now, acquire.length(), acquire.at()));
    }
    inside.add(buffer);
    buffers.add(buffer);
  }

  /** What a buffer has become by the end of these operations, which may have enlarged it. */
  private static Value last(Value buffer, List<Operation> operations) {
    Value last = buffer;
    for (Operation operation : operations) {
      if (operation instanceof Operation.Reserve reserve && reserve.buffer() == last) {
        last = reserve.result();
      } else if (operation instanceof Operation.Loop inner && inner.initial().contains(last)) {
        last = inner.results().get(inner.initial().indexOf(last));
      } else if (operation instanceof Operation.Branch branch) {
        last = last(last, branch);
      }
    }
    return last;
  }

  private static Value last(Value buffer, Operation.Branch branch) {
    Value ifTrue = last(buffer, branch.whenTrue().operations());
    Value ifFalse = last(buffer, branch.whenFalse().operations());
    boolean whenTrue = branch.whenTrue().completes();
    boolean whenFalse = branch.whenFalse().completes();
    for (int i = 0; i < branch.results().size(); i++) {
      if ((!whenTrue || branch.whenTrue().yields().get(i) == ifTrue)
          && (!whenFalse || branch.whenFalse().yields().get(i) == ifFalse)
          && (whenTrue && ifTrue != buffer || whenFalse && ifFalse != buffer)) {
        return branch.results().get(i);
      }
    }
    return buffer;
  }

  /** What a scalar's adjoint has come to at the end. */
  Value sum(Value scalar) {
    Value bar = iteration.bars().get(scalar);
    String name = scalar.isNamed() ? scalar.name() + "Bar" : "";
    Value total = Value.named(bar.type(), name);
    Value sum = Substitution.like(total);
    body.at(loop.at());
    initial.add(before.zero(bar.type()));
    carried.add(sum);
    sums.add(body.elementary(Substitution.like(total), Arithmetic.ADD, sum, bar));
    results.add(total);
    return total;
  }

  /** The loop, when all sums have been asked for. */
  Operation.Loop build() {
    List<Value> yields = new ArrayList<>(iteration.yields());
    for (Value buffer : buffers) {
      yields.add(last(buffer, body.operations()));
    }
    yields.addAll(sums);
    return new Operation.Loop(
        results, initial, carried, loop.condition(), body.yield(yields), loop.at());
  }
}
