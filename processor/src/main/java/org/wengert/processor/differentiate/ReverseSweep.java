package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.DerivativeTypes;
import org.wengert.processor.analyze.Iterations;
import org.wengert.processor.analyze.Scope;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The tape backwards: what every operation does to the adjoints of its operands. Adjoints of
 * scalars are values, those of loop-invariant scalars are carried around the reverse loop; adjoints
 * of array elements live in the array's shadow.
 */
final class ReverseSweep {
  private final Structure structure;
  private final Activity activity;
  private final DerivativeTypes types;
  private final Augmented primal;
  private final Saves saves;
  private final ForwardSweep forward;
  private final Recall recall;
  private final FusedParts fused;
  private final Naming names;
  private final StructuralZeros zeros;

  ReverseSweep(
      Structure structure,
      Activity activity,
      DerivativeTypes types,
      Augmented primal,
      Saves saves,
      ForwardSweep forward,
      Recall recall,
      FusedParts fused,
      Naming names,
      boolean again) {
    this.structure = structure;
    this.zeros = new StructuralZeros(structure, again);
    this.activity = activity;
    this.types = types;
    this.primal = primal;
    this.saves = saves;
    this.forward = forward;
    this.recall = recall;
    this.fused = fused;
    this.names = names;
  }

  void sweep(Block block, Adjoints adjoints, BlockBuilder builder) {
    List<Operation> operations = block.operations();
    Updates updates = Updates.in(block, structure);
    for (int i = operations.size() - 1; i >= 0; i--) {
      builder.at(operations.get(i).at());
      if (operations.get(i) instanceof Operation.Store store) {
        sweep(store, updates.addend(store), adjoints, builder);
      } else {
        sweep(operations.get(i), adjoints, builder);
      }
    }
  }

  /** The adjoint of a result of which perhaps no use was made. */
  void seed(
      Value result,
      Value seed,
      StructuralZeros.Origin origin,
      Adjoints adjoints,
      BlockBuilder builder) {
    zeros.mark(seed, origin);
    accumulate(result, seed, adjoints, builder);
  }

  /** Where an adjoint may be a structural zero from; null stands for one that is zero anyway. */
  StructuralZeros.Origin origin(Value adjoint) {
    return zeros.origin(adjoint);
  }

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

  private void sweep(Operation operation, Adjoints adjoints, BlockBuilder builder) {
    if (fused.contains(operation)) {
      if (operation instanceof Operation.Loop loop) {
        passBy(loop, adjoints, builder);
      }
      for (FusedParts.Contribution bar : fused.contributions(operation)) {
        zeros.mark(bar.adjoint(), bar.origin());
        accumulate(bar.scalar(), bar.adjoint(), adjoints, builder);
      }
    } else if (operation instanceof Operation.Elementary elementary) {
      sweep(elementary, adjoints, builder);
    } else if (operation instanceof Operation.Load load) {
      sweep(load, adjoints, builder);
    } else if (operation instanceof Operation.CloneArray clone) {
      if (activity.isActive(clone.result())
          && activity.isActive(clone.array())
          && clone.result().type().rank() == 1) {
        Zeros.accumulate(shadow(clone.array()), shadow(clone.result()), builder);
      }
    } else if (operation instanceof Operation.Reserve reserve) {
      if (activity.isActive(reserve.result())) {
        sweep(reserve, builder);
      }
    } else if (operation instanceof Operation.Invoke invoke) {
      if (invoke.form() == Callee.Form.FORWARD) {
        sweep(invoke, adjoints, builder);
      }
    } else if (operation instanceof Operation.Branch branch) {
      if (activity.touches(branch)) {
        sweep(branch, adjoints, builder);
      }
    } else if (operation instanceof Operation.Loop loop) {
      if (primal.iterations().containsKey(loop)) {
        sweep(loop, adjoints, builder);
      } else if (primal.checkpointed().containsKey(loop)) {
        CheckpointedLoop its = primal.checkpointed().get(loop);
        Scope scope = structure.scope(loop.body());
        Backwards backwards = new Repetition(loop, its, scope, forward, recall);
        sweep(loop, captured(loop), backwards, adjoints, builder);
      } else {
        passBy(loop, adjoints, builder);
      }
    }
  }

