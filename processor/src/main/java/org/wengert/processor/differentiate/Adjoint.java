package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.Recording;
import org.wengert.processor.analyze.Regions;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** The reverse mode: a forward sweep that saves what is needed, then the tape backwards. */
public final class Adjoint {
  private Adjoint() {}

  /**
   * The adjoint of a tape.
   *
   * @param name the new tape's name
   * @param wrt the active parameters
   * @return a tape whose parameters are the primal ones, each active array followed by its adjoint
   *     array, to which is added; then, if there is a result, its seed {@code resultBar}. The
   *     results are the primal result, if there is one, and the adjoints of the active scalar
   *     parameters in order
   */
  public static Tape of(Tape tape, String name, Set<Value> wrt) throws ProblemException {
    Tape rotated = Rotation.of(tape);
    Structure structure = Structure.of(rotated);
    Activity activity = Activity.of(rotated, wrt, structure, Regions.of(rotated, structure));
    Naming names = new Naming("Bar");
    Augmented primal = Augmentation.of(rotated, wrt, structure, activity, names);
    return names.apply(reverse(primal, rotated, name, wrt, activity, names));
  }

  private static Tape reverse(
      Augmented primal,
      Tape original,
      String name,
      Set<Value> wrt,
      Activity activity,
      Naming names) {
    Tape tape = primal.tape();
    Structure structure = Structure.of(tape);
    Recording recording =
        Recording.of(
            tape,
            structure,
            activity,
            primal.shadows()::get,
            primal.iterations(),
            primal.allocations());
    Saves saves = Saves.of(structure, recording);
    BlockBuilder builder = new BlockBuilder();
    ForwardSweep forward = new ForwardSweep(structure, primal.iterations(), saves);
    forward.sweep(tape.body(), builder);

    List<Value> parameters = new ArrayList<>(tape.parameters());
    for (Value result : tape.results()) {
      if (result.type().isDifferentiable()) {
        parameters.add(Value.named(result.type(), "resultBar"));
      }
    }
    if (!tape.body().completes()) {
      return new Tape(name, parameters, builder.yield(List.of()));
    }
    Recall recall = new Recall(structure, recording, forward);
    ReverseSweep reverse =
        new ReverseSweep(structure, activity, primal, saves, forward, recall, names);
    Adjoints adjoints = Adjoints.empty();
    for (Value result : tape.results()) {
      Value seed = parameters.get(parameters.size() - 1);
      seed(result, seed, primal, activity, reverse, adjoints, builder);
    }
    reverse.sweep(tape.body(), adjoints, builder);

    List<Value> results = new ArrayList<>(tape.results());
    for (Value parameter : original.parameters()) {
      if (wrt.contains(parameter) && !parameter.type().isArray()) {
        Value adjoint = adjoints.get(parameter);
        results.add(adjoint == null ? builder.zero(parameter.type()) : adjoint);
      }
    }
    return new Tape(name, parameters, builder.yield(results));
  }

  private static void seed(
      Value result,
      Value seed,
      Augmented primal,
      Activity activity,
      ReverseSweep reverse,
      Adjoints adjoints,
      BlockBuilder builder) {
    if (result.type().isArray()) {
      refuseOtherLength(seed, result, builder);
    }
    if (!activity.isActive(result)) {
      return;
    }
    if (result.type().isArray()) {
      Zeros.accumulate(primal.shadows().get(result), seed, builder);
    } else {
      reverse.accumulate(result, seed, adjoints, builder);
    }
  }

  /** Before anything is written to an adjoint array. */
  private static void refuseOtherLength(Value seed, Value result, BlockBuilder builder) {
    Value given = builder.length(seed);
    Value expected = builder.length(result);
    Value differ = builder.compare(Arithmetic.NE, given, expected);
    List<Operation.Part> message =
        List.of(
            new Operation.Text(seed.name() + " has length "),
            new Operation.Operand(given),
            new Operation.Text(", but the result has length "),
            new Operation.Operand(expected));
    BlockBuilder refusal = new BlockBuilder().at(builder.at());
    refusal.add(
        new Operation.Throw(
            "java.lang.IllegalArgumentException",
            List.of(new Operation.Argument(message)),
            builder.at()));
    builder.add(
        new Operation.Branch(
            List.of(),
            differ,
            refusal.yield(List.of()),
            new BlockBuilder().yield(List.of()),
            builder.at()));
  }
}
