package org.wengert.processor.analyze;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.Problem;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.message.Problems;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * Which values carry a derivative: those that depend on an active parameter (varied) and on which a
 * result depends (useful). Both are least fixed points over the tape; arrays are followed by
 * region.
 */
public final class Activity {
  private final Structure structure;
  private final Regions regions;
  private final Set<Regions.Region> constant = new LinkedHashSet<>();

  /** Regions that vary only because a call might write to them. */
  private final Set<Regions.Region> lent = new LinkedHashSet<>();

  private final Map<Regions.Region, Operation.Invoke> handedOut = new LinkedHashMap<>();
  private final Set<Value> varied = new LinkedHashSet<>();
  private final Set<Regions.Region> variedRegions = new LinkedHashSet<>();
  private final Set<Value> useful = new LinkedHashSet<>();
  private final Set<Regions.Region> usefulRegions = new LinkedHashSet<>();
  private boolean changed;

  private Activity(Structure structure, Regions regions) {
    this.structure = structure;
    this.regions = regions;
  }

  /**
   * Finds the active values of a tape.
   *
   * @param wrt the parameters to differentiate with respect to
   * @throws ProblemException where a derivative would flow into an array that is declared constant
   */
  public static Activity of(Tape tape, Set<Value> wrt, Structure structure, Regions regions)
      throws ProblemException {
    return of(tape, wrt, tape.results(), structure, regions);
  }

  /**
   * Finds the active values of a part of a tape.
   *
   * @param seeded the results that have adjoints
   */
  public static Activity of(
      Tape tape, Set<Value> wrt, List<Value> seeded, Structure structure, Regions regions)
      throws ProblemException {
    Activity activity = new Activity(structure, regions);
    List<Problem> problems = activity.vary(tape, wrt, Set.of());
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    activity.seedUseful(seeded, wrt);
    List<Operation> operations = structure.operations();
    do {
      activity.changed = false;
      for (int i = operations.size() - 1; i >= 0; i--) {
        activity.use(operations.get(i));
      }
    } while (activity.changed);
    return activity;
  }

  /**
   * All the places where a derivative would be lost, in a tape of which not everything is known.
   *
   * @param unknown parameters that stand for anything
   */
  public static List<Problem> losses(Tape tape, Set<Value> wrt, Set<Value> unknown) {
    Structure structure = Structure.of(tape);
    return new Activity(structure, Regions.of(tape, structure)).vary(tape, wrt, unknown);
  }

  /** Finds what depends on active parameters; returns the places where that would be lost. */
  private List<Problem> vary(Tape tape, Set<Value> wrt, Set<Value> unknown) {
    start(tape, wrt, unknown);
    do {
      changed = false;
      for (Operation operation : structure.operations()) {
        vary(operation);
      }
    } while (changed);
    Problems problems = new Problems();
    refuseLostArguments(problems);
    refuseWritesToHandedOut(problems);
    refuseWritesToConstants(tape, wrt, problems);
    return problems.inOrder();
  }

  /** Whether a scalar has a tangent and an adjoint, or an array has elements that do. */
  public boolean isActive(Value value) {
    if (!value.type().isDifferentiable()) {
      return false;
    }
    return isVaried(value) && isUseful(value);
  }

  private void start(Tape tape, Set<Value> wrt, Set<Value> unknown) {
    for (Value parameter : tape.parameters()) {
      if (!parameter.type().isDifferentiable() || unknown.contains(parameter)) {
        continue;
      }
      if (parameter.type().isArray()) {
        (wrt.contains(parameter) ? variedRegions : constant).add(regions.leaf(parameter));
      } else if (wrt.contains(parameter)) {
        varied.add(parameter);
      }
    }
    for (Operation.ReadStatic read : regions.statics()) {
      if (read.result().type().isDifferentiable()) {
        constant.add(regions.leaf(read.result()));
      }
    }
    for (Operation operation : structure.operations()) {
      if (operation instanceof Operation.Invoke invoke
          && invoke.callee().derivatives().isEmpty()
          && !invoke.callee().isPure()) {
        for (Value result : invoke.results()) {
          if (result.type().isArray() && result.type().isDifferentiable()) {
            handedOut.put(regions.leaf(result), invoke);
          }
        }
      }
    }
  }

  /** Whether a scalar, or an element of an array, depends on an active parameter. */
  public boolean isVaried(Value value) {
    return value.type().isArray()
        ? variedRegions.contains(regions.leaf(value))
        : varied.contains(value);
  }

  private void markVaried(Value value) {
    if (value.type().isDifferentiable()) {
      changed |=
          value.type().isArray() ? variedRegions.add(regions.leaf(value)) : varied.add(value);
    }
  }

