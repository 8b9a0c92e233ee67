package org.wengert.processor.analyze;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;

/** Whether the caller of a tape may find other numbers in its arrays than before. */
public final class ParameterWrites {
  private ParameterWrites() {}

  /** Where something may first be written into a parameter that is an array of such, or a row. */
  public static Optional<Location> first(Tape tape) {
    Structure structure = Structure.of(tape);
    Regions regions = Regions.of(tape, structure);
    Set<Regions.Region> parameters = Collections.newSetFromMap(new IdentityHashMap<>());
    tape.parameters().stream()
        .filter(parameter -> parameter.type().isDifferentiable())
        .forEach(parameter -> parameters.addAll(regions.reachable(parameter)));
    return structure.operations().stream()
        .filter(operation -> writes(operation, parameters, regions, structure))
        .map(Operation::at)
        .findFirst();
  }

  private static boolean writes(
      Operation operation, Set<Regions.Region> parameters, Regions regions, Structure structure) {
    if (operation instanceof Operation.Store store) {
      // What has just been made is nobody else's, even if it may later stand where a row did.
      boolean isNew =
          structure.definition(store.array()) instanceof Operation.NewArray
              || structure.definition(store.array()) instanceof Operation.CloneArray;
      return !isNew && parameters.contains(regions.of(store.array()));
    }
    return operation instanceof Operation.Invoke invoke
        && invoke.arguments().stream()
            .filter(argument -> invoke.mayStore(argument))
            .anyMatch(argument -> !Collections.disjoint(regions.reachable(argument), parameters));
  }
}
