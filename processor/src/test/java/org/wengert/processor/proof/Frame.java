package org.wengert.processor.proof;

import java.util.HashMap;
import java.util.Map;

/** The variables of a call. */
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
    return values.get(name);
  }

  void set(String name, Object value) {
    values.put(name, value);
  }
}