  /** The callee has kept what it needs, and goes back on its own. */
  private void sweep(Operation.Invoke invoke, Adjoints adjoints, BlockBuilder builder) {
    List<Value> seeds = new ArrayList<>();
    for (Value result : invoke.results()) {
      if (result.type().isFloating()) {
        Value seed = adjoints.take(result);
        seeds.add(
            seed == null ? builder.zero(result.type()) : builder.convert(seed, result.type()));
      }
    }
    List<Value> scalars = new ArrayList<>();
    List<Value> bars = new ArrayList<>();
    int next = 0;
    for (int i = 0; next < invoke.arguments().size(); i++) {
      Value argument = invoke.arguments().get(next++);
      if (invoke.isActive(i) && argument.type().isArray()) {
        next++; // its adjoint array
      } else if (invoke.isActive(i)) {
        scalars.add(argument);
        Value bar = Value.temporary(argument.type());
        zeros.mark(bar, StructuralZeros.Origin.UNUSED); // perhaps the callee made no use of it
        bars.add(bar);
      }
    }
    builder.add(
        new Operation.Invoke(bars, invoke.callee(), Callee.Form.REVERSE, seeds, invoke.at()));
    for (int i = 0; i < scalars.size(); i++) {
      if (activity.isActive(scalars.get(i))) {
        accumulate(scalars.get(i), bars.get(i), adjoints, builder);
      }
    }
  }

  private Value shadow(Value array) {
    return recall.get(primal.shadows().get(array));
  }

  private void sweep(Operation.Elementary elementary, Adjoints adjoints, BlockBuilder builder) {
    if (!activity.isActive(elementary.result())) {
      return;
    }
    Value seed = adjoints.take(elementary.result());
    if (seed == null) {
      return;
    }
    for (int i = 0; i < elementary.inputs().size(); i++) {
      if (isDifferentiatedBy(elementary, i)) {
        propagate(elementary, i, seed, adjoints, builder);
      }
    }
  }

  private boolean isDifferentiatedBy(Operation.Elementary elementary, int operand) {
    return activity.isActive(elementary.inputs().get(operand)) && Rules.flows(elementary, operand);
  }

  private void propagate(
      Operation.Elementary elementary,
      int operand,
      Value seed,
      Adjoints adjoints,
      BlockBuilder builder) {
    Operation.Elementary recalled = recalled(elementary, operand);
    Value scaled = Rules.scale(recalled, operand, seed, builder);
    Value term = zeros.guarded(scaled, seed, elementary, recalled, operand, builder);
    if (StructuralZeros.mayPassOver(elementary)) {
      zeros.mark(term, StructuralZeros.Origin.UNUSED);
    }
    accumulate(elementary.inputs().get(operand), term, adjoints, builder);
  }

  /** The operation on recalled values, as far as its partial derivative refers to them. */
  private Operation.Elementary recalled(Operation.Elementary elementary, int operand) {
    Set<Value> reads = Rules.reads(elementary, operand, types.of(elementary.result()));
    List<Value> inputs = new ArrayList<>();
    for (Value input : elementary.inputs()) {
      inputs.add(reads.contains(input) ? recall.get(input) : input);
    }
    Value result = elementary.result();
    return new Operation.Elementary(
        reads.contains(result) ? recall.get(result) : result,
        elementary.operator(),
        inputs,
        elementary.at());
  }

  private void sweep(Operation.Load load, Adjoints adjoints, BlockBuilder builder) {
    if (load.result().type().isArray() || !activity.isActive(load.result())) {
      return;
    }
    Value adjoint = adjoints.take(load.result());
    if (adjoint != null) {
      Value shadow = shadow(load.array());
      Value index = recall.get(load.index());
      Value term = builder.convert(adjoint, load.result().type());
      builder.store(shadow, index, builder.plus(builder.load(shadow, index), term));
    }
  }

  /** The overwritten element had no influence from here on, the stored value has all of it. */
  private void sweep(
      Operation.Store store, Optional<Integer> addend, Adjoints adjoints, BlockBuilder builder) {
    if (store.value().type().isArray() || !activity.isActive(store.array())) {
      return;
    }
    Value shadow = shadow(store.array());
    Value index = recall.get(store.index());
    if (addend.isPresent()) {
      Operation.Elementary sum = (Operation.Elementary) structure.definition(store.value());
      if (isDifferentiatedBy(sum, addend.get())) {
        propagate(sum, addend.get(), element(shadow, index, builder), adjoints, builder);
      }
    } else if (activity.isActive(store.value())) {
      Value adjoint = element(shadow, index, builder);
      builder.store(shadow, index, builder.zero(store.value().type()));
      accumulate(store.value(), adjoint, adjoints, builder);
    } else {
      builder.store(shadow, index, builder.zero(store.value().type()));
    }
  }

  private Value element(Value shadow, Value index, BlockBuilder builder) {
    Value adjoint = builder.load(shadow, index);
    zeros.mark(adjoint, StructuralZeros.Origin.ELEMENT);
    return adjoint;
  }

  /** What was accumulated for a grown buffer belongs to the one it was grown from. */
  private void sweep(Operation.Reserve reserve, BlockBuilder builder) {
    Value old = shadow(reserve.buffer());
    Value grown = shadow(reserve.result());
    Value same = builder.compare(Arithmetic.EQ, builder.length(old), builder.length(grown));
    BlockBuilder copy = new BlockBuilder().at(reserve.at());
    Zeros.accumulatePrefix(old, grown, copy);
    builder.add(
        new Operation.Branch(
            List.of(),
            same,
            new BlockBuilder().yield(List.of()),
            copy.yield(List.of()),
            reserve.at()));
  }

