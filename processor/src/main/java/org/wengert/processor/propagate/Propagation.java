package org.wengert.processor.propagate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.Regions;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.differentiate.CallResults;
import org.wengert.processor.differentiate.Naming;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * Every operation is followed by what it does to the companions of its operands, as in the forward
 * mode. The tape must not write into its parameters.
 */
final class Propagation {
  private final Structure structure;
  private final Activity activity;
  private final Companion companion;
  private final Blank blank;
  private final Naming names;
  private final Map<Value, Value> companions = new HashMap<>();

  private Propagation(Structure structure, Activity activity, Companion companion) {
    this.structure = structure;
    this.activity = activity;
    this.companion = companion;
    this.blank = new Blank(companion.type(), companion.length());
    this.names = new Naming(companion.suffix());
  }

  static Propagation of(Tape tape, Set<Value> wrt, Companion companion) throws ProblemException {
    Structure structure = Structure.of(tape);
    Activity activity = Activity.of(tape, wrt, structure, Regions.of(tape, structure));
    return new Propagation(structure, activity, companion);
  }

  /** A call through which derivatives flow, if there is one. */
  Optional<Operation.Invoke> firstCall() {
    return structure.operations().stream()
        .filter(Operation.Invoke.class::isInstance)
        .map(Operation.Invoke.class::cast)
        .filter(activity::isDifferentiated)
        .findFirst();
  }

  /** Whether a parameter has a companion: others do not matter. */
  boolean isAccompanied(Value parameter) {
    return activity.isActive(parameter);
  }

  Blank blank() {
    return blank;
  }

  /** Says what accompanies an active parameter. */
  void start(Value parameter, Value its) {
    set(parameter, its);
  }

  /** What accompanies an active parameter as a parameter itself, by a name of its own. */
  Value start(Value parameter) {
    return declare(parameter);
  }

  /** Gives blank companions to constants that are handed on to calls as if they were active. */
  void lend(List<Value> parameters, BlockBuilder builder) {
    for (Value parameter : parameters) {
      if (activity.isActive(parameter) && !companions.containsKey(parameter)) {
        set(parameter, blank.like(parameter, builder));
      }
    }
  }

  /** Appends the primal and all that accompanies it. */
  void run(Block body, BlockBuilder builder) throws ProblemException {
    for (Operation operation : body.operations()) {
      propagate(operation, builder);
    }
  }

  /** The companion of a scalar or an array, a new one where it depends on no input. */
  Value get(Value primal, BlockBuilder builder) {
    Value its = companions.get(primal);
    if (its != null) {
      return its;
    }
    return primal.type().isArray() ? blank.like(primal, builder) : companion.ofConstant(builder);
  }

  /** The tape with the names that companions are to have. */
  Tape named(Tape tape) {
    return names.apply(tape);
  }

  private void set(Value primal, Value its) {
    companions.put(primal, its);
    names.suggest(its, primal);
  }

  private Value declare(Value primal) {
    Value its = Value.named(blank.type(primal.type()), names.of(primal));
    companions.put(primal, its);
    return its;
  }

  private void propagate(Operation operation, BlockBuilder builder) throws ProblemException {
    builder.at(operation.at());
    if (operation instanceof Operation.Branch branch) {
      propagate(branch, builder);
      return;
    }
    if (operation instanceof Operation.Loop loop) {
      propagate(loop, builder);
      return;
    }
    builder.add(operation);
    if (operation instanceof Operation.Invoke invoke) {
      propagate(invoke, builder);
    } else if (operation instanceof Operation.Store store) {
      if (activity.isActive(store.array())) {
        Value its = get(store.value(), builder);
        builder.store(companions.get(store.array()), store.index(), its);
      }
    } else if (operation.results().stream().anyMatch(activity::isActive)) {
      define(operation, builder);
    }
  }