  private void vary(Operation operation) {
    if (operation instanceof Operation.Elementary elementary) {
      for (int i = 0; i < elementary.inputs().size(); i++) {
        if (varied.contains(elementary.inputs().get(i)) && Rules.flows(elementary, i)) {
          markVaried(elementary.result());
        }
      }
    } else if (operation instanceof Operation.Load load) {
      if (!load.result().type().isArray() && isVaried(load.array())) {
        markVaried(load.result());
      }
    } else if (operation instanceof Operation.Store store) {
      if (!store.value().type().isArray() && isVaried(store.value())) {
        markVaried(store.array());
      }
    } else if (operation instanceof Operation.CloneArray clone) {
      if (isVaried(clone.array())) {
        markVaried(clone.result());
      }
    } else if (operation instanceof Operation.Invoke invoke) {
      if (invoke.active().stream().anyMatch(this::isVaried)) {
        // If nothing else is known, the callee may write to any array that it can differentiate.
        invoke.active().stream()
            .filter(value -> value.type().isArray())
            .filter(value -> invoke.stores().map(its -> its.contains(value)).orElse(true))
            .forEach(this::lend);
        invoke.results().forEach(this::markVaried);
      }
    } else if (operation instanceof Operation.Branch branch) {
      varyFlow(branch.whenTrue().yields(), branch.results());
      varyFlow(branch.whenFalse().yields(), branch.results());
    } else if (operation instanceof Operation.Loop loop) {
      varyFlow(loop.initial(), loop.carried());
      varyFlow(loop.body().yields(), loop.carried());
      varyFlow(loop.carried(), loop.results());
    }
  }

  private void lend(Value array) {
    Regions.Region region = regions.leaf(array);
    if (variedRegions.add(region)) {
      lent.add(region);
      changed = true;
    }
  }

  /** Arrays share a region already; an arm that throws yields nothing. */
  private void varyFlow(List<Value> from, List<Value> to) {
    for (int i = 0; i < from.size(); i++) {
      if (!from.get(i).type().isArray() && varied.contains(from.get(i))) {
        markVaried(to.get(i));
      }
    }
  }

  /** Of several places for one array, the first is enough. */
  private void refuseWritesToConstants(Tape tape, Set<Value> wrt, Problems problems) {
    for (Regions.Region region : constant) {
      if (variedRegions.contains(region)) {
        Optional<String> field = staticIn(region);
        String name = field.isPresent() ? field.get() : nameOf(region, tape, wrt);
        structure.operations().stream()
            .flatMap(operation -> lossIn(operation, region, field.isPresent(), name).stream())
            .findFirst()
            .or(() -> mixed(region, field.isPresent(), name))
            .ifPresent(problems::add);
      }
    }
  }

  private Optional<Problem> lossIn(
      Operation operation, Regions.Region region, boolean isField, String name) {
    if (operation instanceof Operation.Store store
        && !store.value().type().isArray()
        && isVaried(store.value())
        && regions.leaf(store.array()) == region) {
      Message message = isField ? Message.STATIC_ARRAY_WRITTEN : Message.CONSTANT_ARRAY_WRITTEN;
      return Optional.of(Problem.of(message, store.at(), name));
    }
    if (isField
        && lent.contains(region)
        && operation instanceof Operation.Invoke invoke
        && isLent(region, invoke)) {
      return Optional.of(
          Problem.of(Message.STATIC_ARRAY_LENT, invoke.at(), name, nameOf(invoke.callee())));
    }
    return Optional.empty();
  }

  private Optional<Problem> mixed(Regions.Region region, boolean isField, String name) {
    if (lent.contains(region)) {
      return Optional.empty();
    }
    Message message = isField ? Message.STATIC_ARRAY_MIXED : Message.CONSTANT_ARRAY_MIXED;
    return Optional.of(Problem.of(message, regions.mergedAt(region), name));
  }

  private boolean isLent(Regions.Region region, Operation.Invoke invoke) {
    return invoke.active().stream().anyMatch(this::isVaried)
        && invoke.active().stream()
            .anyMatch(value -> value.type().isArray() && regions.leaf(value) == region);
  }

  private Optional<String> staticIn(Regions.Region region) {
    return regions.statics().stream()
        .filter(read -> read.result().type().isDifferentiable())
        .filter(read -> regions.leaf(read.result()) == region)
        .map(Operation.ReadStatic::field)
        .findFirst();
  }

  /** Whoever else holds an array that a method elsewhere returned would not know of its adjoint. */
  private void refuseWritesToHandedOut(Problems problems) {
    for (Map.Entry<Regions.Region, Operation.Invoke> entry : handedOut.entrySet()) {
      if (variedRegions.contains(entry.getKey())) {
        Operation.Invoke call = entry.getValue();
        problems.add(Problem.of(Message.CALL_RESULT_WRITTEN, call.at(), nameOf(call.callee())));
      }
    }
  }

  static String nameOf(Callee callee) {
    return callee.owner().replaceFirst("^.*\\.", "") + "." + callee.method();
  }

