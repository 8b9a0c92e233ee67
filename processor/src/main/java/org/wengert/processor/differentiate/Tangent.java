package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.List;
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
  private final Lanes lanes;
  private final StructuralZeros zeros;
  private final TangentSweep sweep;
  private final boolean again;

  /**
   * @param again whether the tangent is to be differentiated once more
   */
  private Tangent(Tape tape, Set<Value> wrt, Lane arrays, List<Lane> scalars, boolean again)
      throws ProblemException {
    Structure structure = Structure.of(tape);
    DerivativeTypes types = DerivativeTypes.of(tape);
    this.activity = Activity.of(tape, wrt, structure, Regions.of(tape, structure));
    this.zeros = new StructuralZeros(structure, again);
    this.lanes = new Lanes(arrays, scalars, types, zeros);
    this.again = again;
    TangentCalls calls = new TangentCalls(activity, types, lanes, zeros, again);
    this.sweep = new TangentSweep(activity, types, lanes, zeros, calls);
  }

  private static Tangent several(Tape tape, Set<Value> wrt, int width) throws ProblemException {
    List<Lane> scalars = IntStream.range(0, width).mapToObj(k -> new Lane("Dot" + k)).toList();
    return new Tangent(tape, wrt, new Lane("Dot"), scalars, false);
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
    Tangent tangent = new Tangent(tape, wrt, lane, List.of(lane), again);
    tangent.refuseLowOrder(tape.body());
    return tangent.lanes.named(tangent.differentiate(tape, name, wrt));
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
    Tangent tangent = several(tape, wrt, width);
    return tangent.callsDifferentiated(tape.body())
        ? Optional.empty()
        : Optional.of(tangent.lanes.named(tangent.differentiateSeveral(tape, name, wrt)));
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
    Tangent tangent = several(adjoint, wrt, width);
    return Optional.of(tangent.lanes.named(tangent.differentiateAdjoint(adjoint, name, wrt)));
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
        throw lowOrder(invoke);
      }
      for (Block inner : operation.blocks()) {
        refuseLowOrder(inner);
      }
    }
  }

  private static ProblemException lowOrder(Operation.Invoke invoke) {
    String name = invoke.callee().original();
    Callee.Sweeps sweeps = invoke.callee().derivatives().orElseThrow();
    int missing = sweeps.level() + 2;
    return switch (sweeps.origin()) {
      case GENERATED, TANGENT ->
          new ProblemException(
              Message.CALLEE_ORDER, invoke.at(), name, missing - 1, missing, missing);
      case RULES -> new ProblemException(Message.RULE_FIRST_ORDER, invoke.at(), name);
      case NESTED -> new ProblemException(Message.NESTED_TWICE, invoke.at());
    };
  }

  private Tape differentiate(Tape tape, String name, Set<Value> wrt) {
    Lane lane = lanes.only();
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
          results.add(lanes.roundedTangent(lane, result, builder));
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
        for (Lane lane : lanes.scalars()) {
          Value tangent = builder.convert(lanes.tangentOrZero(lane, bar, builder), Type.DOUBLE);
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
      results.add(lanes.tangentOrZero(lanes.arrays(), tape.results().get(0), builder));
    }
    return new Tape(name, parameters, builder.yield(results));
  }

  private Value seed(Value parameter, BlockBuilder builder) {
    if (parameter.type().isArray()) {
      Value tangent = Value.named(parameter.type(), lanes.arrays().nameFor(parameter));
      seed(lanes.arrays(), parameter, tangent, builder);
      return tangent;
    }
    Value direction = Value.named(Type.INT, parameter.name() + "Direction");
    for (int k = 0; k < lanes.width(); k++) {
      Value tangent = unit(direction, builder.constant(k), parameter.type(), builder);
      lanes.scalars().get(k).suggest(tangent, parameter);
      seed(lanes.scalars().get(k), parameter, tangent, builder);
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
    lane.put(parameter, lanes.widened(tangent, parameter, builder));
  }

  private void differentiateBody(Tape tape, Set<Value> wrt, BlockBuilder builder) {
    List<Value> lent =
        tape.parameters().stream()
            .filter(parameter -> !wrt.contains(parameter) && activity.isActive(parameter))
            .toList();
    LentArrays.zeros(lent, builder).forEach(lanes.arrays()::set);
    sweep.append(tape.body().operations(), builder);
  }
}
