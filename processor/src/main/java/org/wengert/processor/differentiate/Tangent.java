package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.DerivativeTypes;
import org.wengert.processor.analyze.Regions;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * The forward mode: every operation is followed by what it does to the tangents. A tangent that is
 * structurally zero is never computed.
 */
public final class Tangent {
  /** Of more, their sum has to tell. */
  private static final int MOST_ROOTS = 3;

  private final Activity activity;
  private final DerivativeTypes types;
  private final Map<Value, Value> tangents = new HashMap<>();
  private final Naming names = new Naming("Dot");
  private final StructuralZeros zeros;
  private final Map<Value, List<Value>> roots = new HashMap<>();

  private Tangent(Structure structure, Activity activity, DerivativeTypes types) {
    this.zeros = new StructuralZeros(structure);
    this.activity = activity;
    this.types = types;
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
    Structure structure = Structure.of(tape);
    Regions regions = Regions.of(tape, structure);
    Tangent tangent =
        new Tangent(
            structure, Activity.of(tape, wrt, structure, regions), DerivativeTypes.of(tape));
    return tangent.names.apply(tangent.differentiate(tape, name, wrt));
  }

  private Tape differentiate(Tape tape, String name, Set<Value> wrt) {
    BlockBuilder builder = new BlockBuilder();
    List<Value> parameters = new ArrayList<>();
    for (Value parameter : tape.parameters()) {
      parameters.add(parameter);
      if (wrt.contains(parameter)) {
        Value tangent = Value.named(parameter.type(), names.of(parameter));
        zeros.mark(tangent, StructuralZeros.Origin.PARAMETER);
        tangents.put(parameter, widened(tangent, parameter, builder));
        parameters.add(tangent);
      }
    }
    List<Value> lent =
        tape.parameters().stream()
            .filter(parameter -> !wrt.contains(parameter) && activity.isActive(parameter))
            .toList();
    LentArrays.zeros(lent, builder).forEach(this::set);
    tape.body().operations().forEach(operation -> differentiate(operation, builder));
    List<Value> results = new ArrayList<>();
    if (tape.body().completes()) {
      for (Value result : tape.results()) {
        results.add(result);
        if (result.type().isDifferentiable()) {
          results.add(roundedTangent(result, builder));
        }
      }
    }
    return new Tape(name, parameters, builder.yield(results));
  }

  private Value declare(Value primal) {
    Value tangent = Value.named(types.of(primal), names.of(primal));
    tangents.put(primal, tangent);
    return tangent;
  }

  /** A tangent that a caller or an array holds, in the type that this one is computed in. */
  private Value widened(Value tangent, Value primal, BlockBuilder builder) {
    Value wide = builder.convert(tangent, types.of(primal));
    zeros.mark(wide, zeros.origin(tangent));
    return wide;
  }

  /** The tangent as a caller or an array holds it. */
  private Value roundedTangent(Value primal, BlockBuilder builder) {
    return builder.convert(tangentOrZero(primal, builder), primal.type());
  }

  private List<Value> declareActive(List<Value> primals) {
    List<Value> all = new ArrayList<>(primals);
    for (Value primal : primals) {
      if (activity.isActive(primal)) {
        all.add(declare(primal));
      }
    }
    return all;
  }

  private void set(Value primal, Value tangent) {
    tangents.put(primal, tangent);
    names.suggest(tangent, primal);
  }

