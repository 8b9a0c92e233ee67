package org.wengert.processor.propagate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.Regions;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * A method that tells the runtime's {@code Decisions} all that decides what its result depends on:
 * which way it goes wherever active values are, and which elements of arrays it reads and writes
 * there, as far as that does not follow from what it has told before. What is left of the primal is
 * what that takes.
 */
public final class DecisionTape {
  private static final String RUNTIME = "org.wengert.Decisions";
  private static final int IN_ANOTHER_ITERATION = 3;
  private static final int AT_THE_END = 4;

  private final Activity activity;
  private final Determined determined;
  private final Value decisions = Value.named(Type.opaque(RUNTIME), "decisions");

  private DecisionTape(Activity activity, Determined determined) {
    this.activity = activity;
    this.determined = determined;
  }

  /**
   * The decisions of a tape that does not write into its parameters.
   *
   * @param name the new tape's name
   * @param wrt the active parameters
   * @return a tape whose parameters are the runtime's decisions, then the primal ones, and which
   *     has no result
   */
  public static Tape of(Tape tape, String name, Set<Value> wrt) throws ProblemException {
    Structure structure = Structure.of(tape);
    Activity activity = Activity.of(tape, wrt, structure, Regions.of(tape, structure));
    DecisionTape decisions = new DecisionTape(activity, Determined.of(tape, activity));
    BlockBuilder builder = new BlockBuilder();
    for (Value parameter : tape.parameters()) {
      if (Determined.isTold(parameter.type())) {
        decisions.tell(parameter.type().isArray() ? "shape" : "add", parameter, builder);
      }
    }
    decisions.follow(tape.body(), builder);
    if (tape.body().completes() && tape.results().get(0).type().isArray()) {
      decisions.tell("shape", tape.results().get(0), builder);
    }
    List<Value> parameters = new ArrayList<>(List.of(decisions.decisions));
    parameters.addAll(tape.parameters());
    return new Tape(name, parameters, builder.yield(List.of()));
  }

  private void tell(Value value, BlockBuilder builder) {
    if (!determined.contains(value)) {
      tell("add", value, builder);
    }
  }

  private void tell(String method, Value value, BlockBuilder builder) {
    call(method, List.of(decisions, value), builder);
  }

  private void call(String method, List<Value> arguments, BlockBuilder builder) {
    builder.add(
        new Operation.Invoke(
            List.of(),
            Callee.ofObject(RUNTIME, method),
            Callee.Form.PRIMAL,
            arguments,
            builder.at()));
  }

  private void follow(Block block, BlockBuilder builder) {
    for (Operation operation : block.operations()) {
      builder.at(operation.at());
      if (operation instanceof Operation.Branch branch && activity.touches(branch)) {
        tell(branch.condition(), builder);
        builder.add(branch.withBlocks(arm -> inner(arm, new BlockBuilder().at(branch.at()))));
      } else if (operation instanceof Operation.Loop loop && activity.touches(loop)) {
        follow(loop, builder);
      } else {
        follow(operation, builder);
      }
    }
  }

  private Block inner(Block block, BlockBuilder builder) {
    follow(block, builder);
    return builder.yield(block.yields());
  }

  private void follow(Operation.Loop loop, BlockBuilder builder) {
    builder.add(
        loop.withBlocks(
            block -> {
              BlockBuilder inner = new BlockBuilder().at(loop.at());
              if (block == loop.body() && !isDetermined(loop)) {
                tell("add", inner.constant(IN_ANOTHER_ITERATION), inner);
              }
              return inner(block, inner);
            }));
    if (!isDetermined(loop)) {
      tell("add", builder.constant(AT_THE_END), builder);
    }
  }

  private boolean isDetermined(Operation.Loop loop) {
    return determined.contains(loop.condition().yields().get(0));
  }

  private void follow(Operation operation, BlockBuilder builder) {
    if (operation instanceof Operation.Load load && activity.isActive(load.array())) {
      tell(load.index(), builder);
    } else if (operation instanceof Operation.Store store && activity.isActive(store.array())) {
      tell(store.index(), builder);
    }
    builder.add(operation);
    if (operation instanceof Operation.Elementary elementary
        && activity.isActive(elementary.result())) {
      choose(elementary, builder);
    } else if (operation instanceof Operation.Invoke invoke
        && activity.isDifferentiated(invoke)
        && invoke.results().stream().anyMatch(result -> result.type().isArray())) {
      // Whether that is one of the arrays that it was given.
      call("incomplete", List.of(decisions), builder);
    }
  }

  private void choose(Operation.Elementary elementary, BlockBuilder builder) {
    for (int i = 0; i < elementary.inputs().size(); i++) {
      if (Rules.flows(elementary, i) && activity.isActive(elementary.inputs().get(i))) {
        Value one = builder.constant(1);
        Value taken = Choice.taken(elementary, i, one, builder);
        if (taken != one) {
          tell("add", taken, builder);
        }
      }
    }
  }
}
