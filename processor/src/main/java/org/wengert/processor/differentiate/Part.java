package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.FreeValues;
import org.wengert.processor.analyze.Regions;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * A block of a tape that is run forwards and backwards at once: it is a tape of its own, whose
 * adjoint stands in its place.
 */
final class Part {
  private final List<Value> parameters;
  private final Set<Value> active;
  private final List<Value> ends;
  private final Set<Operation> context;
  private final Set<Integer> seeded;
  private final Tape adjoint;
  private final List<StructuralZeros.Origin> origins;

  private Part(
      List<Value> parameters,
      Set<Value> active,
      List<Value> ends,
      Set<Integer> seeded,
      Set<Operation> context,
      ReversedPart reversed) {
    this.parameters = parameters;
    this.active = active;
    this.ends = ends;
    this.context = context;
    this.seeded = seeded;
    adjoint = reversed.tape();
    origins = reversed.origins();
  }

  /**
   * Makes a block a tape.
   *
   * @param carried what is defined at its start
   * @param seeded the positions of what it hands out that have adjoints
   * @param again whether the adjoint is to be differentiated once more
   * @param depth in how many parts it stands, itself included
   */
  static Part of(
      Block block,
      List<Value> carried,
      Set<Integer> seeded,
      Structure structure,
      Activity activity,
      Regions regions,
      boolean again,
      int depth)
      throws ProblemException {
    Set<Operation> context = new LinkedHashSet<>();
    List<Value> parameters = new ArrayList<>(carried);
    Set<Value> active = new LinkedHashSet<>();
    for (Value value : FreeValues.of(block, carried)) {
      if (structure.definition(value) instanceof Operation.Constant constant) {
        context.add(constant); // known as such
      } else {
        parameters.add(value);
        if (activity.isActive(value)) {
          active.add(value);
        }
      }
    }
    List<Operation> operations = new ArrayList<>(context);
    operations.addAll(block.operations());
    Tape tape = new Tape("", parameters, new Block(operations, block.yields()));
    ReversedPart reversed =
        Adjoint.ofPart(tape, active, seeded, apart(parameters, regions), again, depth);
    return new Part(parameters, active, block.yields(), seeded, context, reversed);
  }

  /** The arrays that can be reached in one way only. */
  private static Set<Value> apart(List<Value> parameters, Regions regions) {
    Set<Value> apart = new LinkedHashSet<>();
    for (Value value : parameters) {
      if (value.type().isArray()
          && !regions.isExternal(regions.of(value))
          && parameters.stream()
              .noneMatch(
                  other ->
                      other != value && other.type().isArray() && regions.mayShare(value, other))) {
        apart.add(value);
      }
    }
    return apart;
  }

  /** Whether buffers are taken at the top only, where they can be moved away from. */
  boolean acquiresAtTheTop() {
    return adjoint.body().operations().stream()
        .flatMap(operation -> operation.blocks().stream())
        .noneMatch(Part::acquires);
  }

  private static boolean acquires(Block block) {
    return !Checkpoints.giveBack(block)
        && block.operations().stream()
            .anyMatch(
                operation ->
                    operation instanceof Operation.Acquire
                        || operation.blocks().stream().anyMatch(Part::acquires));
  }

  /** Whether it comes to its end, unless by an exception. */
  boolean completes() {
    return adjoint.body().completes();
  }

  /** The scalars whose adjoints the part contributes to. */
  List<Value> scalars() {
    return parameters.stream()
        .filter(value -> active.contains(value) && !value.type().isArray())
        .toList();
  }

  /** Where what the part contributes to the adjoint of a scalar may be a structural zero from. */
  StructuralZeros.Origin origin(Value scalar) {
    int position = scalars().indexOf(scalar);
    return position < 0
        ? StructuralZeros.Origin.UNUSED
        : completes() ? origins.get(position) : StructuralZeros.Origin.NONE;
  }

  /**
   * A part in its place.
   *
   * @param operations the part and its adjoint
   * @param yields what the part hands out; empty where it never comes to its end
   * @param bars what it contributes to the adjoint of each scalar
   */
  record Placed(List<Operation> operations, List<Value> yields, Map<Value, Value> bars) {}

  /**
   * Puts the part into its place.
   *
   * @param shadows the adjoint array of an active array
   * @param seeds the adjoints of what it hands out, empty where they are zero
   * @param builder where constants can be defined
   */
  Placed place(Map<Value, Value> shadows, List<Optional<Value>> seeds, BlockBuilder builder) {
    Substitution copy = Substitution.defining(value -> value);
    Iterator<Value> given = adjoint.parameters().iterator();
    for (Value parameter : parameters) {
      copy.put(given.next(), parameter);
      if (active.contains(parameter) && parameter.type().isArray()) {
        copy.put(given.next(), shadows.get(parameter));
      }
    }
    for (int i = 0; i < ends.size(); i++) {
      Type type = ends.get(i).type();
      if (seeded.contains(i) && type.isFloating()) {
        copy.put(given.next(), seeds.get(i).orElseGet(() -> builder.zero(type)));
      }
    }
    List<Operation> operations = new ArrayList<>();
    for (Operation operation : adjoint.body().operations()) {
      if (context.stream().noneMatch(known -> known.results().equals(operation.results()))) {
        operations.add(copy.apply(operation));
      }
    }
    List<Value> results = copy.get(adjoint.results());
    Map<Value, Value> bars = new LinkedHashMap<>();
    if (adjoint.body().completes()) {
      for (Value scalar : scalars()) {
        bars.put(scalar, results.get(ends.size() + bars.size()));
      }
    }
    return new Placed(
        operations, adjoint.body().completes() ? results.subList(0, ends.size()) : List.of(), bars);
  }
}
