package org.wengert.processor.analyze;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Whether an array that the caller knows may hold other rows at the end than at the start. */
public final class RowStores {
  private RowStores() {}

  /** The kinds of scalars in such arrays, as far as they have derivatives. */
  public static Set<Type.Kind> kinds(Tape tape) {
    Set<Type.Kind> kinds = EnumSet.noneOf(Type.Kind.class);
    of(tape).keySet().forEach(array -> kinds.add(array.type().kind()));
    return kinds;
  }

  /** Where the first of them may get another row. */
  public static Optional<Location> first(Tape tape) {
    return of(tape).values().stream().findFirst().map(Operation::at);
  }

  /** The arrays, and what replaces rows of them. */
  private static Map<Value, Operation> of(Tape tape) {
    Structure structure = Structure.of(tape);
    Regions regions = Regions.of(tape, structure);
    Map<Value, Operation> stores = new LinkedHashMap<>();
    for (Operation operation : structure.operations()) {
      if (operation instanceof Operation.Store store && store.value().type().isArray()) {
        stores.putIfAbsent(store.array(), store);
      } else if (operation instanceof Operation.Invoke invoke) {
        // The callee may do it.
        invoke.active().stream()
            .filter(value -> value.type().rank() > 1 && invoke.mayStore(value))
            .filter(value -> invoke.stores().isEmpty())
            .forEach(value -> stores.putIfAbsent(value, invoke));
      }
    }
    stores
        .keySet()
        .removeIf(
            array -> !array.type().isDifferentiable() || !regions.isExternal(regions.of(array)));
    return stores;
  }
}
