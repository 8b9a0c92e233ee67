package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.DerivativeTypes;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** The forward sweep: every operation is followed by what it does to the tangents. */
final class TangentSweep {
  private final Activity activity;
  private final Lanes lanes;
  private final StructuralZeros zeros;
  private final ElementaryTangent elementaries;
  private final TangentCalls calls;

  TangentSweep(
      Activity activity,
      DerivativeTypes types,
      Lanes lanes,
      StructuralZeros zeros,
      TangentCalls calls) {
    this.activity = activity;
    this.lanes = lanes;
    this.zeros = zeros;
    this.elementaries = new ElementaryTangent(zeros, types);
    this.calls = calls;
  }

  void append(List<Operation> operations, BlockBuilder builder) {
    operations.forEach(operation -> differentiate(operation, builder));
  }

  private List<Value> declareActive(List<Value> primals) {
    List<Value> all = new ArrayList<>(primals);
    for (Value primal : primals) {
      if (activity.isActive(primal)) {
        lanes.of(primal).forEach(lane -> all.add(lanes.declare(lane, primal)));
      }
    }
    return all;
  }

  private void differentiate(Operation operation, BlockBuilder builder) {
    builder.at(operation.at());
    if (operation instanceof Operation.Branch branch) {
      differentiate(branch, builder);
      return;
    }
    if (operation instanceof Operation.Loop loop) {
      differentiate(loop, builder);
      return;
    }
    if (operation instanceof Operation.Invoke invoke) {
      calls.append(invoke, builder);
      return;
    }
    builder.add(operation);
    if (operation instanceof Operation.Elementary elementary) {
      lanes.of(elementary.result()).forEach(lane -> differentiate(lane, elementary, builder));
    } else if (operation instanceof Operation.Load load && activity.isActive(load.result())) {
      differentiate(load, builder);
    } else if (operation instanceof Operation.Store store && activity.isActive(store.array())) {
      differentiate(store, builder);
    } else if (operation instanceof Operation.NewArray array && activity.isActive(array.result())) {
      List<Value> lengths = new ArrayList<>(array.lengths());
      if (lengths.size() == array.result().type().rank()) {
        lengths.add(lanes.inAllDirections(lengths.remove(lengths.size() - 1), builder));
      }
      builder.newArray(
          lanes.declare(lanes.arrays(), array.result()), lengths.toArray(Value[]::new));
    } else if (operation instanceof Operation.CloneArray clone
        && activity.isActive(clone.result())) {
      Value source = lanes.arrays().tangent(clone.array());
      Value copy = lanes.declare(lanes.arrays(), clone.result());
      if (source != null) {
        builder.add(new Operation.CloneArray(copy, source, clone.at()));
      } else {
        builder.newArray(
            copy, lanes.length(clone.result(), builder.length(clone.result()), builder));
      }
    } else if (operation instanceof Operation.Acquire acquire
        && activity.isActive(acquire.result())) {
      Value length = lanes.length(acquire.result(), acquire.length(), builder);
      builder.add(
          new Operation.Acquire(
              lanes.declare(lanes.arrays(), acquire.result()), length, acquire.at()));
    } else if (operation instanceof Operation.Reserve reserve
        && activity.isActive(reserve.result())) {
      Value buffer = lanes.arrays().tangent(reserve.buffer());
      Value length = lanes.length(reserve.result(), reserve.length(), builder);
      builder.add(
          new Operation.Reserve(
              lanes.declare(lanes.arrays(), reserve.result()), buffer, length, reserve.at()));
    } else if (operation instanceof Operation.Constant constant
        && activity.isActive(constant.result())) {
      // The null array: its tangent is null too.
      builder.add(
          new Operation.Constant(
              lanes.declare(lanes.arrays(), constant.result()), null, constant.at()));
    } else if (operation instanceof Operation.Call) {
      throw new IllegalStateException("calls between tapes come after differentiation");
    }
  }

