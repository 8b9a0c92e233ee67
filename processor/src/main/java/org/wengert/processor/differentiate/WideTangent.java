package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.DerivativeTypes;
import org.wengert.processor.analyze.Regions;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Traversal;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The forward mode in any number of directions: the primal runs once, and after each piece of it a
 * loop over all directions computes their tangents. Every scalar in an array has an array of its
 * own for its tangents, one for each direction, so that all of them lie in the same places.
 */
public final class WideTangent {
  /** By the size of the code: HotSpot gives up on large loops, and they cannot be split. */
  private static final int LARGEST_LOOP = 64;

  /** With more of them the code is too large to gain anything. */
  private static final int MOST_VECTORS = 100;

  private final Activity activity;
  private final DerivativeTypes types;
  private final StructuralZeros zeros;
  private final LanePlan plan;
  private final Naming names = new Naming("Dot");
  private final Value directions = Value.named(Type.INT, "lanes");
  private final Map<Value, Value> arrays = new HashMap<>();
  private final Map<Value, Value> vectors = new HashMap<>();
  private final Map<Value, Value> made = new LinkedHashMap<>();

  private WideTangent(Tape tape, Structure structure, Activity activity, int largestLoop) {
    this.activity = activity;
    types = DerivativeTypes.of(tape);
    zeros = new StructuralZeros(structure);
    plan = LanePlan.of(tape, activity, largestLoop);
  }

  /**
   * The tangents of a tape that returns an array.
   *
   * @param name the new tape's name
   * @param wrt the active parameters
   * @return a tape whose parameters are the primal ones, each active one followed by its tangents,
   *     an array of as many elements for each scalar as there are directions; then that number. The
   *     result are the tangents of the primal result. None where the tape does what can only be
   *     done in one direction, above all calls of methods that are to be differentiated, or has no
   *     loops, so that a few directions in local variables are faster
   */
  public static Optional<Tape> of(Tape tape, String name, Set<Value> wrt) throws ProblemException {
    return of(tape, name, wrt, LARGEST_LOOP);
  }

  /** The same with loops of no more than so many tangents. */
  static Optional<Tape> of(Tape tape, String name, Set<Value> wrt, int largestLoop)
      throws ProblemException {
    Structure structure = Structure.of(tape);
    Regions regions = Regions.of(tape, structure);
    Activity activity = Activity.of(tape, wrt, structure, regions);
    WideTangent tangent = new WideTangent(tape, structure, activity, largestLoop);
    boolean isLent =
        tape.parameters().stream()
            .anyMatch(parameter -> !wrt.contains(parameter) && activity.isActive(parameter));
    if (isLent
        || !tape.body().completes()
        || !tangent.isPossible(tape.body())
        || !tangent.loops(tape.body())) {
      return Optional.empty();
    }
    Tape wide = tangent.differentiate(tape, name, wrt);
    return tangent.made.size() > MOST_VECTORS ? Optional.empty() : Optional.of(wide);
  }

  private boolean isPossible(Block block) {
    return block.operations().stream()
        .allMatch(
            operation ->
                !(operation instanceof Operation.Invoke invoke
                        && (activity.isDifferentiated(invoke)
                            || invoke.results().stream().anyMatch(activity::isActive)))
                    && !(operation instanceof Operation.Acquire)
                    && !(operation instanceof Operation.Reserve)
                    && operation.blocks().stream().allMatch(this::isPossible));
  }

  private boolean loops(Block block) {
    return block.operations().stream()
        .anyMatch(
            operation ->
                operation instanceof Operation.Loop && activity.touches(operation)
                    || operation.blocks().stream().anyMatch(this::loops));
  }

