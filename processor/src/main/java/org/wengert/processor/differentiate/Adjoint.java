package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.DerivativeTypes;
import org.wengert.processor.analyze.Recording;
import org.wengert.processor.analyze.Regions;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** The reverse mode: a forward sweep that saves what is needed, then the tape backwards. */
public final class Adjoint {
  private final Naming names = new Naming("Bar");
  private final Activity activity;
  private final Augmented primal;
  private final Structure structure;
  private final ArrayResults results;
  private final ForwardSweep forward;
  private final ReverseSweep reverse;
  private final List<Value> scalars;

  private Adjoint(Tape tape, Set<Value> wrt, Recording.Memory memory) throws ProblemException {
    Tape rotated = Rotation.of(tape);
    Structure original = Structure.of(rotated);
    activity = Activity.of(rotated, wrt, original, Regions.of(rotated, original));
    primal = Augmentation.of(rotated, wrt, original, activity, names);
    structure = Structure.of(primal.tape());
    results = new ArrayResults(structure);
    Recording recording =
        Recording.of(
            primal.tape(),
            structure,
            activity,
            primal.shadows()::get,
            primal.iterations(),
            primal.allocations(),
            memory);
    Saves saves = Saves.of(structure, recording);
    forward = new ForwardSweep(structure, primal.iterations(), saves);
    Recall recall = new Recall(structure, recording, forward);
    DerivativeTypes types = DerivativeTypes.of(primal.tape());
    reverse = new ReverseSweep(structure, activity, types, primal, saves, forward, recall, names);
    scalars =
        tape.parameters().stream()
            .filter(parameter -> wrt.contains(parameter) && !parameter.type().isArray())
            .toList();
  }

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
    Adjoint adjoint = new Adjoint(tape, wrt, Recording.Memory.KEPT);
    return adjoint.names.apply(adjoint.whole(name));
  }

  /**
   * The adjoint of a tape in two, for callers that go on in between.
   *
   * @param forward the forward sweep's name; its parameters are those of the adjoint without the
   *     seed, its results the primal one, if there is one, followed by its adjoint array if it is
   *     an array, and then what is handed over
   * @param reverse the reverse sweep's name; its parameters are the seed of a scalar result, and
   *     then what is handed over, its results the adjoints of the active scalar parameters in order
   */
  public static Handover inTwo(Tape tape, String forward, String reverse, Set<Value> wrt)
      throws ProblemException {
    return new Adjoint(tape, wrt, Recording.Memory.SHARED).inTwo(forward, reverse);
  }

  private Tape whole(String name) {
    BlockBuilder builder = new BlockBuilder();
    List<Value> parameters = new ArrayList<>(primal.tape().parameters());
    List<Operation> operations = primal.tape().body().operations();
    Adjoints adjoints = Adjoints.empty();
    int swept = 0;
    for (Value result : primal.tape().results()) {
      if (result.type().isDifferentiable()) {
        Value seed = Value.named(result.type(), "resultBar");
        parameters.add(seed);
        if (result.type().isArray()) {
          // As soon as the result is there, although the method may go on to write into arrays.
          Operation definition = structure.definition(result);
          swept = definition == null ? 0 : 1 + operations.indexOf(definition);
          forward.sweep(new Block(operations.subList(0, swept), List.of()), builder);
          results.unlessNull(result, builder, then -> refuseOtherLength(seed, result, then));
        }
        forward.sweep(new Block(operations.subList(swept, operations.size()), List.of()), builder);
        swept = operations.size();
        seed(result, seed, adjoints, builder);
      }
    }
    forward.sweep(new Block(operations.subList(swept, operations.size()), List.of()), builder);
    if (!primal.tape().body().completes()) {
      return new Tape(name, parameters, builder.yield(List.of()));
    }
    reverse.sweep(primal.tape().body(), adjoints, builder);
    List<Value> results = new ArrayList<>(primal.tape().results());
    results.addAll(adjointsOfScalars(adjoints, builder));
    return new Tape(name, parameters, builder.yield(results));
  }

  private Handover inTwo(String forwardName, String reverseName) {
    BlockBuilder first = new BlockBuilder();
    forward.sweep(primal.tape().body(), first);
    if (!primal.tape().body().completes()) {
      Block never = first.yield(List.of());
      return Handover.of(
          new Tape(forwardName, primal.tape().parameters(), never),
          new Tape(reverseName, List.of(), new BlockBuilder().yield(List.of())));
    }
    BlockBuilder second = new BlockBuilder();
    List<Value> seeds = new ArrayList<>();
    List<Value> results = new ArrayList<>();
    Adjoints adjoints = Adjoints.empty();
    for (Value result : primal.tape().results()) {
      results.add(result);
      if (result.type().isFloating()) {
        Value seed = Value.named(result.type(), "resultBar");
        seeds.add(seed);
        if (activity.isActive(result)) {
          reverse.seedFromCaller(result, seed, adjoints, second);
        }
      } else if (result.type().isDifferentiable()) {
        Value shadow = primal.shadows().get(result);
        results.add(shadow == null ? Zeros.like(result, first) : shadow);
      }
    }
    reverse.sweep(primal.tape().body(), adjoints, second);
    List<Value> bars = adjointsOfScalars(adjoints, second);
    return Handover.of(
            new Tape(forwardName, primal.tape().parameters(), first.yield(results)),
            new Tape(reverseName, seeds, second.yield(bars)))
        .map(names::apply);
  }

  private List<Value> adjointsOfScalars(Adjoints adjoints, BlockBuilder builder) {
    List<Value> results = new ArrayList<>();
    for (Value parameter : scalars) {
      Value adjoint = adjoints.get(parameter);
      results.add(
          adjoint == null
              ? builder.zero(parameter.type())
              : builder.convert(adjoint, parameter.type()));
    }
    return results;
  }

  private void seed(Value result, Value seed, Adjoints adjoints, BlockBuilder builder) {
    if (!activity.isActive(result)) {
      return;
    }
    if (result.type().isArray()) {
      Value shadow = primal.shadows().get(result);
      results.unlessNull(result, builder, then -> Zeros.accumulate(shadow, seed, then));
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
