package org.wengert.processor.analyze;

import java.util.EnumSet;
import java.util.Set;
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
    Set<Type.Kind> kinds = EnumSet.noneOf(Type.Kind.class);
    for (Operation operation : structure.operations()) {
      if (operation instanceof Operation.Store store && store.value().type().isArray()) {
        add(store.array(), regions, kinds);
      } else if (operation instanceof Operation.Invoke invoke) {
        // The callee may do it.
        invoke.active().stream()
            .filter(value -> value.type().rank() > 1 && invoke.mayStore(value.type()))
            .forEach(value -> add(value, regions, kinds));
      }
    }
    return kinds;
  }

  private static void add(Value array, Regions regions, Set<Type.Kind> kinds) {
    if (array.type().isDifferentiable() && regions.isExternal(regions.of(array))) {
      kinds.add(array.type().kind());
    }
  }
}
