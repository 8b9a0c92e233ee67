package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.Regions;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The loops, branches and calls at the top of a tape that run both ways at once: nothing is kept
 * from one iteration to the next, nor in the storage's stack.
 */
final class FusedParts {
  private final Structure structure;
  private final Activity activity;
  private final Regions regions;
  private final boolean again;
  private final Map<Operation, List<Part>> parts = new IdentityHashMap<>();
  private final Map<Operation, List<Contribution>> contributions = new IdentityHashMap<>();

  /**
   * What a part has contributed to the adjoint of a scalar from outside.
   *
   * @param origin where that may be a structural zero from
   */
  record Contribution(Value scalar, Value adjoint, StructuralZeros.Origin origin) {}

  /**
   * @param again whether the adjoint is to be differentiated once more
   */
  FusedParts(Structure structure, Activity activity, Regions regions, boolean again) {
    this.structure = structure;
    this.activity = activity;
    this.regions = regions;
    this.again = again;
  }

  /**
   * Runs an operation in this way, where that can be done in bounded memory.
   *
   * @param depth in how many parts it stands
   */
  void tryToFuse(Operation operation, int depth) throws ProblemException {
    if (operation instanceof Operation.Loop loop) {
      Part iteration = part(loop, loop.body(), loop.carried(), depth);
      if (iteration.acquiresAtTheTop()) {
        parts.put(loop, List.of(iteration));
      }
    } else if (operation instanceof Operation.Branch branch) {
      parts.put(
          branch,
          List.of(
              part(branch, branch.whenTrue(), List.of(), depth),
              part(branch, branch.whenFalse(), List.of(), depth)));
    } else {
      parts.put(operation, List.of()); // a call, whose callee runs both ways
    }
  }

  private Part part(Operation whole, Block block, List<Value> carried, int depth)
      throws ProblemException {
    Set<Integer> seeded = new LinkedHashSet<>();
    for (int i = 0; i < whole.results().size(); i++) {
      if (activity.isActive(whole.results().get(i))) {
        seeded.add(i);
      }
    }
    return Part.of(block, carried, seeded, structure, activity, regions, again, depth + 1);
  }

  boolean contains(Operation operation) {
    return parts.containsKey(operation);
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The fused loops and branches. */
  Set<Operation> all() {
    return Collections.unmodifiableSet(parts.keySet());
  }

  /** What a part has contributed to the adjoints of scalars from outside. */
  List<Contribution> contributions(Operation operation) {
    return contributions.get(operation);
  }

  /**
   * Appends a loop or branch, both ways.
   *
   * @param shadows the adjoint array of an active array
   * @param seeds the adjoints of its results, empty where they are zero
   */
  void append(
      Operation operation,
      Map<Value, Value> shadows,
      List<Optional<Value>> seeds,
      BlockBuilder builder) {
    List<Part> its = parts.get(operation);
    if (operation instanceof Operation.Loop loop) {
      FusedLoop fused = new FusedLoop(loop, its.get(0).place(shadows, seeds, builder), builder);
      List<Contribution> sums = new ArrayList<>();
      for (Value scalar : its.get(0).scalars()) {
        // Nothing, where there is no iteration.
        sums.add(new Contribution(scalar, fused.sum(scalar), StructuralZeros.Origin.UNUSED));
      }
      contributions.put(loop, sums);
      builder.add(fused.build());
    } else if (operation instanceof Operation.Branch branch) {
      append(branch, its, shadows, seeds, builder);
    } else if (operation instanceof Operation.Invoke invoke) {
      append(invoke, shadows, seeds, builder);
    }
  }

  private void append(
      Operation.Invoke invoke,
      Map<Value, Value> shadows,
      List<Optional<Value>> seeds,
      BlockBuilder builder) {
    List<Value> arguments = new ArrayList<>();
    List<Value> results = new ArrayList<>(invoke.results());
    List<Contribution> its = new ArrayList<>();
    List<Value> scalars = new ArrayList<>();
    for (int i = 0; i < invoke.arguments().size(); i++) {
      Value argument = invoke.arguments().get(i);
      arguments.add(argument);
      if (invoke.isActive(i) && argument.type().isArray()) {
        arguments.add(shadows.get(argument));
      } else if (invoke.isActive(i)) {
        scalars.add(argument);
        results.add(Value.temporary(argument.type()));
      }
    }
    for (Optional<Value> seed : seeds) {
      arguments.add(seed.orElseGet(() -> builder.zero(Type.DOUBLE)));
    }
    builder.at(invoke.at());
    builder.add(
        new Operation.Invoke(results, invoke.callee(), Callee.Form.WHOLE, arguments, invoke.at()));
    for (int i = 0; i < scalars.size(); i++) {
      if (activity.isActive(scalars.get(i))) {
        // Perhaps the callee made no use of it.
        its.add(
            new Contribution(
                scalars.get(i),
                results.get(invoke.results().size() + i),
                StructuralZeros.Origin.UNUSED));
      }
    }
    contributions.put(invoke, its);
  }

  private void append(
      Operation.Branch branch,
      List<Part> arms,
      Map<Value, Value> shadows,
      List<Optional<Value>> seeds,
      BlockBuilder builder) {
    Set<Value> scalars = new LinkedHashSet<>();
    arms.forEach(arm -> scalars.addAll(arm.scalars()));
    List<Contribution> its = new ArrayList<>();
    List<Value> results = new ArrayList<>(branch.results());
    for (Value scalar : scalars) {
      String name = scalar.isNamed() ? scalar.name() + "Bar" : "";
      Value adjoint = Value.named(scalar.type(), name);
      results.add(adjoint);
      its.add(
          new Contribution(
              scalar,
              adjoint,
              StructuralZeros.either(arms.get(0).origin(scalar), arms.get(1).origin(scalar))));
    }
    contributions.put(branch, its);
    builder.add(
        new Operation.Branch(
            results,
            branch.condition(),
            place(arms.get(0), scalars, shadows, seeds, branch),
            place(arms.get(1), scalars, shadows, seeds, branch),
            branch.at()));
  }

  private static Block place(
      Part arm,
      Set<Value> scalars,
      Map<Value, Value> shadows,
      List<Optional<Value>> seeds,
      Operation.Branch branch) {
    BlockBuilder builder = new BlockBuilder().at(branch.at());
    Part.Placed placed = arm.place(shadows, seeds, builder);
    placed.operations().forEach(builder::add);
    if (placed.yields().isEmpty() && !arm.completes()) {
      return builder.yield(List.of());
    }
    List<Value> yields = new ArrayList<>(placed.yields());
    for (Value scalar : scalars) {
      Value bar = placed.bars().get(scalar);
      yields.add(bar == null ? builder.zero(scalar.type()) : bar);
    }
    return builder.yield(yields);
  }
}
