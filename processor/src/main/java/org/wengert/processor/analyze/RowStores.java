package org.wengert.processor.analyze;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Whether an array that the caller knows may hold other rows at the end than at the start. */
public final class RowStores {
  private RowStores() {}

  /** The kinds of scalars in such arrays, as far as they have derivatives. */
  public static Set<Type.Kind> kinds(Tape tape) {
    Structure structure = Structure.of(tape);
    Regions regions = Regions.of(tape, structure);
    return structure.operations().stream()
        .flatMap(RowStores::arrays)
        .filter(array -> array.type().isDifferentiable())
        .filter(array -> regions.isExternal(regions.of(array)))
        .map(array -> array.type().kind())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Type.Kind.class)));
  }

  /** Those of which an operation may replace rows. */
  private static Stream<Value> arrays(Operation operation) {
    if (operation instanceof Operation.Store store && store.value().type().isArray()) {
      return Stream.of(store.array());
    }
    if (operation instanceof Operation.Invoke invoke && invoke.stores().isEmpty()) {
      return invoke.active().stream()
          .filter(value -> value.type().rank() > 1 && invoke.mayStore(value));
    }
    return Stream.of();
  }
}
