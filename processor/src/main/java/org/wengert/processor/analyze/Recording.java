package org.wengert.processor.analyze;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operator;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * How the reverse sweep comes by each value of the forward sweep that it needs: it is still
 * visible, is recomputed because that is cheap, or has been saved. Only results of costly
 * operations, values carried around loops and reads of memory that is overwritten are saved, and
 * what depends on such a value and would need one more saved for its recomputation.
 */
public final class Recording {
  /** Where the reverse sweep finds a value. */
  public enum Source {
    /** Defined at the top of the tape, so in scope. */
    VISIBLE,
    /** The number of the iteration, which the reverse loop counts itself. */
    COUNTER,
    /** A value that a loop steps, from the number of the iteration. */
    INDEX,
    /** Computed again from its operands. */
    RECOMPUTED,
    /** Written to a buffer by each iteration, or handed out of a branch. */
    SAVED
  }

  private final Structure structure;
  private final Regions regions;
  private final Set<Value> allocations;
  private final Memory memory;
  private final Set<Regions.Region> handedOut = new HashSet<>();

  /** Of arrays that checkpoints refer to. */
  private final Set<Regions.Region> handedOn = new HashSet<>();

  private final Map<Value, Source> sources = new LinkedHashMap<>();
  private final Map<Value, Iterations> counters = new HashMap<>();
  private final Map<Value, Index> indices = new HashMap<>();

  /**
   * A carried value of a loop.
   *
   * @param start what it is in the first iteration
   * @param step what each iteration adds to it
   */
  public record Index(Value start, int step) {}

  private Recording(Structure structure, Regions regions, Set<Value> allocations, Memory memory) {
    this.structure = structure;
    this.regions = regions;
    this.allocations = new LinkedHashSet<>(allocations);
    this.memory = memory;
  }

  /** What may happen to arrays that the caller knows between the two sweeps. */
  public enum Memory {
    /** Nothing: one follows the other at once. */
    KEPT,
    /** Anything: the caller goes on in between. */
    SHARED
  }

  /**
   * Decides for every needed value.
   *
   * @param tape the primal, with adjoint arrays and iteration counts
   * @param shadows the adjoint array of an active array
   * @param iterations of every other loop that the reverse sweep enters
   * @param repeated of every loop whose iterations it repeats, what it needs for that
   * @param allocations the adjoint arrays that the tape allocates
   * @param apart parameters that are arrays apart from all others
   * @param fused loops and branches in which nothing is needed of the reverse sweep
   * @param memory whether what is read from the caller's arrays can be read again
   */
  public static Recording of(
      Tape tape,
      Structure structure,
      Activity activity,
      UnaryOperator<Value> shadows,
      IdentityHashMap<Operation.Loop, Iterations> iterations,
      Map<Operation.Loop, Set<Value>> repeated,
      Set<Value> allocations,
      Set<Value> apart,
      Set<Operation> fused,
      Memory memory) {
    Regions regions = Regions.of(tape, structure, apart);
    Recording recording = new Recording(structure, regions, allocations, memory);
    for (Value result : tape.results()) {
      recording.handedOut.addAll(regions.reachable(result));
    }
    for (Operation.Loop loop : repeated.keySet()) {
      for (Value carried : loop.carried()) {
        recording.handedOn.addAll(regions.reachable(carried));
      }
    }
    for (Iterations loop : iterations.values()) {
      recording.counters.put(loop.counter(), loop);
    }
    iterations.keySet().forEach(recording::addIndices);
    Set<Value> needed = new LinkedHashSet<>();
    for (Value value : Needs.of(tape, structure, activity, shadows, iterations, repeated, fused)) {
      recording.need(value, needed);
    }
    do {
      recording.sources.clear();
      recording.decide(needed);
    } while (recording.keepShared());
    return recording;
  }

  /** Every carried integer that goes by a constant step, which the counter tells. */
  private void addIndices(Operation.Loop loop) {
    for (int i = 0; i < loop.carried().size() && loop.body().completes(); i++) {
      Value index = loop.carried().get(i);
      if (index.type().equals(Type.INT) && !counters.containsKey(index)) {
        Integer step = CountedLoop.step(index, loop.body().yields().get(i), structure);
        if (step != null) {
          indices.put(index, new Index(loop.initial().get(i), step));
        }
      }
    }
  }

  /** Where an index is needed, so is what it starts at: once for a run of its loop. */
  private void need(Value value, Set<Value> needed) {
    if (needed.add(value)) {
      needStarts(value, needed, new HashSet<>());
    }
  }

  private void needStarts(Value value, Set<Value> needed, Set<Value> seen) {
    if (!seen.add(value) || isTop(value)) {
      return;
    }
    Operation definition = structure.definition(value);
    if (indices.containsKey(value)) {
      need(indices.get(value).start(), needed);
    } else if (definition != null && isCheap(definition)) {
      definition.operands().forEach(operand -> needStarts(operand, needed, seen));
    }
  }

