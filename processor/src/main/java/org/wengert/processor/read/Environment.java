package org.wengert.processor.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Which value each variable has at one place of the program. An inner environment records only what
 * changed since the place where it was opened.
 */
final class Environment {
  /** Stands for a flag known to be set; on no tape itself. */
  static final Value TRUE = Value.named(Type.BOOLEAN, "true");

  /** Stands for a flag known not to be set; on no tape itself. */
  static final Value FALSE = Value.named(Type.BOOLEAN, "false");

  /** Stands for the value of a variable that has none yet; on no tape itself. */
  static final Value UNASSIGNED = Value.named(Type.INT, "unassigned");

  private final Environment outer;
  private final Map<Variable, Value> own = new LinkedHashMap<>();

  private Environment(Environment outer) {
    this.outer = outer;
  }

  static Environment empty() {
    return new Environment(null);
  }

  Environment inner() {
    return new Environment(this);
  }

  /** The variable's value, or one of this class's stand-ins; null where it is not declared. */
  Value get(Variable variable) {
    for (Environment scope = this; scope != null; scope = scope.outer) {
      Value value = scope.own.get(variable);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  void set(Variable variable, Value value) {
    own.put(variable, value);
  }

  boolean declares(Variable variable) {
    return get(variable) != null;
  }

  /** Everything set here, those declared here included. */
  Map<Variable, Value> own() {
    return own;
  }

  /** The variables of the enclosing environment that were set here. */
  List<Variable> changed() {
    return own.keySet().stream().filter(outer::declares).toList();
  }
}
