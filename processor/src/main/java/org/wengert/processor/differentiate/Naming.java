package org.wengert.processor.differentiate;

import java.util.HashMap;
import java.util.Map;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** Names for values that rules created without one; applied when a tape is complete. */
public final class Naming {
  private final Map<Value, String> names = new HashMap<>();
  private final String suffix;

  public Naming(String suffix) {
    this.suffix = suffix;
  }

  /** The name of the derivative of a value: empty for those of temporaries. */
  public String of(Value primal) {
    return primal.isNamed() ? primal.name() + suffix : "";
  }

  /** Calls an unnamed value the derivative of the primal one, unless it has a name by now. */
  public void suggest(Value derivative, Value primal) {
    if (primal.isNamed() && !derivative.isNamed()) {
      names.putIfAbsent(derivative, of(primal));
    }
  }

  public Tape apply(Tape tape) {
    return Substitution.defining(
            value -> {
              String name = names.get(value);
              return name == null ? value : Value.named(value.type(), name);
            })
        .apply(tape);
  }
}
