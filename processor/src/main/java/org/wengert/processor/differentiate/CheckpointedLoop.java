package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.wengert.processor.analyze.FreeValues;
import org.wengert.processor.analyze.LoopState;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * A loop of which the forward sweep keeps checkpoints only, and whose iterations the reverse sweep
 * repeats.
 *
 * @param primal what the forward sweep iterates: the loop, with the adjoint arrays that it carries
 * @param augmented an iteration with all adjoint arrays, calls keeping what they need
 * @param count the number of iterations; null where that is not known before the loop
 * @param state what a checkpoint consists of, besides the carried values
 * @param frozen arrays whose contents may be others by the time of the reverse sweep
 */
record CheckpointedLoop(
    Operation.Loop primal, Block augmented, Value count, LoopState state, List<Value> frozen) {

  /** Appends the forward sweep. */
  Checkpoints sweepForward(BlockBuilder builder) {
    Checkpoints checkpoints = Checkpoints.make(primal.megabytes(), count, builder);
    frozen.forEach(array -> checkpoints.call("freeze", array, builder));
    BlockBuilder body = new BlockBuilder().at(primal.at());
    saveWhereDue(checkpoints, primal.carried(), UnaryOperator.identity(), body);
    primal.body().operations().forEach(body::add);
    builder.add(
        new Operation.Loop(
            primal.results(),
            primal.initial(),
            primal.carried(),
            primal.condition(),
            body.yield(primal.body().yields()),
            primal.at()));
    return checkpoints;
  }

  private void saveWhereDue(
      Checkpoints checkpoints,
      List<Value> carried,
      UnaryOperator<Value> outside,
      BlockBuilder builder) {
    BlockBuilder save = new BlockBuilder().at(builder.at());
    carried.forEach(value -> checkpoints.call("save", value, save));
    state.changing().forEach(a -> checkpoints.call("saveContents", outside.apply(a), save));
    builder.add(
        new Operation.Branch(
            List.of(),
            checkpoints.ask("isDue", "due", builder),
            save.yield(List.of()),
            new BlockBuilder().yield(List.of()),
            builder.at()));
  }

  /**
   * Appends the way from the latest checkpoint to the iteration that is to be reversed.
   *
   * @param outside where to find what is defined before the loop
   * @return the carried values at the start of that iteration
   */
  List<Value> advance(
      Checkpoints checkpoints, UnaryOperator<Value> outside, BlockBuilder builder) {
    List<Value> start = new ArrayList<>();
    for (Value value : primal.carried()) {
      Value loaded = Substitution.like(value);
      checkpoints.load(loaded, builder);
      start.add(loaded);
    }
    state.changing().forEach(a -> checkpoints.call("loadContents", outside.apply(a), builder));
    start.add(checkpoints.ask("isBehind", "behind", builder));
    Substitution copy = Substitution.fresh();
    List<Value> carried = new ArrayList<>();
    for (Value value : primal.carried()) {
      Value own = Substitution.like(value);
      copy.put(value, own);
      carried.add(own);
    }
    BlockBuilder body = new BlockBuilder().at(primal.at());
    saveWhereDue(checkpoints, List.copyOf(carried), outside, body);
    Block repeated = copy(copy, outside);
    repeated.operations().forEach(body::add);
    List<Value> yields = new ArrayList<>(repeated.yields());
    yields.add(checkpoints.ask("isBehind", "behind", body));
    Value behind = Value.named(Type.BOOLEAN, "behind");
    carried.add(behind);
    List<Value> results = carried.stream().map(Substitution::like).toList();
    builder.add(
        new Operation.Loop(
            results,
            start,
            carried,
            new Block(List.of(), List.of(behind)),
            body.yield(yields),
            primal.at()));
    return results.subList(0, results.size() - 1);
  }

  private Block copy(Substitution copy, UnaryOperator<Value> outside) {
    for (Value value : FreeValues.of(primal.body(), primal.carried())) {
      copy.put(value, outside.apply(value));
    }
    return copy.apply(primal.body());
  }

  /** What is defined before the loop and read where its iterations are repeated. */
  Set<Value> outside() {
    Set<Value> outside = new LinkedHashSet<>(FreeValues.of(augmented, primal.carried()));
    outside.addAll(state.changing());
    outside.addAll(state.written());
    outside.addAll(frozen);
    return outside;
  }
}