  private void decide(Set<Value> needed) {
    for (Value value : needed) {
      if (!isRecomputable(value)) {
        sources.put(value, Source.SAVED);
      }
    }
    for (Operation operation : structure.operations()) {
      if (operation instanceof Operation.Loop loop) {
        loop.carried().forEach(value -> decide(value, needed.contains(value)));
      }
      operation.results().forEach(value -> decide(value, needed.contains(value)));
    }
  }

  /**
   * An adjoint array must not be made again if a reference to it, or to a row of it, is saved: that
   * would be to another array. Whether there was such a one.
   */
  private boolean keepShared() {
    Set<Regions.Region> saved = new HashSet<>();
    for (Value value : saved()) {
      if (value.type().isArray()) {
        saved.add(regions.of(value));
      }
    }
    saved.addAll(handedOn);
    return allocations.removeIf(
        array ->
            sources.get(array) == Source.RECOMPUTED
                && !Collections.disjoint(regions.reachable(array), saved));
  }

  /** Where to find a value that the reverse sweep needs, or an operand of a recomputed one. */
  public Source source(Value value) {
    Source source = isTop(value) ? Source.VISIBLE : sources.get(value);
    if (source == null) {
      throw new IllegalStateException("the reverse sweep has no way to " + value);
    }
    return source;
  }

  /** Every saved value; those that stand outside of loops are handed out of their branches. */
  public Set<Value> saved() {
    return from(Source.SAVED);
  }

  /** Every value that is computed again. */
  public Set<Value> recomputed() {
    return from(Source.RECOMPUTED);
  }

  private Set<Value> from(Source wanted) {
    Set<Value> found = new LinkedHashSet<>();
    sources.forEach(
        (value, source) -> {
          if (source == wanted) {
            found.add(value);
          }
        });
    return found;
  }

  /** How an index goes. */
  public Index index(Value index) {
    return indices.get(index);
  }

  private boolean isTop(Value value) {
    return structure.scope(value).isTop();
  }

  /** Whether a value needs no saving if all that it is computed from is at hand. */
  private boolean isRecomputable(Value value) {
    return isTop(value)
        || counters.containsKey(value)
        || indices.containsKey(value)
        || isCheap(structure.definition(value));
  }

  private boolean isAtHand(Value value) {
    return isTop(value) || sources.containsKey(value);
  }

  /** In program order, so that operands are decided before what is computed from them. */
  private void decide(Value value, boolean needed) {
    if (isAtHand(value)) {
      return;
    }
    if (counters.containsKey(value)) {
      sources.put(value, Source.COUNTER);
    } else if (indices.containsKey(value) && isAtHand(indices.get(value).start())) {
      sources.put(value, Source.INDEX);
    } else if (isRecomputable(value)
        && !indices.containsKey(value)
        && structure.definition(value).operands().stream().allMatch(this::isAtHand)) {
      sources.put(value, Source.RECOMPUTED);
    } else if (needed) {
      sources.put(value, Source.SAVED);
    }
  }

  private boolean isCheap(Operation definition) {
    if (definition instanceof Operation.Constant
        || definition instanceof Operation.ReadStatic read && read.fixed()
        || definition instanceof Operation.Length) {
      return true;
    }
    if (definition instanceof Operation.Elementary elementary) {
      return isCheap(elementary.operator(), elementary);
    }
    if (definition instanceof Operation.Load load) {
      return regions.survives(load) && isKept(regions.of(load.array()));
    }
    if (definition instanceof Operation.NewArray array) {
      // Zeros until the reverse sweep writes to them, so they can as well be made there.
      return allocations.contains(array.result())
          && regions.staysWithin(array.result(), structure.scope(array.result()));
    }
    return false;
  }

  private boolean isKept(Regions.Region region) {
    return memory == Memory.KEPT || !(regions.isExternal(region) || handedOut.contains(region));
  }

  /** Against storing and loading a value, which costs about two nanoseconds. */
  private static boolean isCheap(Operator operator, Operation.Elementary elementary) {
    if (operator instanceof Arithmetic arithmetic) {
      boolean floating = elementary.inputs().get(0).type().isFloating();
      return !floating || (arithmetic != Arithmetic.DIV && arithmetic != Arithmetic.REM);
    }
    return switch (((MathCall) operator).function()) {
      case SIN,
          COS,
          TAN,
          ASIN,
          ACOS,
          ATAN,
          ATAN2,
          SINH,
          COSH,
          TANH,
          EXP,
          EXPM1,
          LOG,
          LOG10,
          LOG1P,
          SQRT,
          CBRT,
          POW,
          HYPOT,
          IEEE_REMAINDER ->
          false;
      default -> true;
    };
  }
}