  private void differentiate(Operation.Load load, BlockBuilder builder) {
    for (Lane lane : lanes.of(load.result())) {
      Value index = lanes.index(load.result(), load.index(), lane, builder);
      Value tangent = builder.load(lanes.arrays().tangent(load.array()), index);
      zeros.mark(
          tangent,
          activity.isCallers(load.array())
              ? StructuralZeros.Origin.PARAMETER
              : StructuralZeros.Origin.ELEMENT);
      lane.set(load.result(), lanes.widened(tangent, load.result(), builder));
    }
  }

  private void differentiate(Operation.Store store, BlockBuilder builder) {
    for (Lane lane : lanes.of(store.value())) {
      Value index = lanes.index(store.value(), store.index(), lane, builder);
      Value tangent = lanes.roundedTangent(lane, store.value(), builder);
      builder.store(lanes.arrays().tangent(store.array()), index, tangent);
    }
  }

  private void differentiate(Lane lane, Operation.Elementary elementary, BlockBuilder builder) {
    if (!activity.isActive(elementary.result())) {
      return;
    }
    Value sum = elementaries.of(elementary, lane::tangent, zeros::guarded, builder);
    if (sum != null) {
      lane.set(elementary.result(), sum);
    }
  }

  private void differentiate(Operation.Branch branch, BlockBuilder builder) {
    Block whenTrue = differentiate(branch.whenTrue(), branch.results(), branch);
    Block whenFalse = differentiate(branch.whenFalse(), branch.results(), branch);
    List<Value> results = declareActive(branch.results());
    for (int i = branch.results().size(); i < results.size(); i++) {
      markFrom(whenTrue, i, results.get(i));
      markFrom(whenFalse, i, results.get(i));
    }
    builder.add(
        new Operation.Branch(results, branch.condition(), whenTrue, whenFalse, branch.at()));
  }

  private void markFrom(Block arm, int position, Value result) {
    if (arm.completes()) {
      zeros.mark(result, zeros.origin(arm.yields().get(position)));
    }
  }

  private void differentiate(Operation.Loop loop, BlockBuilder builder) {
    List<Value> initial = withTangents(loop.initial(), loop.carried(), builder);
    List<Value> carried = declareActive(loop.carried());
    int own = loop.carried().size();
    for (int i = own; i < carried.size(); i++) {
      zeros.mark(carried.get(i), zeros.origin(initial.get(i)));
    }
    BlockBuilder condition;
    Block body;
    do {
      condition = new BlockBuilder();
      for (Operation operation : loop.condition().operations()) {
        differentiate(operation, condition);
      }
      body = differentiate(loop.body(), loop.carried(), loop);
    } while (body.completes() && zeros.flow(body.yields(), carried, own));
    List<Value> results = new ArrayList<>(loop.results());
    for (int i = 0; i < loop.carried().size(); i++) {
      if (activity.isActive(loop.carried().get(i))) {
        Value result = loop.results().get(i);
        lanes.of(result).forEach(lane -> results.add(lanes.declare(lane, result)));
      }
    }
    for (int i = own; i < carried.size(); i++) {
      zeros.mark(results.get(i), zeros.origin(carried.get(i)));
    }
    builder.add(
        new Operation.Loop(
            results,
            initial,
            carried,
            condition.yield(loop.condition().yields()),
            body,
            loop.megabytes(),
            loop.at()));
  }

  /** A block whose yields are followed by the tangents that the active targets receive. */
  private Block differentiate(Block block, List<Value> targets, Operation owner) {
    BlockBuilder builder = new BlockBuilder();
    block.operations().forEach(operation -> differentiate(operation, builder));
    builder.at(owner.at());
    return builder.yield(
        block.completes() ? withTangents(block.yields(), targets, builder) : List.of());
  }

  private List<Value> withTangents(List<Value> values, List<Value> targets, BlockBuilder builder) {
    List<Value> all = new ArrayList<>(values);
    for (int i = 0; i < values.size(); i++) {
      if (activity.isActive(targets.get(i))) {
        Value value = values.get(i);
        lanes.of(value).forEach(lane -> all.add(lanes.tangentOrZero(lane, value, builder)));
      }
    }
    return all;
  }
}
