package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;

/** Records that are one step smaller. */
final class CarrierEdits {
  private CarrierEdits() {}

  static List<List<Carrier>> smaller(List<Carrier> carriers) {
    List<List<Carrier>> all = new ArrayList<>();
    for (int i = 0; i < carriers.size(); i++) {
      List<Carrier> fewer = new ArrayList<>(carriers);
      fewer.remove(i);
      all.add(fewer);
      for (Carrier carrier : smaller(carriers.get(i))) {
        List<Carrier> changed = new ArrayList<>(carriers);
        changed.set(i, carrier);
        all.add(changed);
      }
    }
    return all;
  }

  private static List<Carrier> smaller(Carrier carrier) {
    List<Carrier> all = new ArrayList<>();
    if (!carrier.others().isEmpty()) {
      all.add(with(carrier, carrier.body(), true, List.of()));
    }
    if (!carrier.compact()) {
      all.add(with(carrier, carrier.body(), true, carrier.delegated()));
    }
    for (Node body : Edits.variants(carrier.body())) {
      all.add(with(carrier, (Block) body, carrier.compact(), carrier.delegated()));
    }
    List<Method> methods = carrier.methods();
    for (int i = 0; i < methods.size(); i++) {
      List<Method> fewer = new ArrayList<>(methods);
      fewer.remove(i);
      all.add(carrier.with(fewer));
      for (Node body : Edits.variants(methods.get(i).body())) {
        List<Method> changed = new ArrayList<>(methods);
        changed.set(i, methods.get(i).with((Block) body));
        all.add(carrier.with(changed));
      }
    }
    return all;
  }

  /** Without the other constructor, where nothing is delegated. */
  private static Carrier with(Carrier carrier, Block body, boolean compact, List<Expr> delegated) {
    return new Carrier(
        carrier.type(),
        carrier.components(),
        body,
        compact,
        delegated.isEmpty() ? List.of() : carrier.others(),
        delegated,
        carrier.methods());
  }
}