  private Value tangentOrZero(Value primal, BlockBuilder builder) {
    Value tangent = tangents.get(primal);
    if (tangent != null) {
      return tangent;
    }
    if (primal.type().isArray()) {
      return Zeros.like(primal, builder);
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
            set(result, Zeros.like(result, builder)); // written into later on
          }
        }
      }
      CallResults.check(invoke, activity, builder);
      return;
    }
    builder.add(operation);
    if (operation instanceof Operation.Elementary elementary) {
      differentiate(elementary, builder);
    } else if (operation instanceof Operation.Load load && activity.isActive(load.result())) {
      Value tangent = builder.load(tangents.get(load.array()), load.index());
      zeros.mark(
          tangent,
          activity.isCallers(load.array())
              ? StructuralZeros.Origin.PARAMETER
              : StructuralZeros.Origin.ELEMENT);
      set(load.result(), widened(tangent, load.result(), builder));
    } else if (operation instanceof Operation.Store store && activity.isActive(store.array())) {
      builder.store(
          tangents.get(store.array()), store.index(), roundedTangent(store.value(), builder));
    } else if (operation instanceof Operation.NewArray array && activity.isActive(array.result())) {
      builder.newArray(declare(array.result()), array.lengths().toArray(Value[]::new));
    } else if (operation instanceof Operation.CloneArray clone
        && activity.isActive(clone.result())) {
      Value source = tangents.get(clone.array());
      if (source != null) {
        builder.add(new Operation.CloneArray(declare(clone.result()), source, clone.at()));
      } else {
        builder.newArray(declare(clone.result()), builder.length(clone.result()));
      }
    } else if (operation instanceof Operation.Acquire acquire
        && activity.isActive(acquire.result())) {
      builder.add(new Operation.Acquire(declare(acquire.result()), acquire.length(), acquire.at()));
    } else if (operation instanceof Operation.Reserve reserve
        && activity.isActive(reserve.result())) {
      Value buffer = tangents.get(reserve.buffer());
      builder.add(
          new Operation.Reserve(declare(reserve.result()), buffer, reserve.length(), reserve.at()));
    } else if (operation instanceof Operation.Constant constant
        && activity.isActive(constant.result())) {
      // The null array: its tangent is null too.
      builder.add(new Operation.Constant(declare(constant.result()), null, constant.at()));
    } else if (operation instanceof Operation.Call) {
      throw new IllegalStateException("calls between tapes come after differentiation");
    }
  }

  private void differentiate(Operation.Elementary elementary, BlockBuilder builder) {
    if (!activity.isActive(elementary.result())) {
      return;
    }
    Value sum = null;
    for (int i = 0; i < elementary.inputs().size(); i++) {
      Value tangent = tangents.get(elementary.inputs().get(i));
      if (tangent != null && Rules.flows(elementary, i)) {
        Value term = term(elementary, i, tangent, builder);
        sum = sum == null ? term : sum(sum, term, builder);
      }
    }
    if (sum != null) {
      set(elementary.result(), sum);
    }
  }

  private Value term(
      Operation.Elementary elementary, int operand, Value tangent, BlockBuilder builder) {
    Value seed = builder.convert(tangent, types.of(elementary.result()));
    zeros.mark(seed, zeros.origin(tangent));
    Value scaled = Rules.scale(elementary, operand, seed, builder);
    Value term = zeros.guarded(scaled, seed, roots(tangent), elementary, builder);
    if (term != tangent) {
      roots.put(term, roots(tangent));
    }
    return term;
  }

  private Value sum(Value some, Value other, BlockBuilder builder) {
    Value sum = builder.plus(some, other);
    zeros.mark(sum, StructuralZeros.both(zeros.origin(some), zeros.origin(other)));
    Set<Value> all = new LinkedHashSet<>(roots(some));
    all.addAll(roots(other));
    if (all.size() <= MOST_ROOTS) {
      roots.put(sum, List.copyOf(all));
    }
    return sum;
  }

  /** The tangents that a tangent is computed from, up to where one may be a structural zero. */
  private List<Value> roots(Value tangent) {
    return roots.getOrDefault(tangent, List.of(tangent));
  }

  private void differentiate(Operation.Invoke invoke, BlockBuilder builder) {
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < invoke.arguments().size(); i++) {
      Value argument = invoke.arguments().get(i);
      arguments.add(argument);
      if (invoke.isActive(i)) {
        arguments.add(roundedTangent(argument, builder));
      }
    }
    List<Value> results = new ArrayList<>();
    Map<Value, Value> returned = new LinkedHashMap<>();
    for (Value result : invoke.results()) {
      results.add(result);
      if (result.type().isDifferentiable()) {
        Value tangent = Value.named(result.type(), names.of(result));
        returned.put(result, tangent);
        results.add(tangent);
      }
    }
    builder.add(
        new Operation.Invoke(
            results, invoke.callee(), Callee.Form.TANGENT, arguments, invoke.at()));
    returned.forEach((result, tangent) -> tangents.put(result, widened(tangent, result, builder)));
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
        results.add(declare(loop.results().get(i)));
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
        all.add(tangentOrZero(values.get(i), builder));
      }
    }
    return all;
  }
}
