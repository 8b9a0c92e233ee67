package org.wengert.processor.differentiate;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.DerivativeTypes;
import org.wengert.processor.analyze.IndependentParts;
import org.wengert.processor.analyze.Recording;
import org.wengert.processor.analyze.Regions;
import org.wengert.processor.analyze.Scope;
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
  /** Every part is analyzed on its own, and so are those inside it. */
  private static final int DEEPEST_PART = 8;

  private final Naming names = new Naming("Bar");
  private final FusedParts fused;
  private final Activity activity;
  private final Augmented primal;
  private final Structure structure;
  private final ArrayResults results;
  private final Recording recording;
  private final ForwardSweep forward;
  private final Supplier<ReverseSweep> sweeps;
  private final ReverseSweep reverse;
  private final List<Value> scalars;

  private Adjoint(
      Analyzed tape,
      Set<Value> wrt,
      FusedParts fused,
      Checkpointing checkpointing,
      Recording.Memory memory) {
    this.fused = fused;
    activity = tape.activity();
    primal =
        Augmentation.of(tape.tape(), wrt, tape.structure(), activity, fused, checkpointing, names);
    structure = Structure.of(primal.tape(), primal.checkpointed().keySet());
    results = new ArrayResults(structure);
    recording =
        Recording.of(
            primal.tape(),
            structure,
            activity,
            primal.shadows()::get,
            primal.iterations(),
            repeated(primal),
            primal.allocations(),
            tape.apart(),
            fused.all(),
            memory);
    Saves saves = Saves.of(structure, recording);
    forward = new ForwardSweep(structure, primal.iterations(), primal.checkpointed(), saves);
    DerivativeTypes types = DerivativeTypes.of(primal.tape());
    sweeps =
        () ->
            new ReverseSweep(
                new ReverseContext(
                    structure,
                    activity,
                    types,
                    primal,
                    new Recall(structure, recording, forward),
                    names,
                    new StructuralZeros(structure, tape.again())),
                saves,
                forward,
                fused);
    reverse = sweeps.get();
    scalars =
        tape.tape().parameters().stream()
            .filter(parameter -> wrt.contains(parameter) && !parameter.type().isArray())
            .toList();
  }

  private static Map<Operation.Loop, Set<Value>> repeated(Augmented primal) {
    Map<Operation.Loop, Set<Value>> repeated = new IdentityHashMap<>();
    primal.checkpointed().forEach((loop, its) -> repeated.put(loop, its.outside()));
    return repeated;
  }

  /** A tape ready to be reversed, and what is known of it. */
  private record Analyzed(
      Tape tape,
      Structure structure,
      Regions regions,
      Activity activity,
      Set<Value> apart,
      boolean again) {
    static Analyzed of(Tape tape, Set<Value> wrt, Set<Integer> seeded, Set<Value> apart)
        throws ProblemException {
      return of(tape, wrt, seeded, apart, false);
    }

    /**
     * @param again whether the adjoint is to be differentiated once more
     */
    static Analyzed of(
        Tape tape, Set<Value> wrt, Set<Integer> seeded, Set<Value> apart, boolean again)
        throws ProblemException {
      Tape rotated = Rotation.of(tape);
      Structure before = Structure.of(rotated);
      Tape ready = InvariantLoads.of(rotated, before, Regions.of(rotated, before, apart));
      Structure structure = Structure.of(ready);
      Regions regions = Regions.of(ready, structure, apart);
      List<Value> ends = seeded.stream().map(ready.results()::get).toList();
      Activity activity = Activity.of(ready, wrt, ends, structure, regions);
      return new Analyzed(ready, structure, regions, activity, apart, again);
    }

    FusedParts noneFused() {
      return new FusedParts(structure, activity, regions, again);
    }

    Checkpointing checkpointing(FusedParts fused, Predicate<Regions.Region> mayChange)
        throws ProblemException {
      return Checkpointing.of(structure, activity, regions, fused.all(), mayChange);
    }

    /** Whether the caller of the tape can hold arrays of a region when it is through. */
    boolean isShared(Regions.Region region) {
      return regions.isExternal(region)
          || tape.results().stream().anyMatch(result -> regions.isReachable(result, region));
    }
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
    return of(tape, name, wrt, false);
  }

  /**
   * The same for an adjoint that is to be differentiated once more: structural zeros stay zero in
   * its derivatives, too. Not to be emitted before {@link Absorption}.
   */
  public static Tape again(Tape tape, String name, Set<Value> wrt) throws ProblemException {
    return of(tape, name, wrt, true);
  }

  private static Tape of(Tape tape, String name, Set<Value> wrt, boolean again)
      throws ProblemException {
    Set<Integer> all = allResults(tape);
    Adjoint adjoint = of(Analyzed.of(tape, wrt, all, Set.of(), again), wrt, all, 0);
    return adjoint.names.apply(
        adjoint.whole(name, all, StructuralZeros.Origin.NONE, new ArrayList<>()));
  }

  /**
   * The adjoint of a tape that returns an array, by way of the array's elements.
   *
   * @param elements the tape with the elements for results, as {@link #rows} takes it: what this
   *     adjoint computes are combinations of those rows
   * @return a tape as for the array itself
   */
  public static Tape ofElements(Tape elements, String name, Set<Value> wrt)
      throws ProblemException {
    Set<Integer> all = allResults(elements);
    Adjoint adjoint = of(Analyzed.of(elements, wrt, all, Set.of()), wrt, all, 0);
    Tape whole = adjoint.whole(name, all, StructuralZeros.Origin.ELEMENT, new ArrayList<>());
    return adjoint.names.apply(SeedArray.of(whole, all.size(), Adjoint::refuseOtherLength));
  }

  /**
   * The adjoint of a tangent with respect to the point: with seed one the product of the Hessian
   * and the direction.
   *
   * @param tangent of a tape with a scalar result, as {@link Tangent#again} makes it
   * @param wrt the active parameters of the primal tape, without their tangents
   * @param apart tangents that share no array with the other parameters
   * @return a tape as for the tangent, but without the result's tangent. Not to be emitted before
   *     {@link Absorption}
   */
  public static Tape ofTangent(Tape tangent, String name, Set<Value> wrt, Set<Value> apart)
      throws ProblemException {
    Set<Integer> derivative = Set.of(1);
    Adjoint adjoint = of(Analyzed.of(tangent, wrt, derivative, apart), wrt, derivative, 0);
    Tape whole = adjoint.whole(name, derivative, StructuralZeros.Origin.NONE, new ArrayList<>());
    List<Value> results = new ArrayList<>(whole.results());
    if (!results.isEmpty()) {
      results.remove(1);
    }
    return adjoint.names.apply(
        new Tape(name, whole.parameters(), new Block(whole.body().operations(), results)));
  }

  private static Set<Integer> allResults(Tape tape) {
    return IntStream.range(0, tape.results().size()).boxed().collect(toUnmodifiableSet());
  }

  /**
   * The same for a part of a larger tape.
   *
   * @param seeded the positions of the results that have seeds; the others play no part
   * @param apart parameters that are arrays apart from all others
   * @param again whether the adjoint is to be differentiated once more
   * @param depth in how many others the part stands
   */
  static ReversedPart ofPart(
      Tape tape, Set<Value> wrt, Set<Integer> seeded, Set<Value> apart, boolean again, int depth)
      throws ProblemException {
    Adjoint adjoint = of(Analyzed.of(tape, wrt, seeded, apart, again), wrt, seeded, depth);
    List<StructuralZeros.Origin> origins = new ArrayList<>();
    return new ReversedPart(
        adjoint.names.apply(adjoint.whole("", seeded, StructuralZeros.Origin.NONE, origins)),
        origins);
  }

  private static Adjoint of(Analyzed analyzed, Set<Value> wrt, Set<Integer> seeded, int depth)
      throws ProblemException {
    FusedParts fused = analyzed.noneFused();
    Adjoint adjoint =
        new Adjoint(analyzed, wrt, fused, Checkpointing.none(), Recording.Memory.KEPT);
    if (depth < DEEPEST_PART) {
      for (Operation operation : adjoint.worthFusing(analyzed, seeded)) {
        fused.tryToFuse(operation, depth);
      }
    }
    Checkpointing checkpointing = analyzed.checkpointing(fused, region -> false);
    return fused.isEmpty() && checkpointing.isEmpty()
        ? adjoint
        : new Adjoint(analyzed, wrt, fused, checkpointing, Recording.Memory.KEPT);
  }

  /** The independent loops and branches of which something would be kept or computed again. */
  private List<Operation> worthFusing(Analyzed tape, Set<Integer> seeded) {
    EarlySeeds seeds = new EarlySeeds(tape.tape(), tape.structure());
    List<Value> given = new ArrayList<>();
    for (Value result : tape.tape().results()) {
      given.add(seeded.contains(given.size()) ? Value.temporary(result.type()) : null);
    }
    List<Operation> worth = new ArrayList<>();
    for (Operation operation :
        IndependentParts.of(tape.tape(), tape.structure(), tape.regions(), activity)) {
      boolean isSeeded =
          operation.results().stream()
              .filter(activity::isActive)
              .allMatch(
                  result -> seeds.of(result, operation, given, new BlockBuilder()).isPresent());
      boolean pays =
          operation instanceof Operation.Invoke
              || keepsAnything(operation)
              || computesAgain(operation);
      if (isSeeded && pays) {
        worth.add(operation);
      }
    }
    return worth;
  }

  /** Whether iterations, its own or of loops inside, would keep something. */
  private boolean keepsAnything(Operation operation) {
    Operation augmented = structure.definition(operation.results().get(0));
    return recording.saved().stream().anyMatch(value -> isRepeated(value, augmented))
        || operation.blocks().stream().anyMatch(Adjoint::calls);
  }

  /** Whether a reverse loop would repeat some of the arithmetic, and not only read again. */
  private boolean computesAgain(Operation operation) {
    Operation augmented = structure.definition(operation.results().get(0));
    return recording.recomputed().stream()
        .anyMatch(
            value ->
                value.type().isFloating()
                    && structure.definition(value) instanceof Operation.Elementary
                    && isRepeated(value, augmented));
  }

  private boolean isRepeated(Value value, Operation operation) {
    Scope scope = structure.scope(value);
    return scope.loop() != null && scope.isInside(operation);
  }

  /** Calls leave what they keep on the stack of the storage. */
  private static boolean calls(Block block) {
    return block.operations().stream()
        .anyMatch(
            operation ->
                operation instanceof Operation.Invoke invoke && invoke.callee().hasWhole()
                    || operation.blocks().stream().anyMatch(Adjoint::calls));
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
    Analyzed analyzed = Analyzed.of(tape, wrt, allResults(tape), Set.of());
    FusedParts none = analyzed.noneFused();
    Checkpointing checkpointing = analyzed.checkpointing(none, analyzed::isShared);
    return new Adjoint(analyzed, wrt, none, checkpointing, Recording.Memory.SHARED)
        .inTwo(forward, reverse);
  }

  /**
   * The Jacobian of a tape whose results are scalars of one type, by one forward sweep and as many
   * reverse sweeps as there are results.
   *
   * @param name the new tape's name
   * @param wrt the active parameters; arrays of them have elements of the results' type
   * @return a tape whose parameters are the primal ones; then for each result an array, to which
   *     its derivatives are added, those with respect to one parameter after the other; then for
   *     each active parameter but the first the index at which its derivatives begin. Empty where
   *     one reverse sweep at a time is all that can be done, or is worth more
   */
  public static Optional<Tape> rows(Tape tape, String name, Set<Value> wrt)
      throws ProblemException {
    Analyzed analyzed = Analyzed.of(tape, wrt, allResults(tape), Set.of());
    FusedParts none = analyzed.noneFused();
    Adjoint adjoint = new Adjoint(analyzed, wrt, none, Checkpointing.none(), Recording.Memory.KEPT);
    if (!adjoint.worthFusing(analyzed, allResults(tape)).isEmpty()
        || !analyzed.checkpointing(none, region -> false).isEmpty()) {
      return Optional.empty();
    }
    List<Value> columns = tape.parameters().stream().filter(wrt::contains).toList();
    return new AdjointRows(adjoint.primal, adjoint.forward, adjoint.sweeps, columns)
        .tape(name, tape.parameters(), adjoint.primal.tape().results())
        .map(adjoint.names::apply);
  }

  /**
   * The whole adjoint.
   *
   * @param seeded the positions of the results that have seeds
   * @param seedOrigin where a seed of a scalar may be a structural zero from
   * @param origins where each adjoint of a scalar may be a structural zero from; is added to
   */
  private Tape whole(
      String name,
      Set<Integer> seeded,
      StructuralZeros.Origin seedOrigin,
      List<StructuralZeros.Origin> origins) {
    BlockBuilder builder = new BlockBuilder();
    List<Value> parameters = new ArrayList<>(primal.tape().parameters());
    List<Value> seeds = new ArrayList<>();
    for (Value result : primal.tape().results()) {
      boolean isSeeded = result.type().isDifferentiable() && seeded.contains(seeds.size());
      seeds.add(isSeeded ? Value.named(result.type(), "resultBar") : null);
    }
    seeds.stream().filter(Objects::nonNull).forEach(parameters::add);
    List<Operation> operations = primal.tape().body().operations();
    int swept = 0;
    for (int i = 0; i < seeds.size(); i++) {
      Value result = primal.tape().results().get(i);
      if (seeds.get(i) != null && result.type().isArray()) {
        // As soon as the result is there, although the method may go on to write into arrays.
        Operation definition = structure.definition(result);
        int end = definition == null ? 0 : 1 + operations.indexOf(definition);
        sweepForward(operations.subList(swept, end), seeds, builder);
        swept = end;
        Value seed = seeds.get(i);
        results.unlessNull(
            result, builder, then -> refuseOtherLength(seed, then.length(result), then));
      }
    }
    sweepForward(operations.subList(swept, operations.size()), seeds, builder);
    if (!primal.tape().body().completes()) {
      return new Tape(name, parameters, builder.yield(List.of()));
    }
    Adjoints adjoints = Adjoints.empty();
    for (int i = 0; i < seeds.size(); i++) {
      if (seeds.get(i) != null) {
        seed(primal.tape().results().get(i), seeds.get(i), seedOrigin, adjoints, builder);
      }
    }
    reverse.sweep(primal.tape().body(), adjoints, builder);
    List<Value> results = new ArrayList<>(primal.tape().results());
    results.addAll(adjointsOfScalars(adjoints, builder));
    scalars.forEach(scalar -> origins.add(reverse.origin(adjoints.get(scalar))));
    return new Tape(name, parameters, builder.yield(results));
  }

  private void sweepForward(List<Operation> operations, List<Value> seeds, BlockBuilder builder) {
    EarlySeeds early = new EarlySeeds(primal.tape(), structure);
    for (Operation operation : operations) {
      if (fused.contains(operation)) {
        List<Optional<Value>> known =
            operation.results().stream()
                .map(
                    result ->
                        activity.isActive(result)
                            ? early.of(result, operation, seeds, builder)
                            : Optional.<Value>empty())
                .toList();
        fused.append(operation, primal.shadows(), known, builder);
      } else {
        forward.sweep(new Block(List.of(operation), List.of()), builder);
      }
    }
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
          reverse.seed(result, seed, StructuralZeros.Origin.UNUSED, adjoints, second);
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

  private void seed(
      Value result,
      Value seed,
      StructuralZeros.Origin origin,
      Adjoints adjoints,
      BlockBuilder builder) {
    if (!activity.isActive(result)) {
      return;
    }
    if (result.type().isArray()) {
      Value shadow = primal.shadows().get(result);
      results.unlessNull(result, builder, then -> Zeros.accumulate(shadow, seed, then));
    } else {
      reverse.seed(result, seed, origin, adjoints, builder);
    }
  }

  /** Before anything is written to an adjoint array. */
  private static void refuseOtherLength(Value seed, Value expected, BlockBuilder builder) {
    Value given = builder.length(seed);
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