  private static Problem lost(Callee callee, int argument, Location at) {
    String name = nameOf(callee);
    if (callee.ofObject()) {
      return Problem.of(Message.CALL_ON_OBJECT, at, name);
    }
    if (callee.derivatives().isEmpty()) {
      Message message = callee.isLibrary() ? Message.CALL_OF_LIBRARY : Message.CALL_ELSEWHERE;
      return Problem.of(message, at, name);
    }
    return callee.derivatives().get().origin() == Callee.Origin.RULES
        ? Problem.of(
            Message.RULE_UNKNOWN_PARTIAL, at, name, argument + 1, callee.method(), argument)
        : Problem.of(Message.CALL_WITH_CONSTANT, at, name, argument + 1);
  }

  /** A derivative must not end at a call unnoticed. */
  private void refuseLostArguments(Problems problems) {
    for (Operation operation : structure.operations()) {
      if (!(operation instanceof Operation.Invoke invoke)
          || invoke.form() != Callee.Form.PRIMAL
          || invoke.callee().isPure()) {
        continue;
      }
      Callee callee = invoke.callee();
      List<Integer> active = callee.derivatives().map(Callee.Sweeps::active).orElse(List.of());
      for (int i = 0; i < invoke.arguments().size(); i++) {
        if (isVaried(invoke.arguments().get(i)) && !active.contains(i)) {
          problems.add(lost(callee, i, invoke.at()));
          break;
        }
      }
    }
  }

  private String nameOf(Regions.Region region, Tape tape, Set<Value> wrt) {
    for (Value parameter : tape.parameters()) {
      if (parameter.type().isArray()
          && !wrt.contains(parameter)
          && regions.leaf(parameter) == region) {
        return parameter.name();
      }
    }
    throw new IllegalStateException("no constant parameter in the region");
  }

  private boolean isUseful(Value value) {
    return value.type().isArray()
        ? usefulRegions.contains(regions.leaf(value))
        : useful.contains(value);
  }

  private void markUseful(Value value) {
    if (value.type().isDifferentiable()) {
      changed |=
          value.type().isArray() ? usefulRegions.add(regions.leaf(value)) : useful.add(value);
    }
  }

  private void seedUseful(List<Value> seeded, Set<Value> wrt) {
    seeded.forEach(this::markUseful);
    for (Value parameter : wrt) {
      if (parameter.type().isArray()) {
        markUseful(parameter);
      }
    }
  }

  private void use(Operation operation) {
    if (operation instanceof Operation.Elementary elementary) {
      if (useful.contains(elementary.result())) {
        for (int i = 0; i < elementary.inputs().size(); i++) {
          if (Rules.flows(elementary, i)) {
            markUseful(elementary.inputs().get(i));
          }
        }
      }
    } else if (operation instanceof Operation.Load load) {
      if (!load.result().type().isArray() && isUseful(load.result())) {
        markUseful(load.array());
      }
    } else if (operation instanceof Operation.Store store) {
      if (!store.value().type().isArray() && isUseful(store.array())) {
        markUseful(store.value());
      }
    } else if (operation instanceof Operation.CloneArray clone) {
      if (isUseful(clone.result())) {
        markUseful(clone.array());
      }
    } else if (operation instanceof Operation.Invoke invoke) {
      if (isDifferentiated(invoke)) {
        invoke.active().forEach(this::markUseful);
      }
    } else if (operation instanceof Operation.Branch branch) {
      useFlow(branch.whenTrue().yields(), branch.results());
      useFlow(branch.whenFalse().yields(), branch.results());
    } else if (operation instanceof Operation.Loop loop) {
      useFlow(loop.carried(), loop.results());
      useFlow(loop.body().yields(), loop.carried());
      useFlow(loop.initial(), loop.carried());
    }
  }

  private void useFlow(List<Value> from, List<Value> to) {
    for (int i = 0; i < from.size(); i++) {
      if (!from.get(i).type().isArray() && useful.contains(to.get(i))) {
        markUseful(from.get(i));
      }
    }
  }

  /** Whether the caller of the tape can hold this array. */
  public boolean isCallers(Value array) {
    return regions.isExternal(regions.of(array));
  }

  /** Whether anything is written into this array or one that it may be. */
  public boolean isWritten(Value array) {
    return regions.isWritten(array);
  }

  /** Whether a call of a method passes derivatives on, to its result or among arrays. */
  public boolean isDifferentiated(Operation.Invoke invoke) {
    return invoke.active().stream().anyMatch(this::isVaried)
        && (invoke.results().stream().anyMatch(this::isUseful)
            || invoke.active().stream()
                .anyMatch(value -> value.type().isArray() && isUseful(value)));
  }

  /** Whether anything inside an operation carries a derivative, so that a sweep must enter it. */
  public boolean touches(Operation operation) {
    if (operation instanceof Operation.Store store) {
      return isActive(store.array());
    }
    if (operation instanceof Operation.Invoke invoke) {
      return invoke.form() == Callee.Form.FORWARD
          || (invoke.form() == Callee.Form.PRIMAL && isDifferentiated(invoke));
    }
    for (Value result : operation.results()) {
      if (isActive(result)) {
        return true;
      }
    }
    for (Block block : operation.blocks()) {
      for (Operation inner : block.operations()) {
        if (touches(inner)) {
          return true;
        }
      }
    }
    return false;
  }
}