  private void define(Operation operation, BlockBuilder builder) {
    if (operation instanceof Operation.Elementary elementary) {
      propagate(elementary, builder);
    } else if (operation instanceof Operation.Load load) {
      set(load.result(), builder.load(companions.get(load.array()), load.index()));
    } else if (operation instanceof Operation.NewArray array) {
      blank.make(declare(array.result()), array.result().type(), array.lengths(), builder);
    } else if (operation instanceof Operation.CloneArray clone) {
      Value source = companions.get(clone.array());
      if (source == null) {
        set(clone.result(), blank.like(clone.result(), builder));
      } else {
        builder.add(new Operation.CloneArray(declare(clone.result()), source, clone.at()));
      }
    } else if (operation instanceof Operation.Constant constant) {
      // The null array: its companion is null too.
      builder.add(new Operation.Constant(declare(constant.result()), null, constant.at()));
    } else {
      throw new IllegalStateException("not in what a method is read into: " + operation);
    }
  }

  private void propagate(Operation.Elementary elementary, BlockBuilder builder) {
    List<Value> operands = new ArrayList<>();
    boolean any = false;
    for (int i = 0; i < elementary.inputs().size(); i++) {
      Value its = companions.get(elementary.inputs().get(i));
      operands.add(Rules.flows(elementary, i) ? its : null);
      any |= operands.get(i) != null;
    }
    if (any) {
      set(elementary.result(), companion.of(elementary, operands, builder));
    }
  }

  private void propagate(Operation.Invoke invoke, BlockBuilder builder) throws ProblemException {
    if (activity.isDifferentiated(invoke)) {
      List<Value> arguments = new ArrayList<>();
      for (int i = 0; i < invoke.arguments().size(); i++) {
        arguments.add(invoke.isActive(i) ? get(invoke.arguments().get(i), builder) : null);
      }
      List<Value> results = new ArrayList<>();
      for (Value result : invoke.results()) {
        if (result.type().isDifferentiable()) {
          results.add(declare(result));
        }
      }
      companion.call(invoke, arguments, results, builder);
    } else {
      for (Value result : invoke.results()) {
        if (activity.isActive(result)) {
          // written into later on
          set(result, blank.like(result, builder));
        }
      }
    }
    CallResults.check(invoke, activity, builder);
  }

  private void propagate(Operation.Branch branch, BlockBuilder builder) throws ProblemException {
    Block whenTrue = propagate(branch.whenTrue(), branch.results(), branch);
    Block whenFalse = propagate(branch.whenFalse(), branch.results(), branch);
    builder.add(
        new Operation.Branch(
            declareActive(branch.results(), branch.results()),
            branch.condition(),
            whenTrue,
            whenFalse,
            branch.at()));
  }

  private void propagate(Operation.Loop loop, BlockBuilder builder) throws ProblemException {
    List<Value> initial = withCompanions(loop.initial(), loop.carried(), builder);
    List<Value> carried = declareActive(loop.carried(), loop.carried());
    BlockBuilder condition = new BlockBuilder();
    run(loop.condition(), condition);
    Block body = propagate(loop.body(), loop.carried(), loop);
    List<Value> results = declareActive(loop.results(), loop.carried());
    builder.add(
        new Operation.Loop(
            results,
            initial,
            carried,
            condition.yield(loop.condition().yields()),
            body,
            loop.at()));
  }

  /** A block whose yields are followed by the companions that the active targets receive. */
  private Block propagate(Block block, List<Value> targets, Operation owner)
      throws ProblemException {
    BlockBuilder builder = new BlockBuilder();
    run(block, builder);
    builder.at(owner.at());
    return builder.yield(
        block.completes() ? withCompanions(block.yields(), targets, builder) : List.of());
  }

  private List<Value> withCompanions(
      List<Value> values, List<Value> targets, BlockBuilder builder) {
    List<Value> all = new ArrayList<>(values);
    for (int i = 0; i < values.size(); i++) {
      if (activity.isActive(targets.get(i))) {
        all.add(get(values.get(i), builder));
      }
    }
    return all;
  }

  /**
   * The values, followed by new companions for some of them.
   *
   * @param deciding values at the same positions that tell by being active which
   */
  private List<Value> declareActive(List<Value> primals, List<Value> deciding) {
    List<Value> all = new ArrayList<>(primals);
    for (int i = 0; i < primals.size(); i++) {
      if (activity.isActive(deciding.get(i))) {
        all.add(declare(primals.get(i)));
      }
    }
    return all;
  }
}
