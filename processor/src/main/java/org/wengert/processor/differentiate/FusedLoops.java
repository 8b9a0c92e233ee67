package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.FreeValues;
import org.wengert.processor.analyze.Regions;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Runs the iterations of independent loops forwards and backwards at once, so that nothing is kept
 * from one to the next. The adjoint of an iteration is that of a tape of its own.
 */
final class FusedLoops {
  private final Structure structure;
  private final Activity activity;
  private final Regions regions;
  private final Map<Operation.Loop, Iteration> iterations = new IdentityHashMap<>();
  private final Map<Operation.Loop, Map<Value, Value>> adjoints = new IdentityHashMap<>();

  FusedLoops(Structure structure, Activity activity, Regions regions) {
    this.structure = structure;
    this.activity = activity;
    this.regions = regions;
  }

  /**
   * One iteration.
   *
   * @param parameters what the loop carries, and what it refers to from outside
   * @param active of these
   * @param adjoint the iteration and its adjoint
   */
  private record Iteration(List<Value> parameters, Set<Value> active, Tape adjoint) {}

  /** Runs a loop in this way, where that can be done in bounded memory. */
  void tryToFuse(Operation.Loop loop) throws ProblemException {
    List<Operation> context = new ArrayList<>();
    Set<Value> free = new LinkedHashSet<>();
    FreeValues.of(loop.body(), loop.carried()).forEach(value -> add(value, free, context));
    List<Value> parameters = new ArrayList<>(loop.carried());
    parameters.addAll(free);
    Set<Value> active = new LinkedHashSet<>(free);
    active.removeIf(value -> !activity.isActive(value));
    context.addAll(loop.body().operations());
    Tape iteration = new Tape("", parameters, new Block(context, loop.body().yields()));
    Tape adjoint = Adjoint.ofPart(iteration, "", active, apart(parameters));
    if (acquiresAtTheTop(adjoint.body())) {
      iterations.put(loop, new Iteration(parameters, active, adjoint));
    }
  }

  /** What an iteration refers to, constants as such. */
  private void add(Value value, Set<Value> free, List<Operation> context) {
    Operation definition = structure.definition(value);
    if (definition instanceof Operation.Constant) {
      context.add(definition);
    } else {
      free.add(value);
    }
  }

  /** The arrays that can be reached in one way only. */
  private Set<Value> apart(List<Value> parameters) {
    Set<Value> apart = new LinkedHashSet<>();
    for (Value value : parameters) {
      if (value.type().isArray()
          && !regions.isExternal(regions.of(value))
          && parameters.stream()
              .noneMatch(
                  other ->
                      other != value && other.type().isArray() && regions.mayShare(value, other))) {
        apart.add(value);
      }
    }
    return apart;
  }

  private static boolean acquiresAtTheTop(Block block) {
    return block.operations().stream()
        .flatMap(operation -> operation.blocks().stream())
        .noneMatch(FusedLoops::acquires);
  }

  private static boolean acquires(Block block) {
    return block.operations().stream()
        .anyMatch(
            operation ->
                operation instanceof Operation.Acquire
                    || operation.blocks().stream().anyMatch(FusedLoops::acquires));
  }

  boolean contains(Operation operation) {
    return operation instanceof Operation.Loop && iterations.containsKey(operation);
  }

  /** The fused loops. */
  Set<Operation.Loop> loops() {
    return Collections.unmodifiableSet(iterations.keySet());
  }

  /** The adjoints of scalars from outside to which a loop has added. */
  Map<Value, Value> adjoints(Operation.Loop loop) {
    return adjoints.get(loop);
  }

  /**
   * Appends a loop, both ways.
   *
   * @param shadows the adjoint array of an active array
   * @param seeds the adjoints of its results, null where they are zero
   */
  void append(
      Operation.Loop loop,
      Map<Value, Value> shadows,
      List<Optional<Value>> seeds,
      BlockBuilder builder) {
    Iteration iteration = iterations.get(loop);
    Substitution copy = Substitution.defining(value -> value);
    bind(loop, iteration, shadows, seeds, copy, builder);
    List<Operation> operations = new ArrayList<>();
    for (Operation operation : iteration.adjoint().body().operations()) {
      Operation copied = copy.apply(operation);
      if (copied.results().stream().noneMatch(result -> isContext(result, loop))) {
        operations.add(copied);
      }
    }
    Fused fused = new Fused(loop, operations, builder);
    List<Value> ends = copy.get(iteration.adjoint().results());
    int own = loop.carried().size();
    Map<Value, Value> sums = new LinkedHashMap<>();
    for (Value parameter : iteration.parameters()) {
      if (iteration.active().contains(parameter) && !parameter.type().isArray()) {
        sums.put(parameter, fused.sum(ends.get(own + sums.size()), parameter));
      }
    }
    adjoints.put(loop, sums);
    builder.add(fused.loop(ends.subList(0, own)));
  }

