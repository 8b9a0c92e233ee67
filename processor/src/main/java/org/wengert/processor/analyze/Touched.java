package org.wengert.processor.analyze;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Which arrays do not stay their caller's own and unchanged. */
public final class Touched {
  private Touched() {}

  /** The methods that are handed an array parameter, or a row of one, and may write into it. */
  public static Set<Callee.Target> receivers(Tape tape) {
    Structure structure = Structure.of(tape);
    Regions regions = Regions.of(tape, structure);
    Set<Regions.Region> own = Collections.newSetFromMap(new IdentityHashMap<>());
    tape.parameters().forEach(parameter -> own.addAll(regions.reachable(parameter)));
    Set<Callee.Target> receivers = new LinkedHashSet<>();
    for (Operation operation : structure.operations()) {
      if (operation instanceof Operation.Invoke invoke
          && invoke.arguments().stream()
              .filter(argument -> invoke.mayStore(argument))
              .anyMatch(argument -> !Collections.disjoint(regions.reachable(argument), own))) {
        receivers.add(invoke.callee().target(Callee.Form.PRIMAL));
      }
    }
    return receivers;
  }

  /**
   * Indices of the array parameters that the tape may write into or return, or whose rows it may
   * write into or return. Where rows are stored, any array of that kind may become one.
   */
  public static Set<Integer> parameters(Tape tape) {
    Structure structure = Structure.of(tape);
    Regions regions = Regions.of(tape, structure);
    Set<Regions.Region> touched = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Operation operation : structure.operations()) {
      if (operation instanceof Operation.Store store) {
        touched.add(regions.of(store.array()));
      } else if (operation instanceof Operation.Invoke invoke) {
        invoke.arguments().stream()
            .filter(argument -> invoke.mayStore(argument))
            .forEach(argument -> touched.addAll(regions.reachable(argument)));
      }
    }
    for (Value result : tape.results()) {
      touched.addAll(regions.reachable(result));
    }
    Set<Integer> parameters = new LinkedHashSet<>();
    List<Value> all = tape.parameters();
    Set<Type.Kind> rearranged = RowStores.kinds(tape);
    for (int i = 0; i < all.size(); i++) {
      Value parameter = all.get(i);
      if (!Collections.disjoint(regions.reachable(parameter), touched)
          || (parameter.type().isArray() && rearranged.contains(parameter.type().kind()))) {
        parameters.add(i);
      }
    }
    return parameters;
  }
}
