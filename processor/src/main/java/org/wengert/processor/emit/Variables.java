package org.wengert.processor.emit;

import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/**
 * The variables of a method: which holds which values, and which must be declared before the
 * statement whose blocks first assign it. All others are declared where they are first assigned.
 */
final class Variables {
  private final Map<Value, Variable> byValue;
  private final Map<Operation, List<Variable>> declaredBefore;

  Variables(Map<Value, Variable> byValue, Map<Operation, List<Variable>> declaredBefore) {
    this.byValue = byValue;
    this.declaredBefore = declaredBefore;
  }

  Variable of(Value value) {
    Variable variable = byValue.get(value);
    if (variable == null) {
      throw new IllegalStateException("no definition of " + value);
    }
    return variable;
  }

  /** Whether the value is ever read from a variable. */
  boolean has(Value value) {
    return byValue.containsKey(value);
  }

  List<Variable> declaredBefore(Operation statement) {
    return declaredBefore.getOrDefault(statement, List.of());
  }
}
