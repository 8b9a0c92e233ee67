package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param state what there is besides the carried values
 * @param rearranged adjoint arrays whose rows may be replaced after the loop
 * @param madeAdjoints the adjoint arrays of carried arrays that iterations make
 * @param held what was read from static fields before the loop, by what the loop reads from them
 */
record CheckpointedLoop(
    Operation.Loop primal,
    Block augmented,
    Value count,
    LoopState state,
    List<Value> rearranged,
    Set<Value> madeAdjoints,
    Map<Value, Value> held) {

  /** Appends the forward sweep. */
  Checkpoints sweepForward(BlockBuilder builder) {
    for (Operation.ReadStatic read : state.statics()) {
      builder.add(
          new Operation.ReadStatic(
              held.get(read.result()), read.owner(), read.field(), read.fixed(), read.at()));
    }
    builder.at(primal.at());
    Checkpoints checkpoints = Checkpoints.make(primal.megabytes(), count, builder);
    UnaryOperator<Value> here = value -> held.getOrDefault(value, value);
    callForAll(checkpoints, "freezeRows", state.rearranged(), here, builder);
    callForAll(checkpoints, "freezeRows", rearranged, here, builder);
    callForAll(checkpoints, "freeze", state.frozen(), here, builder);
    BlockBuilder body = new BlockBuilder().at(primal.at());
    saveWhereDue(checkpoints, primal.carried(), here, body);
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

  private static void callForAll(
      Checkpoints checkpoints,
      String method,
      List<Value> arrays,
      UnaryOperator<Value> outside,
      BlockBuilder builder) {
    arrays.forEach(array -> checkpoints.call(method, outside.apply(array), builder));
  }

  private void saveWhereDue(
      Checkpoints checkpoints,
      List<Value> carried,
      UnaryOperator<Value> outside,
      BlockBuilder builder) {
    BlockBuilder save = new BlockBuilder().at(builder.at());
    for (int i = 0; i < carried.size(); i++) {
      checkpoints.call(
          isMade(primal.carried().get(i)) ? "saveArray" : "save", carried.get(i), save);
    }
    callForAll(checkpoints, "saveContents", state.changing(), outside, save);
    made(carried).forEach(array -> checkpoints.call("saveContents", array, save));
    builder.add(
        new Operation.Branch(
            List.of(),
            checkpoints.ask("isDue", "due", builder),
            save.yield(List.of()),
            new BlockBuilder().yield(List.of()),
            builder.at()));
  }

  private boolean isMade(Value carried) {
    return state.made().contains(carried) || madeAdjoints.contains(carried);
  }

  /** Of values in the place of those that the loop carries, the arrays that iterations make. */
  private List<Value> made(List<Value> carried) {
    return state.made().stream().map(it -> carried.get(primal.carried().indexOf(it))).toList();
  }

  /**
   * Appends what stands before the way back: arrays become what they were after the loop.
   *
   * @param outside where to find what is defined before the loop
   * @return whether there is an iteration to be reversed
   */
  Value turn(Checkpoints checkpoints, UnaryOperator<Value> outside, BlockBuilder builder) {
    Value more = checkpoints.ask("goBack", "more", builder);
    callForAll(checkpoints, "thawRows", state.rearranged(), outside, builder);
    callForAll(checkpoints, "thawRows", rearranged, outside, builder);
    callForAll(checkpoints, "thaw", state.frozen(), outside, builder);
    callForAll(checkpoints, "keep", state.written(), outside, builder);
    callForAll(checkpoints, "keep", made(primal.results()), outside, builder);
    return more;
  }

  /**
   * Appends the way from the latest checkpoint to the iteration that is to be reversed.
   *
   * @return the carried values at the start of that iteration
   */
  List<Value> advance(Checkpoints checkpoints, UnaryOperator<Value> outside, BlockBuilder builder) {
    List<Value> start = new ArrayList<>();
    for (Value value : primal.carried()) {
      Value loaded = Substitution.like(value);
      checkpoints.load(loaded, builder);
      start.add(loaded);
    }
    callForAll(checkpoints, "loadContents", state.changing(), outside, builder);
    made(start).forEach(array -> checkpoints.call("loadContents", array, builder));
    start.add(checkpoints.ask("isBehind", "behind", builder));
    Substitution copy = Substitution.fresh();
    for (Value value : FreeValues.of(primal.body(), primal.carried())) {
      copy.put(value, outside.apply(value));
    }
    List<Value> carried = new ArrayList<>();
    for (Value value : primal.carried()) {
      Value own = Substitution.like(value);
      copy.put(value, own);
      carried.add(own);
    }
    BlockBuilder body = new BlockBuilder().at(primal.at());
    saveWhereDue(checkpoints, List.copyOf(carried), outside, body);
    Block repeated = repeat(primal.body(), copy, outside);
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

  /** A copy of what an iteration does, which finds in static fields what was there at first. */
  Block repeat(Block iteration, Substitution copy, UnaryOperator<Value> outside) {
    return copy.apply(
        WithoutStatics.of(
            iteration,
            read -> {
              Optional<Operation.ReadStatic> known = known(read);
              known.ifPresent(it -> copy.put(read.result(), outside.apply(it.result())));
              return known.isPresent();
            }));
  }

  /** Loops inside hold what they read, too. */
  private Optional<Operation.ReadStatic> known(Operation.ReadStatic read) {
    return state.statics().stream()
        .filter(it -> it.owner().equals(read.owner()) && it.field().equals(read.field()))
        .findFirst();
  }

  /** What is defined before the loop, or by it, and read where its iterations are repeated. */
  Set<Value> outside() {
    Set<Value> outside = new LinkedHashSet<>(FreeValues.of(augmented, primal.carried()));
    outside.addAll(state.changing());
    outside.addAll(state.frozen());
    outside.addAll(state.rearranged());
    outside.addAll(state.written());
    outside.addAll(rearranged);
    for (int i = 0; i < primal.carried().size(); i++) {
      if (isMade(primal.carried().get(i))) {
        outside.add(primal.results().get(i));
      }
    }
    outside.removeAll(held.keySet());
    return outside;
  }
}
