package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.analyze.Iterations;
import org.wengert.processor.analyze.Scope;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The primal once more, saving what the reverse sweep needs. A value inside a loop goes to a buffer
 * of its own, at the number of the iteration; inside nested loops, at a running count of the inner
 * loop's iterations. Buffers are long enough from the entry of the loop on where its number of
 * iterations is known and certain there, and grow otherwise. Outside of loops a value is handed out
 * of its branches.
 */
final class ForwardSweep {
  private final Structure structure;
  private final IdentityHashMap<Operation.Loop, Iterations> iterations;
  private final Map<Operation.Loop, CheckpointedLoop> checkpointed;
  private final Saves saves;
  private final Extents extents;
  private final BufferLengths lengths;

  /** Nested loops whose buffers are long enough from the entry of the outermost loop on. */
  private final Set<Operation.Loop> sized = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Buffers (by saved value) and running counts (by the loop's counter), as they stand now. */
  private Map<Value, Value> state = new LinkedHashMap<>();

  private final IdentityHashMap<Operation.Loop, Value> slots = new IdentityHashMap<>();
  private final Map<Value, Value> finals = new HashMap<>();
  private final Map<Value, Value> exported = new HashMap<>();
  private final Map<Operation.Loop, Value> checkpoints = new IdentityHashMap<>();
  private final Map<Scope, List<Value>> pending = new HashMap<>();

  ForwardSweep(
      Structure structure,
      IdentityHashMap<Operation.Loop, Iterations> iterations,
      Map<Operation.Loop, CheckpointedLoop> checkpointed,
      Saves saves) {
    this.structure = structure;
    this.checkpointed = checkpointed;
    this.iterations = iterations;
    this.saves = saves;
    this.lengths = new BufferLengths(structure, iterations);
    this.extents = new Extents(structure, iterations, lengths);
  }

  void sweep(Block block, BlockBuilder builder) {
    for (Operation operation : block.operations()) {
      builder.at(operation.at());
      if (operation instanceof Operation.Branch branch) {
        sweep(branch, builder);
      } else if (operation instanceof Operation.Loop loop) {
        if (checkpointed.containsKey(loop)) {
          CheckpointedLoop its = checkpointed.get(loop);
          checkpoints.put(loop, its.sweepForward(builder).object());
          handOut(checkpoints.get(loop), structure.scope(loop));
          its.held().values().forEach(value -> handOut(value, structure.scope(loop)));
        } else {
          sweep(loop, builder);
        }
      } else {
        builder.add(operation);
      }
      operation.results().forEach(result -> save(result, builder));
    }
  }

  /**
   * Where a value that outlives its scope is found at the top of the tape: itself, or what its
   * branches handed out.
   */
  Value atTop(Value value) {
    Value outer = value;
    while (exported.containsKey(outer)) {
      outer = exported.get(outer);
    }
    return outer;
  }

  /** The buffer of a saved value, when the sweep has ended. */
  Value buffer(Value saved) {
    return atTop(finals.get(saved));
  }

  /** The running count of a nested loop's iterations, when the sweep has ended. */
  Value total(Operation.Loop loop) {
    return atTop(finals.get(key(loop)));
  }

  /** The checkpoints of a loop, when the sweep has ended. */
  Value checkpoints(Operation.Loop loop) {
    return atTop(checkpoints.get(loop));
  }

  private Value key(Operation.Loop loop) {
    return iterations.get(loop).counter();
  }

  private void save(Value value, BlockBuilder builder) {
    if (!saves.contains(value)) {
      return;
    }
    Scope scope = structure.scope(value);
    if (scope.loop() == null) {
      handOut(value, scope);
    } else {
      builder.store(state.get(value), slots.get(scope.loop()), value);
    }
  }

  private void handOut(Value value, Scope scope) {
    if (!scope.isTop()) {
      pending.computeIfAbsent(scope, key -> new ArrayList<>()).add(value);
    }
  }

  private void sweep(Operation.Branch branch, BlockBuilder builder) {
    Map<Value, Value> before = state;
    BlockBuilder whenTrue = new BlockBuilder();
    state = new LinkedHashMap<>(before);
    sweep(branch.whenTrue(), whenTrue);
    Map<Value, Value> afterTrue = state;
    BlockBuilder whenFalse = new BlockBuilder();
    state = new LinkedHashMap<>(before);
    sweep(branch.whenFalse(), whenFalse);
    Map<Value, Value> afterFalse = state;
    state = before;

    List<Value> results = new ArrayList<>(branch.results());
    List<Value> trueYields = new ArrayList<>(branch.whenTrue().yields());
    List<Value> falseYields = new ArrayList<>(branch.whenFalse().yields());
    for (Value key : before.keySet()) {
      Value ifTrue = afterTrue.get(key);
      Value ifFalse = afterFalse.get(key);
      if (ifTrue != ifFalse) {
        Value merged = Substitution.like(ifTrue);
        results.add(merged);
        trueYields.add(ifTrue);
        falseYields.add(ifFalse);
        state.put(key, merged);
      }
    }
    Scope scope = structure.scope(branch);
    // The next sweep of the branch, if its loop is repeated, hands out its own.
    for (Value value : pendingIn(branch.whenTrue())) {
      results.add(export(value, scope));
      trueYields.add(value);
      falseYields.add(whenFalse.zero(value.type()));
    }
    for (Value value : pendingIn(branch.whenFalse())) {
      results.add(export(value, scope));
      trueYields.add(whenTrue.zero(value.type()));
      falseYields.add(value);
    }
    builder.add(
        new Operation.Branch(
            results,
            branch.condition(),
            close(branch.whenTrue(), whenTrue, trueYields),
            close(branch.whenFalse(), whenFalse, falseYields),
            branch.at()));
  }

  /** What stands after a throw, such as a zero to be yielded, is never reached. */
  private static Block close(Block original, BlockBuilder builder, List<Value> yields) {
    if (original.completes()) {
      return builder.yield(yields);
    }
    List<Operation> operations = builder.operations();
    int end = operations.size();
    while (!(operations.get(end - 1) instanceof Operation.Throw)) {
      end--;
    }
    return new Block(operations.subList(0, end), List.of());
  }

  private List<Value> pendingIn(Block block) {
    List<Value> values = pending.remove(structure.scope(block));
    return values == null ? List.of() : values;
  }

  private Value export(Value value, Scope outer) {
    Value result = Substitution.like(value);
    exported.put(value, result);
    handOut(result, outer);
    return result;
  }

  private void sweep(Operation.Loop loop, BlockBuilder builder) {
    List<Value> own = saves.in(loop);
    List<Operation.Loop> inside = saves.loopsInside(loop);
    if (own.isEmpty() && inside.isEmpty()) {
      builder.add(loop);
      return;
    }
    boolean outermost = structure.scope(loop).loop() == null;
    Iterations trips = iterations.get(loop);
    Value base = outermost ? null : state.get(key(loop));
    if (outermost) {
      start(loop, builder);
    } else if (lengths.isKnown(loop) && !sized.contains(loop)) {
      reserve(own, () -> builder.plus(base, trips.count()), builder);
    }

    Set<Value> changing = changing(loop);
    List<Value> initial = new ArrayList<>(loop.initial());
    List<Value> carried = new ArrayList<>(loop.carried());
    List<Value> results = new ArrayList<>(loop.results());
    for (Value key : changing) {
      Value current = state.get(key);
      initial.add(current);
      Value inLoop = Substitution.like(current);
      carried.add(inLoop);
      state.put(key, inLoop);
    }
    BlockBuilder body = new BlockBuilder().at(loop.at());
    if (!own.isEmpty()) {
      Value slot =
          outermost
              ? trips.counter()
              : body.elementary(named("slot"), Arithmetic.ADD, base, trips.counter());
      slots.put(loop, slot);
      if (!lengths.isKnown(loop)) {
        reserve(own, () -> body.plus(slot, body.constant(1)), body);
      }
    }
    loop.carried().forEach(value -> save(value, body));
    sweep(loop.body(), body);
    List<Value> yields = new ArrayList<>(loop.body().yields());
    for (Value key : changing) {
      yields.add(state.get(key));
      Value result = Substitution.like(state.get(key));
      results.add(result);
      state.put(key, result);
    }
    builder.at(loop.at());
    builder.add(
        new Operation.Loop(
            results, initial, carried, loop.condition(), body.yield(yields), loop.at()));
    if (outermost) {
      finish(loop);
    } else if (!own.isEmpty()) {
      state.put(key(loop), builder.elementary(named("next"), Arithmetic.ADD, base, trips.count()));
    }
  }

  /** Before an outermost loop: its buffers, and the running counts of the loops inside. */
  private void start(Operation.Loop loop, BlockBuilder builder) {
    Value ownLength = lengths.initial(loop, builder);
    saves.in(loop).forEach(value -> acquire(value, ownLength, builder));
    for (Operation.Loop inner : saves.loopsInside(loop)) {
      Optional<Value> total = extents.total(inner, loop, builder);
      if (total.isPresent()) {
        sized.add(inner);
      }
      Value length = total.orElseGet(() -> builder.constant(0));
      saves.in(inner).forEach(value -> acquire(value, length, builder));
      Value none = named("next");
      builder.add(new Operation.Constant(none, 0, builder.at()));
      state.put(key(inner), none);
    }
  }

  private void acquire(Value saved, Value length, BlockBuilder builder) {
    String name = saved.isNamed() ? saved.name() + "Store" : "store";
    Value buffer = Value.named(saved.type().arrayOf(), name);
    builder.add(new Operation.Acquire(buffer, length, builder.at()));
    state.put(saved, buffer);
  }

  private static Value named(String name) {
    return Value.named(Type.INT, name);
  }

  private interface Length {
    Value get();
  }

  private void reserve(List<Value> saved, Length length, BlockBuilder builder) {
    if (saved.isEmpty()) {
      return;
    }
    Value needed = length.get();
    for (Value value : saved) {
      Value buffer = state.get(value);
      Value grown = Substitution.like(buffer);
      builder.add(new Operation.Reserve(grown, buffer, needed, builder.at()));
      state.put(value, grown);
    }
  }

  /** The parts of the state that an iteration may change. */
  private Set<Value> changing(Operation.Loop loop) {
    Set<Value> changing = new LinkedHashSet<>();
    if (!lengths.isKnown(loop)) {
      changing.addAll(saves.in(loop));
    }
    for (Operation.Loop inner : saves.loopsInside(loop)) {
      if (!sized.contains(inner)) {
        changing.addAll(saves.in(inner));
      }
      changing.add(key(inner));
    }
    return changing;
  }

  /** After an outermost loop: what the reverse sweep will find. */
  private void finish(Operation.Loop loop) {
    Scope scope = structure.scope(loop);
    List<Value> keys = new ArrayList<>(saves.in(loop));
    for (Operation.Loop inner : saves.loopsInside(loop)) {
      keys.addAll(saves.in(inner));
      keys.add(key(inner));
    }
    for (Value key : keys) {
      Value last = state.remove(key);
      finals.put(key, last);
      handOut(last, scope);
    }
  }
}
