package org.wengert.processor.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables of a call, and the static fields. */
final class Frame {
  private final Map<String, Object> values = new HashMap<>();
  private final Oracle oracle;

  Frame(Oracle oracle) {
    this.oracle = oracle;
  }

  Oracle oracle() {
    return oracle;
  }

  Object get(String name) {
    return values.containsKey(name) ? values.get(name) : oracle.field(name);
  }

  /** Sets parameters, or the like, to what is given for them. */
  void declare(List<Variable> variables, List<Object> given) {
    for (int i = 0; i < variables.size(); i++) {
      set(variables.get(i).name(), variables.get(i).type().convert(given.get(i)));
    }
  }

  void set(String name, Object value) {
    values.put(name, value);
  }
}
