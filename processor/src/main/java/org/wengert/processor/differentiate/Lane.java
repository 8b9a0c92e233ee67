package org.wengert.processor.differentiate;

import java.util.HashMap;
import java.util.Map;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** One of the directions that a forward sweep goes in: the tangents found so far. */
final class Lane {
  private final Map<Value, Value> tangents = new HashMap<>();
  private final Naming names;

  /**
   * @param suffix what the names of tangents end with
   */
  Lane(String suffix) {
    names = new Naming(suffix);
  }

  /** The tangent of a value, or null if that is structurally zero. */
  Value tangent(Value primal) {
    return tangents.get(primal);
  }

  void put(Value primal, Value tangent) {
    tangents.put(primal, tangent);
  }

  /** The same for a tangent that may have no name yet. */
  void set(Value primal, Value tangent) {
    put(primal, tangent);
    suggest(tangent, primal);
  }

  void suggest(Value tangent, Value primal) {
    names.suggest(tangent, primal);
  }

  String nameFor(Value primal) {
    return names.of(primal);
  }

  Tape named(Tape tape) {
    return names.apply(tape);
  }
}