  /** A loop that is never repeated, since its body always throws, or that is reversed already. */
  private void passBy(Operation.Loop loop, Adjoints adjoints, BlockBuilder builder) {
    for (int i = 0; i < loop.results().size(); i++) {
      Value result = loop.results().get(i);
      if (isActiveScalar(result) && isActiveScalar(loop.initial().get(i))) {
        Value adjoint = adjoints.take(result);
        if (adjoint != null) {
          accumulate(loop.initial().get(i), adjoint, adjoints, builder);
        }
      }
    }
  }

  private void sweep(Operation.Branch branch, Adjoints adjoints, BlockBuilder builder) {
    List<Value> seeds = new ArrayList<>();
    for (Value result : branch.results()) {
      seeds.add(isActiveScalar(result) ? adjoints.take(result) : null);
    }
    Value condition = recall.get(branch.condition());
    BlockBuilder whenTrue = new BlockBuilder();
    Adjoints ifTrue = sweep(branch.whenTrue(), seeds, adjoints, whenTrue);
    BlockBuilder whenFalse = new BlockBuilder();
    Adjoints ifFalse = sweep(branch.whenFalse(), seeds, adjoints, whenFalse);

    Set<Value> keys = new LinkedHashSet<>();
    addOuter(ifTrue, structure.scope(branch.whenTrue()), adjoints, keys);
    addOuter(ifFalse, structure.scope(branch.whenFalse()), adjoints, keys);
    List<Value> results = new ArrayList<>();
    List<Value> trueYields = new ArrayList<>();
    List<Value> falseYields = new ArrayList<>();
    for (Value key : keys) {
      Value result = Value.named(types.of(key), nameOf(key));
      zeros.mark(
          result,
          StructuralZeros.either(zeros.origin(ifTrue.get(key)), zeros.origin(ifFalse.get(key))));
      results.add(result);
      trueYields.add(getOrZero(key, ifTrue, whenTrue));
      falseYields.add(getOrZero(key, ifFalse, whenFalse));
      adjoints.set(key, result);
    }
    builder.add(
        new Operation.Branch(
            results,
            condition,
            whenTrue.yield(trueYields),
            whenFalse.yield(falseYields),
            branch.at()));
  }

  private Adjoints sweep(Block arm, List<Value> seeds, Adjoints adjoints, BlockBuilder builder) {
    Adjoints layer = adjoints.layer();
    if (!arm.completes()) {
      return layer;
    }
    Scope scope = structure.scope(arm);
    recall.open(scope, builder);
    for (int i = 0; i < seeds.size(); i++) {
      Value yielded = arm.yields().get(i);
      if (seeds.get(i) != null && isActiveScalar(yielded)) {
        accumulate(yielded, seeds.get(i), layer, builder);
      }
    }
    sweep(arm, layer, builder);
    recall.close(scope);
    return layer;
  }

  private void addOuter(Adjoints layer, Scope arm, Adjoints under, Set<Value> keys) {
    for (Value key : layer.changed()) {
      boolean outer =
          isRunningCount(key) ? under.get(key) != null : !structure.scope(key).isWithin(arm);
      if (outer) {
        keys.add(key);
      }
    }
  }

  private Value getOrZero(Value key, Adjoints adjoints, BlockBuilder builder) {
    Value adjoint = adjoints.get(key);
    if (adjoint != null) {
      return adjoint;
    }
    Value zero = builder.zero(types.of(key));
    zeros.mark(zero, StructuralZeros.Origin.UNUSED);
    return zero;
  }

  private boolean isActiveScalar(Value value) {
    return !value.type().isArray() && activity.isActive(value);
  }

  /** Running counts go by the counters of their loops. */
  private static boolean isRunningCount(Value key) {
    return key.type().equals(Type.INT);
  }

  private String nameOf(Value key) {
    return isRunningCount(key) ? "next" : names.of(key);
  }

  private void sweep(Operation.Loop loop, Adjoints adjoints, BlockBuilder builder) {
    Iterations trips = primal.iterations().get(loop);
    boolean outermost = structure.scope(loop).loop() == null;
    Value count = recall.get(trips.count());
    Value base = null;
    if (outermost) {
      for (Operation.Loop inner : saves.loopsInside(loop)) {
        adjoints.set(key(inner), recall.total(inner));
      }
    } else if (!saves.in(loop).isEmpty()) {
      base = builder.minus(adjoints.get(key(loop)), recall.get(trips.count()));
      adjoints.set(key(loop), base);
    }

    Set<Value> outside = captured(loop);
    saves.loopsInside(loop).forEach(inner -> outside.add(key(inner)));
    Scope scope = structure.scope(loop.body());
    Backwards backwards = new Countdown(recall, scope, count, base, trips.counter().name());
    sweep(loop, outside, backwards, adjoints, builder);
  }