  private Tape differentiate(Tape tape, String name, Set<Value> wrt) {
    List<Value> parameters = new ArrayList<>();
    for (Value parameter : tape.parameters()) {
      parameters.add(parameter);
      if (wrt.contains(parameter)) {
        Value tangents = Value.named(parameter.type().arrayOf(), names.of(parameter));
        parameters.add(tangents);
        zeros.mark(tangents, StructuralZeros.Origin.PARAMETER);
        (parameter.type().isArray() ? arrays : vectors).put(parameter, tangents);
      }
    }
    Value given = Value.named(Type.INT, "directions");
    parameters.add(given);
    BlockBuilder body = new BlockBuilder();
    Value result = tape.results().get(0);
    LaneSegment last = differentiate(tape.body().operations(), body);
    last.end();
    List<Value> results = List.of(arrayTangent(result, body));
    BlockBuilder whole = new BlockBuilder();
    // Never negative, so that rows of that length can be made one by one.
    whole.elementary(directions, MathCall.of(MathFunction.MAX), whole.constant(0), given);
    for (Value vector : made.values()) {
      whole.newArray(vector, directions);
    }
    body.operations().forEach(whole::add);
    return names.apply(new Tape(name, parameters, whole.yield(results)));
  }

  private LaneSegment segment(BlockBuilder builder) {
    return new LaneSegment(this, builder);
  }

  private LaneSegment differentiate(List<Operation> operations, BlockBuilder builder) {
    LaneSegment segment = segment(builder);
    for (Operation operation : operations) {
      builder.at(operation.at());
      if (operation instanceof Operation.Branch branch && activity.touches(branch)) {
        segment.end();
        differentiate(branch, builder);
        segment = segment(builder);
      } else if (operation instanceof Operation.Loop loop && activity.touches(loop)) {
        segment = differentiate(loop, segment, builder);
      } else {
        if (plan.startsAnew(operation)) {
          segment.end();
          segment = segment(builder);
        }
        builder.add(operation);
        differentiate(operation, segment, builder);
      }
    }
    return segment;
  }

  private void differentiate(Operation operation, LaneSegment segment, BlockBuilder builder) {
    if (operation instanceof Operation.Elementary elementary) {
      if (activity.isActive(elementary.result())) {
        segment.add(elementary);
      }
    } else if (operation instanceof Operation.Load load && activity.isActive(load.result())) {
      Value tangents = builder.load(arrays.get(load.array()), load.index());
      if (load.result().type().isArray()) {
        arrays.put(load.result(), tangents);
      } else {
        zeros.mark(
            tangents,
            activity.isCallers(load.array())
                ? StructuralZeros.Origin.PARAMETER
                : StructuralZeros.Origin.ELEMENT);
        segment.add(load, tangents);
      }
    } else if (operation instanceof Operation.Store store && activity.isActive(store.array())) {
      Value target = arrays.get(store.array());
      if (store.value().type().isArray()) {
        builder.store(target, store.index(), arrayTangent(store.value(), builder));
      } else {
        segment.add(store, builder.load(target, store.index()));
      }
    } else if (operation instanceof Operation.NewArray array && activity.isActive(array.result())) {
      List<Value> lengths = new ArrayList<>(array.lengths());
      if (lengths.size() == array.result().type().rank()) {
        lengths.add(directions);
      }
      builder.newArray(declare(array.result()), lengths.toArray(Value[]::new));
    } else if (operation instanceof Operation.CloneArray clone
        && activity.isActive(clone.result())) {
      differentiate(clone, builder);
    } else if (operation instanceof Operation.Constant constant
        && activity.isActive(constant.result())) {
      // The null array: its tangent is null too.
      builder.add(new Operation.Constant(declare(constant.result()), null, constant.at()));
    }
  }

  /** Rows are shared with the original, numbers are not. */
  private void differentiate(Operation.CloneArray clone, BlockBuilder builder) {
    Value source = arrays.get(clone.array());
    if (source == null) {
      arrays.put(clone.result(), Zeros.wide(clone.result(), directions, builder));
    } else if (clone.result().type().rank() > 1) {
      builder.add(new Operation.CloneArray(declare(clone.result()), source, clone.at()));
    } else {
      Value copy = Zeros.wide(clone.result(), directions, builder);
      arrays.put(clone.result(), copy);
      Traversal.forEachIndex(
          "i",
          builder.length(clone.result()),
          builder,
          (index, row) -> {
            Value from = row.load(source, index);
            Value to = row.load(copy, index);
            Traversal.forEachIndex(
                "k", directions, row, (k, lane) -> lane.store(to, k, lane.load(from, k)));
          });
    }
  }

  private Value declare(Value array) {
    Value tangents = Value.named(array.type().arrayOf(), names.of(array));
    arrays.put(array, tangents);
    return tangents;
  }

