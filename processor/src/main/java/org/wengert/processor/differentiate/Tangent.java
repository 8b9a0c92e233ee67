package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.DerivativeTypes;
import org.wengert.processor.analyze.Regions;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The forward mode: every operation is followed by what it does to the tangents, in one direction
 * after the other. A tangent that is structurally zero is never computed.
 */
public final class Tangent {
  private final Activity activity;
  private final DerivativeTypes types;
  private final Lane arrays;
  private final List<Lane> lanes;
  private final StructuralZeros zeros;
  private final ElementaryTangent elementaries;
  private final boolean again;

  /**
   * @param arrays where the tangents of arrays go, in all directions
   * @param lanes where those of scalars go
   * @param again whether the tangent is to be differentiated once more
   */
  private Tangent(
      StructuralZeros zeros,
      Activity activity,
      DerivativeTypes types,
      Lane arrays,
      List<Lane> lanes,
      boolean again) {
    this.zeros = zeros;
    this.activity = activity;
    this.types = types;
    this.arrays = arrays;
    this.lanes = lanes;
    this.again = again;
    elementaries = new ElementaryTangent(zeros, types);
  }

  /**
   * The tangent of a tape.
   *
   * @param name the new tape's name
   * @param wrt the active parameters
   * @return a tape whose parameters are the primal ones, each active one followed by its tangent,
   *     and whose results are the primal results, each followed by its tangent
   */
  public static Tape of(Tape tape, String name, Set<Value> wrt) throws ProblemException {
    return of(tape, name, wrt, false);
  }

  /**
   * The same for a tangent that is to be differentiated once more: structural zeros stay zero in
   * its derivatives, too. Where it calls methods, it calls their tangents as methods that have
   * derivatives of their own. Not to be emitted before {@link Absorption}.
   */
  public static Tape again(Tape tape, String name, Set<Value> wrt) throws ProblemException {
    return of(tape, name, wrt, true);
  }

  private static Tape of(Tape tape, String name, Set<Value> wrt, boolean again)
      throws ProblemException {
    Lane lane = new Lane("Dot");
    Tangent tangent = of(tape, wrt, lane, List.of(lane), again);
    tangent.refuseLowOrder(tape.body());
    return lane.named(tangent.differentiate(tape, name, wrt));
  }

  /**
   * The tangents of a tape that returns an array, in several directions at once, each of them what
   * {@link #of} computes. An array has one tangent array, in which the derivatives of an element in
   * all directions follow each other.
   *
   * @param name the new tape's name
   * @param wrt the active parameters
   * @param width the number of directions
   * @return a tape whose parameters are the primal ones, each active array followed by its tangent,
   *     each active scalar by the number of the direction in which its tangent is one, and whose
   *     result is the tangent of the primal result; none where the tape calls a method that is to
   *     be differentiated, since that can only be done in one direction
   */
  public static Optional<Tape> ofSeveral(Tape tape, String name, Set<Value> wrt, int width)
      throws ProblemException {
    Lane arrays = new Lane("Dot");
    List<Lane> lanes = IntStream.range(0, width).mapToObj(k -> new Lane("Dot" + k)).toList();
    Tangent tangent = of(tape, wrt, arrays, lanes, false);
    if (tangent.callsDifferentiated(tape.body())) {
      return Optional.empty();
    }
    Tape several = arrays.named(tangent.differentiateSeveral(tape, name, wrt));
    for (Lane lane : lanes) {
      several = lane.named(several);
    }
    return Optional.of(several);
  }

  /**
   * The tangents of an adjoint, in several directions at once: as many columns of a Hessian.
   *
   * @param adjoint as {@link Adjoint#again} makes it, of a tape with a scalar result
   * @param name the new tape's name
   * @param wrt the active parameters of the primal tape, and the adjoint arrays
   * @param width the number of directions
   * @return a tape whose parameters are those of the adjoint, followed as in {@link #ofSeveral},
   *     and at last an array for the tangents of the adjoints of scalars, one after the other, in
   *     all directions each. It has no result. Not to be emitted before {@link Absorption}. None
   *     where a method is called of which more than the value matters
   */
  public static Optional<Tape> ofAdjoint(Tape adjoint, String name, Set<Value> wrt, int width)
      throws ProblemException {
    if (calls(adjoint.body())) {
      return Optional.empty();
    }
    Lane arrays = new Lane("Dot");
    List<Lane> lanes = IntStream.range(0, width).mapToObj(k -> new Lane("Dot" + k)).toList();
    Tangent tangent = of(adjoint, wrt, arrays, lanes, false);
    Tape several = arrays.named(tangent.differentiateAdjoint(adjoint, name, wrt));
    for (Lane lane : lanes) {
      several = lane.named(several);
    }
    return Optional.of(several);
  }

