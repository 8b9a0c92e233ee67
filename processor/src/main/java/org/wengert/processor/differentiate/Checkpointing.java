package org.wengert.processor.differentiate;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.LoopState;
import org.wengert.processor.analyze.Regions;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Value;

/** The loops of a tape of which checkpoints are kept instead of records of all iterations. */
final class Checkpointing {
  private final Map<Operation.Loop, Integer> megabytes = new IdentityHashMap<>();
  private final Map<Operation.Loop, LoopState> states = new IdentityHashMap<>();

  private Checkpointing() {}

  /** Records everything. */
  static Checkpointing none() {
    return new Checkpointing();
  }

  /**
   * The loops that ask for it and would be recorded, and those that they are in.
   *
   * @param fused loops and branches of which nothing is recorded
   * @param mayChange whether the caller may change arrays of a region before the reverse sweep
   */
  static Checkpointing of(
      Structure structure,
      Activity activity,
      Regions regions,
      Set<Operation> fused,
      Predicate<Regions.Region> mayChange)
      throws ProblemException {
    Checkpointing checkpointing = new Checkpointing();
    for (Operation operation : structure.operations()) {
      if (operation instanceof Operation.Loop loop
          && loop.megabytes() > 0
          && loop.body().completes()
          && activity.touches(loop)
          && !fused.contains(loop)
          && fused.stream().noneMatch(structure.scope(loop)::isInside)) {
        for (Operation.Loop around : structure.scope(loop).loops()) {
          checkpointing.megabytes.putIfAbsent(around, loop.megabytes());
        }
        checkpointing.megabytes.put(loop, loop.megabytes());
      }
    }
    for (Operation operation : structure.operations()) {
      if (operation instanceof Operation.Loop loop && checkpointing.megabytes.containsKey(loop)) {
        checkpointing.states.put(loop, LoopState.of(loop, structure, regions, mayChange));
      }
    }
    return checkpointing;
  }

  boolean isEmpty() {
    return states.isEmpty();
  }

  boolean contains(Operation.Loop loop) {
    return states.containsKey(loop);
  }

  /**
   * How to sweep a loop.
   *
   * @param augmented the same with adjoint arrays
   * @param count how many iterations it makes; null where that is not known before it
   * @param shadows the adjoint array of an active array
   */
  CheckpointedLoop of(
      Operation.Loop loop, Operation.Loop augmented, Value count, Map<Value, Value> shadows) {
    boolean handsOnAdjoints = augmented.carried().size() > loop.carried().size();
    Operation.Loop primal =
        new Operation.Loop(
            augmented.results(),
            augmented.initial(),
            augmented.carried(),
            handsOnAdjoints ? PrimalRun.of(augmented.condition()) : loop.condition(),
            handsOnAdjoints ? PrimalRun.of(augmented.body()) : loop.body(),
            megabytes.get(loop),
            loop.at());
    LoopState state = states.get(loop);
    List<Value> rearranged =
        state.rearranged().stream().map(shadows::get).filter(Objects::nonNull).toList();
    Set<Value> madeAdjoints = new LinkedHashSet<>();
    state.made().stream().map(shadows::get).filter(Objects::nonNull).forEach(madeAdjoints::add);
    Map<Value, Value> held = new LinkedHashMap<>(); // values are handed out in this order
    for (Operation.ReadStatic read : state.statics()) {
      held.put(read.result(), Substitution.like(read.result()));
    }
    return new CheckpointedLoop(
        primal, augmented.body(), count, state, rearranged, madeAdjoints, held);
  }
}