  /** A loop under construction. */
  private static final class Fused {
    private final Operation.Loop loop;
    private final List<Operation> operations;
    private final BlockBuilder before;
    private final BlockBuilder body = new BlockBuilder();
    private final List<Value> initial;
    private final List<Value> carried;
    private final List<Value> results;
    private final List<Value> buffers = new ArrayList<>();
    private final List<Value> sums = new ArrayList<>();
    private final Set<Value> inside;

    Fused(Operation.Loop loop, List<Operation> operations, BlockBuilder before) {
      this.loop = loop;
      this.operations = operations;
      this.before = before;
      initial = new ArrayList<>(loop.initial());
      carried = new ArrayList<>(loop.carried());
      results = new ArrayList<>(loop.results());
      inside = new HashSet<>(loop.carried());
      operations.forEach(this::add);
    }

    private void add(Operation operation) {
      if (operation instanceof Operation.Acquire acquire
          && (inside.contains(acquire.length()) || grows(acquire.result()))) {
        reuse(acquire);
      } else if (isSteady(operation)) {
        before.add(operation);
      } else {
        inside.addAll(operation.results());
        body.at(operation.at());
        body.add(operation);
      }
    }

    private boolean grows(Value buffer) {
      return last(buffer, operations) != buffer;
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

    /** A buffer that all iterations use, and make longer where they need to. */
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
        } else if (operation instanceof Operation.Loop loop && loop.initial().contains(last)) {
          last = loop.results().get(loop.initial().indexOf(last));
        } else if (operation instanceof Operation.Branch branch) {
          last = last(last, branch);
        }
      }
      return last;
    }

    private static Value last(Value buffer, Operation.Branch branch) {
      Value ifTrue = last(buffer, branch.whenTrue().operations());
      Value ifFalse = last(buffer, branch.whenFalse().operations());
      for (int i = 0; i < branch.results().size(); i++) {
        boolean whenTrue = branch.whenTrue().completes();
        boolean whenFalse = branch.whenFalse().completes();
        if ((!whenTrue || branch.whenTrue().yields().get(i) == ifTrue)
            && (!whenFalse || branch.whenFalse().yields().get(i) == ifFalse)
            && (whenTrue && ifTrue != buffer || whenFalse && ifFalse != buffer)) {
          return branch.results().get(i);
        }
      }
      return buffer;
    }

    /** What a scalar's adjoint has come to at the end. */
    Value sum(Value bar, Value parameter) {
      String name = parameter.isNamed() ? parameter.name() + "Bar" : "";
      Value named = Value.named(bar.type(), name);
      Value zero = before.zero(bar.type());
      Value sum = Substitution.like(named);
      Value next = body.elementary(Substitution.like(named), Arithmetic.ADD, sum, bar);
      initial.add(zero);
      carried.add(sum);
      sums.add(next);
      results.add(named);
      return named;
    }

    Operation loop(List<Value> own) {
      List<Value> yields = new ArrayList<>(own);
      for (Value buffer : buffers) {
        yields.add(last(buffer, body.operations()));
      }
      yields.addAll(sums);
      return new Operation.Loop(
          results, initial, carried, loop.condition(), body.yield(yields), loop.at());
    }
  }

  /** Whether a value comes from outside of the loop. */
  private boolean isContext(Value value, Operation.Loop loop) {
    return structure.defines(value)
        && !structure.scope(value).isWithin(structure.scope(loop.body()));
  }

  private static void bind(
      Operation.Loop loop,
      Iteration iteration,
      Map<Value, Value> shadows,
      List<Optional<Value>> seeds,
      Substitution copy,
      BlockBuilder builder) {
    Iterator<Value> given = iteration.adjoint().parameters().iterator();
    for (Value parameter : iteration.parameters()) {
      copy.put(given.next(), parameter);
      if (iteration.active().contains(parameter) && parameter.type().isArray()) {
        copy.put(given.next(), shadows.get(parameter));
      }
    }
    for (int i = 0; i < loop.results().size(); i++) {
      Type type = loop.results().get(i).type();
      if (type.isFloating()) {
        copy.put(given.next(), seeds.get(i).orElseGet(() -> builder.zero(type)));
      }
    }
  }
}