  private static boolean calls(Block block) {
    return block.operations().stream()
        .anyMatch(
            operation ->
                operation instanceof Operation.Invoke invoke
                        && !invoke.callee().isPure()
                        && !invoke.callee().isOfValues()
                    || operation.blocks().stream().anyMatch(Tangent::calls));
  }

  private static Tangent of(Tape tape, Set<Value> wrt, Lane arrays, List<Lane> lanes, boolean again)
      throws ProblemException {
    Structure structure = Structure.of(tape);
    Regions regions = Regions.of(tape, structure);
    Activity activity = Activity.of(tape, wrt, structure, regions);
    return new Tangent(
        new StructuralZeros(structure, again),
        activity,
        DerivativeTypes.of(tape),
        arrays,
        lanes,
        again);
  }

  private boolean callsDifferentiated(Block block) {
    return block.operations().stream()
        .anyMatch(
            operation ->
                operation instanceof Operation.Invoke invoke && activity.isDifferentiated(invoke)
                    || operation.blocks().stream().anyMatch(this::callsDifferentiated));
  }

  /** Methods that are called need as many derivatives as this one. */
  private void refuseLowOrder(Block block) throws ProblemException {
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.Invoke invoke
          && activity.isDifferentiated(invoke)
          && again
          && invoke.callee().derivatives().orElseThrow().order() < 2) {
        Message message =
            switch (invoke.callee().derivatives().orElseThrow().origin()) {
              case GENERATED -> Message.CALLEE_FIRST_ORDER;
              case TANGENT -> Message.CALLEE_SECOND_ORDER;
              case RULES -> Message.RULE_FIRST_ORDER;
              case NESTED -> Message.NESTED_TWICE;
            };
        throw new ProblemException(message, invoke.at(), invoke.callee().original());
      }
      for (Block inner : operation.blocks()) {
        refuseLowOrder(inner);
      }
    }
  }

  private Tape differentiate(Tape tape, String name, Set<Value> wrt) {
    Lane lane = lanes.get(0);
    BlockBuilder builder = new BlockBuilder();
    List<Value> parameters = new ArrayList<>();
    for (Value parameter : tape.parameters()) {
      parameters.add(parameter);
      if (wrt.contains(parameter)) {
        Value tangent = Value.named(parameter.type(), lane.nameFor(parameter));
        parameters.add(tangent);
        seed(lane, parameter, tangent, builder);
      }
    }
    differentiateBody(tape, wrt, builder);
    List<Value> results = new ArrayList<>();
    if (tape.body().completes()) {
      for (Value result : tape.results()) {
        results.add(result);
        if (result.type().isDifferentiable()) {
          results.add(roundedTangent(lane, result, builder));
        }
      }
    }
    return new Tape(name, parameters, builder.yield(results));
  }

  private Tape differentiateAdjoint(Tape adjoint, String name, Set<Value> wrt) {
    BlockBuilder builder = new BlockBuilder();
    List<Value> parameters = severalParameters(adjoint, wrt, builder);
    Value bars = Value.named(Type.DOUBLE.arrayOf(), "barDots");
    if (adjoint.results().size() > 1) {
      parameters.add(bars);
    }
    differentiateBody(adjoint, wrt, builder);
    if (adjoint.body().completes()) {
      int next = 0;
      for (Value bar : adjoint.results().subList(1, adjoint.results().size())) {
        for (Lane lane : lanes) {
          Value tangent = builder.convert(tangentOrZero(lane, bar, builder), Type.DOUBLE);
          builder.store(bars, builder.constant(next++), tangent);
        }
      }
    }
    return new Tape(name, parameters, builder.yield(List.of()));
  }

  private List<Value> severalParameters(Tape tape, Set<Value> wrt, BlockBuilder builder) {
    List<Value> parameters = new ArrayList<>();
    for (Value parameter : tape.parameters()) {
      parameters.add(parameter);
      if (wrt.contains(parameter)) {
        parameters.add(seed(parameter, builder));
      }
    }
    return parameters;
  }

  private Tape differentiateSeveral(Tape tape, String name, Set<Value> wrt) {
    BlockBuilder builder = new BlockBuilder();
    List<Value> parameters = severalParameters(tape, wrt, builder);
    differentiateBody(tape, wrt, builder);
    List<Value> results = new ArrayList<>();
    if (tape.body().completes()) {
      results.add(tangentOrZero(arrays, tape.results().get(0), builder));
    }
    return new Tape(name, parameters, builder.yield(results));
  }

  private Value seed(Value parameter, BlockBuilder builder) {
    if (parameter.type().isArray()) {
      Value tangent = Value.named(parameter.type(), arrays.nameFor(parameter));
      seed(arrays, parameter, tangent, builder);
      return tangent;
    }
    Value direction = Value.named(Type.INT, parameter.name() + "Direction");
    for (int k = 0; k < lanes.size(); k++) {
      Value tangent = unit(direction, builder.constant(k), parameter.type(), builder);
      lanes.get(k).suggest(tangent, parameter);
      seed(lanes.get(k), parameter, tangent, builder);
    }
    return direction;
  }

  /** One in its own direction, zero in all others. */
  private static Value unit(Value direction, Value index, Type type, BlockBuilder builder) {
    Value isOwn = builder.compare(Arithmetic.EQ, direction, index);
    return builder.select(isOwn, builder.number(type, 1), builder.number(type, 0));
  }

  private void seed(Lane lane, Value parameter, Value tangent, BlockBuilder builder) {
    zeros.mark(tangent, StructuralZeros.Origin.PARAMETER);
    lane.put(parameter, widened(tangent, parameter, builder));
  }

  private void differentiateBody(Tape tape, Set<Value> wrt, BlockBuilder builder) {
    List<Value> lent =
        tape.parameters().stream()
            .filter(parameter -> !wrt.contains(parameter) && activity.isActive(parameter))
            .toList();
    LentArrays.zeros(lent, builder).forEach(arrays::set);
    tape.body().operations().forEach(operation -> differentiate(operation, builder));
  }

  private List<Lane> lanes(Value primal) {
    return primal.type().isArray() ? List.of(arrays) : lanes;
  }

  private Value declare(Lane lane, Value primal) {
    Value tangent = Value.named(types.of(primal), lane.nameFor(primal));
    lane.put(primal, tangent);
    return tangent;
  }

  /** A tangent that a caller or an array holds, in the type that this one is computed in. */
  private Value widened(Value tangent, Value primal, BlockBuilder builder) {
    Value wide = builder.convert(tangent, types.of(primal));
    zeros.mark(wide, zeros.origin(tangent));
    return wide;
  }

  /** The tangent as a caller or an array holds it. */
  private Value roundedTangent(Lane lane, Value primal, BlockBuilder builder) {
    return builder.convert(tangentOrZero(lane, primal, builder), primal.type());
  }

  private List<Value> declareActive(List<Value> primals) {
    List<Value> all = new ArrayList<>(primals);
    for (Value primal : primals) {
      if (activity.isActive(primal)) {
        lanes(primal).forEach(lane -> all.add(declare(lane, primal)));
      }
    }
    return all;
  }

  private Value tangentOrZero(Lane lane, Value primal, BlockBuilder builder) {
    Value tangent = lane.tangent(primal);
    if (tangent != null) {
      return tangent;
    }
    if (primal.type().isArray()) {
      return Zeros.like(primal, lanes.size(), builder);
    }
    Value zero = builder.zero(types.of(primal));
    zeros.mark(zero, StructuralZeros.Origin.UNUSED);
    return zero;
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
      if (activity.isDifferentiated(invoke)) {
        differentiate(invoke, builder);
      } else {
        builder.add(invoke);
        for (Value result : invoke.results()) {
          if (activity.isActive(result)) {
            // written into later on
            arrays.set(result, Zeros.like(result, lanes.size(), builder));
          }
        }
      }
      CallResults.check(invoke, activity, builder);
      return;
    }
    builder.add(operation);
    if (operation instanceof Operation.Elementary elementary) {
      lanes(elementary.result()).forEach(lane -> differentiate(lane, elementary, builder));
    } else if (operation instanceof Operation.Load load && activity.isActive(load.result())) {
      differentiate(load, builder);
    } else if (operation instanceof Operation.Store store && activity.isActive(store.array())) {
      differentiate(store, builder);
    } else if (operation instanceof Operation.NewArray array && activity.isActive(array.result())) {
      List<Value> lengths = new ArrayList<>(array.lengths());
      if (lengths.size() == array.result().type().rank()) {
        lengths.add(inAllDirections(lengths.remove(lengths.size() - 1), builder));
      }
      builder.newArray(declare(arrays, array.result()), lengths.toArray(Value[]::new));
    } else if (operation instanceof Operation.CloneArray clone
        && activity.isActive(clone.result())) {
      Value source = arrays.tangent(clone.array());
      Value copy = declare(arrays, clone.result());
      if (source != null) {
        builder.add(new Operation.CloneArray(copy, source, clone.at()));
      } else {
        builder.newArray(copy, length(clone.result(), builder.length(clone.result()), builder));
      }
    } else if (operation instanceof Operation.Acquire acquire
        && activity.isActive(acquire.result())) {
      Value length = length(acquire.result(), acquire.length(), builder);
      builder.add(new Operation.Acquire(declare(arrays, acquire.result()), length, acquire.at()));
    } else if (operation instanceof Operation.Reserve reserve
        && activity.isActive(reserve.result())) {
      Value buffer = arrays.tangent(reserve.buffer());
      Value length = length(reserve.result(), reserve.length(), builder);
      builder.add(
          new Operation.Reserve(declare(arrays, reserve.result()), buffer, length, reserve.at()));
    } else if (operation instanceof Operation.Constant constant
        && activity.isActive(constant.result())) {
      // The null array: its tangent is null too.
      builder.add(new Operation.Constant(declare(arrays, constant.result()), null, constant.at()));
    } else if (operation instanceof Operation.Call) {
      throw new IllegalStateException("calls between tapes come after differentiation");
    }
  }

  private void differentiate(Operation.Load load, BlockBuilder builder) {
    for (Lane lane : lanes(load.result())) {
      Value index = index(load.result(), load.index(), lane, builder);
      Value tangent = builder.load(arrays.tangent(load.array()), index);
      zeros.mark(
          tangent,
          activity.isCallers(load.array())
              ? StructuralZeros.Origin.PARAMETER
              : StructuralZeros.Origin.ELEMENT);
      lane.set(load.result(), widened(tangent, load.result(), builder));
    }
  }

  private void differentiate(Operation.Store store, BlockBuilder builder) {
    for (Lane lane : lanes(store.value())) {
      Value index = index(store.value(), store.index(), lane, builder);
      Value tangent = roundedTangent(lane, store.value(), builder);
      builder.store(arrays.tangent(store.array()), index, tangent);
    }
  }

  /** Where the tangent array holds the tangent of the given element. */
  private Value index(Value element, Value index, Lane lane, BlockBuilder builder) {
    if (element.type().isArray()) {
      return index;
    }
    Value first = inAllDirections(index, builder);
    int k = lanes.indexOf(lane);
    return k == 0 ? first : builder.plus(first, builder.constant(k));
  }

  /** The length of the tangent of an array of the given length. */
  private Value length(Value array, Value length, BlockBuilder builder) {
    return array.type().rank() == 1 ? inAllDirections(length, builder) : length;
  }

  private Value inAllDirections(Value count, BlockBuilder builder) {
    return lanes.size() == 1 ? count : builder.times(count, builder.constant(lanes.size()));
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

  /** By partial derivatives that are asked for by themselves, so that they are differentiated. */
  private void differentiateByRules(
      Operation.Invoke invoke, Map<Integer, Callee> partials, BlockBuilder builder) {
    Lane lane = lanes.get(0);
    builder.add(invoke);
    Value result = invoke.results().get(0);
    Value sum = null;
    for (int i = 0; i < invoke.arguments().size(); i++) {
      Value tangent = lane.tangent(invoke.arguments().get(i));
      if (partials.containsKey(i) && tangent != null) {
        Value slope = Value.temporary(result.type());
        builder.add(
            new Operation.Invoke(
                List.of(slope),
                partials.get(i),
                Callee.Form.PRIMAL,
                invoke.arguments(),
                invoke.at()));
        Type type = types.of(result);
        Value term = builder.absorb(builder.convert(tangent, type), builder.convert(slope, type));
        zeros.mark(term, zeros.origin(tangent));
        sum = sum == null ? term : builder.plus(sum, term);
      }
    }
    if (sum != null) {
      lane.set(result, sum);
    }
  }

  /** Only ever in one direction. */
  private void differentiate(Operation.Invoke invoke, BlockBuilder builder) {
    Map<Integer, Callee> partials = invoke.callee().derivatives().orElseThrow().partials();
    if (again && !partials.isEmpty()) {
      differentiateByRules(invoke, partials, builder);
      return;
    }
    Lane lane = lanes.get(0);
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < invoke.arguments().size(); i++) {
      Value argument = invoke.arguments().get(i);
      arguments.add(argument);
      if (invoke.isActive(i)) {
        arguments.add(roundedTangent(lane, argument, builder));
      }
    }
    List<Value> results = new ArrayList<>();
    Map<Value, Value> returned = new LinkedHashMap<>();
    for (Value result : invoke.results()) {
      results.add(result);
      if (result.type().isDifferentiable()) {
        Value tangent = Value.named(result.type(), lane.nameFor(result));
        returned.put(result, tangent);
        results.add(tangent);
      }
    }
    builder.add(
        again
            ? new Operation.Invoke(
                results, invoke.callee().ofTangent(), Callee.Form.PRIMAL, arguments, invoke.at())
            : new Operation.Invoke(
                results, invoke.callee(), Callee.Form.TANGENT, arguments, invoke.at()));
    returned.forEach((result, tangent) -> lane.put(result, widened(tangent, result, builder)));
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
        lanes(result).forEach(lane -> results.add(declare(lane, result)));
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
        lanes(value).forEach(lane -> all.add(tangentOrZero(lane, value, builder)));
      }
    }
    return all;
  }
}
