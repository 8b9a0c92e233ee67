package org.wengert.processor.differentiate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.tape.Value;

/**
 * The adjoints known at one point of the reverse sweep, by primal value, and the running counts of
 * loops, by counter. A layer sees what lies under it and keeps its own changes apart.
 */
final class Adjoints {
  private final Adjoints under;
  private final Map<Value, Value> own = new LinkedHashMap<>();

  private Adjoints(Adjoints under) {
    this.under = under;
  }

  static Adjoints empty() {
    return new Adjoints(null);
  }

  Adjoints layer() {
    return new Adjoints(this);
  }

  /** Null where the adjoint is structurally zero. */
  Value get(Value key) {
    for (Adjoints layer = this; layer != null; layer = layer.under) {
      if (layer.own.containsKey(key)) {
        return layer.own.get(key);
      }
    }
    return null;
  }

  void set(Value key, Value adjoint) {
    own.put(key, adjoint);
  }

  /** The adjoint, which from now on is zero. */
  Value take(Value key) {
    Value adjoint = get(key);
    if (adjoint != null) {
      own.put(key, null);
    }
    return adjoint;
  }

  /** What this layer has set, in the order of the first change. */
  Set<Value> changed() {
    return own.keySet();
  }
}