  /**
   * A loop backwards.
   *
   * @param outside scalars from outside whose adjoints, and running counts that, its body changes
   */
  private void sweep(
      Operation.Loop loop,
      Set<Value> outside,
      Backwards backwards,
      Adjoints adjoints,
      BlockBuilder builder) {
    List<Value> own = new ArrayList<>();
    for (Value carried : loop.carried()) {
      if (isActiveScalar(carried)) {
        own.add(carried);
      }
    }
    List<Value> initial = new ArrayList<>();
    initial.addAll(backwards.start(builder));
    List<Value> carried = new ArrayList<>();
    carried.addAll(backwards.position());
    int first = carried.size();
    for (Value value : own) {
      Value result = loop.results().get(loop.carried().indexOf(value));
      initial.add(getOrZero(result, adjoints, builder));
      Value adjoint = Value.named(types.of(value), names.of(value));
      zeros.mark(adjoint, zeros.origin(adjoints.take(result)));
      carried.add(adjoint);
    }
    for (Value value : outside) {
      initial.add(getOrZero(value, adjoints, builder));
      Value adjoint = Value.named(types.of(value), nameOf(value));
      zeros.mark(adjoint, zeros.origin(adjoints.get(value)));
      carried.add(adjoint);
    }
    List<Value> keys = new ArrayList<>(own);
    keys.addAll(outside);
    Block body;
    do {
      body = body(loop, keys, own.size(), carried, backwards);
    } while (zeros.flow(body.yields(), carried, first));

    BlockBuilder condition = new BlockBuilder().at(loop.at());
    Value more = backwards.goesOn(condition);
    List<Value> results = carried.stream().map(Substitution::like).toList();
    for (int i = 0; i < results.size(); i++) {
      zeros.mark(results.get(i), zeros.origin(carried.get(i)));
    }
    builder.at(loop.at());
    builder.add(
        new Operation.Loop(
            results, initial, carried, condition.yield(List.of(more)), body, loop.at()));
    backwards.end(builder);
    int position = first + own.size();
    for (Value value : outside) {
      adjoints.set(value, results.get(position++));
    }
    for (int i = 0; i < own.size(); i++) {
      Value start = loop.initial().get(loop.carried().indexOf(own.get(i)));
      if (isActiveScalar(start)) {
        accumulate(start, results.get(first + i), adjoints, builder);
      }
    }
  }

  /**
   * One iteration backwards.
   *
   * @param keys whose adjoints are carried: first those that the loop itself carries, then others
   * @param own the number of the former
   * @param carried the position, then the adjoints
   */
  private Block body(
      Operation.Loop loop, List<Value> keys, int own, List<Value> carried, Backwards backwards) {
    Adjoints inLoop = Adjoints.empty();
    int first = carried.size() - keys.size();
    for (int i = own; i < keys.size(); i++) {
      inLoop.set(keys.get(i), carried.get(first + i));
    }
    BlockBuilder body = new BlockBuilder().at(loop.at());
    backwards.open(body);
    for (int i = 0; i < own; i++) {
      Value next = loop.body().yields().get(loop.carried().indexOf(keys.get(i)));
      if (isActiveScalar(next)) {
        accumulate(next, carried.get(first + i), inLoop, body);
      }
    }
    sweep(loop.body(), inLoop, body);
    body.at(loop.at());
    List<Value> yields = new ArrayList<>();
    for (Value key : keys) {
      yields.add(getOrZero(key, inLoop, body));
    }
    yields.addAll(0, backwards.close(body));
    return body.yield(yields);
  }

  private Value key(Operation.Loop loop) {
    return primal.iterations().get(loop).counter();
  }

  /** The active scalars from outside of a loop whose adjoints its body changes. */
  private Set<Value> captured(Operation.Loop loop) {
    Set<Value> captured = new LinkedHashSet<>();
    capture(loop.body(), structure.scope(loop.body()), captured);
    return captured;
  }

  private void capture(Block block, Scope scope, Set<Value> captured) {
    for (Operation operation : block.operations()) {
      for (Value operand : operation.operands()) {
        capture(operand, scope, captured);
      }
      for (Block inner : operation.blocks()) {
        capture(inner, scope, captured);
      }
    }
    for (Value yielded : block.yields()) {
      capture(yielded, scope, captured);
    }
  }

  private void capture(Value value, Scope scope, Set<Value> captured) {
    if (isActiveScalar(value) && !structure.scope(value).isWithin(scope)) {
      captured.add(value);
    }
  }
}