  private Value arrayTangent(Value array, BlockBuilder builder) {
    Value tangents = arrays.get(array);
    return tangents != null ? tangents : Zeros.wide(array, directions, builder);
  }

  private void differentiate(Operation.Branch branch, BlockBuilder builder) {
    List<Value> results = new ArrayList<>(branch.results());
    for (Value result : branch.results()) {
      if (activity.isActive(result)) {
        if (result.type().isArray()) {
          results.add(declare(result));
        } else {
          make(result);
        }
      }
    }
    Block whenTrue = block(branch.whenTrue(), branch.results());
    Block whenFalse = block(branch.whenFalse(), branch.results());
    builder.add(
        new Operation.Branch(results, branch.condition(), whenTrue, whenFalse, branch.at()));
  }

  /**
   * A block that hands its tangents on: those of scalars in vectors.
   *
   * @param targets what receives its yields
   */
  private Block block(Block block, List<Value> targets) {
    BlockBuilder builder = new BlockBuilder();
    LaneSegment segment = differentiate(block.operations(), builder);
    if (!block.completes()) {
      segment.end();
      return builder.yield(List.of());
    }
    return builder.yield(handOn(block.yields(), targets, segment, builder));
  }

  /** The values, followed by the tangents of arrays; those of scalars go into vectors. */
  private List<Value> handOn(
      List<Value> values, List<Value> targets, LaneSegment segment, BlockBuilder builder) {
    List<Value> all = new ArrayList<>(values);
    for (int i = 0; i < targets.size(); i++) {
      if (activity.isActive(targets.get(i))) {
        if (targets.get(i).type().isArray()) {
          all.add(arrayTangent(values.get(i), builder));
        } else {
          segment.put(values.get(i), vectors.get(targets.get(i)));
        }
      }
    }
    segment.end();
    return all;
  }

  private LaneSegment differentiate(Operation.Loop loop, LaneSegment before, BlockBuilder builder) {
    for (Value carried : loop.carried()) {
      if (activity.isActive(carried) && !carried.type().isArray()) {
        make(carried);
      }
    }
    List<Value> initial = handOn(loop.initial(), loop.carried(), before, builder);
    List<Value> carried = new ArrayList<>(loop.carried());
    for (Value value : loop.carried()) {
      if (activity.isActive(value) && value.type().isArray()) {
        carried.add(declare(value));
      }
    }
    BlockBuilder condition;
    Block body;
    List<StructuralZeros.Origin> origins;
    do {
      origins = origins(loop.carried());
      condition = new BlockBuilder();
      differentiate(loop.condition().operations(), condition).end();
      body = block(loop.body(), loop.carried());
    } while (!origins.equals(origins(loop.carried())));
    List<Value> results = new ArrayList<>(loop.results());
    for (int i = 0; i < loop.carried().size(); i++) {
      Value result = loop.results().get(i);
      if (activity.isActive(loop.carried().get(i))) {
        if (result.type().isArray()) {
          results.add(declare(result));
        } else {
          vectors.put(result, vectors.get(loop.carried().get(i)));
        }
      }
    }
    builder.at(loop.at());
    builder.add(
        new Operation.Loop(
            results,
            initial,
            carried,
            condition.yield(loop.condition().yields()),
            body,
            loop.at()));
    return segment(builder);
  }

  private List<StructuralZeros.Origin> origins(List<Value> scalars) {
    return scalars.stream()
        .map(vectors::get)
        .map(vector -> vector == null ? StructuralZeros.Origin.NONE : zeros.origin(vector))
        .toList();
  }

  /** A vector for the tangents of a scalar. */
  Value make(Value scalar) {
    Value vector =
        made.computeIfAbsent(
            scalar,
            key -> Value.named(types.of(key).arrayOf(), key.isNamed() ? names.of(key) + "s" : ""));
    vectors.put(scalar, vector);
    return vector;
  }

  /** Where the tangents of a scalar are kept, or null. */
  Value vector(Value scalar) {
    return vectors.get(scalar);
  }

  boolean isKept(Value scalar) {
    return plan.isKept(scalar);
  }

  Value directions() {
    return directions;
  }

  StructuralZeros zeros() {
    return zeros;
  }

  DerivativeTypes types() {
    return types;
  }

  Naming names() {
    return names;
  }
}
