package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Values that one variable holds, one after the other. */
final class SharedValues {
  private final List<Value> values = new ArrayList<>();
  private final Intervals live;
  private String name;
  private boolean hasParameter;

  SharedValues(Value value, Intervals live, boolean parameter) {
    this.values.add(value);
    this.live = live;
    this.name = value.name();
    this.hasParameter = parameter;
  }

  List<Value> values() {
    return values;
  }

  int size() {
    return values.size();
  }

  String name() {
    return name;
  }

  Type type() {
    return values.get(0).type();
  }

  /**
   * Whether no value of one set is overwritten by the other's while it is needed, and the names
   * agree. A parameter is overwritten only under its own name.
   */
  boolean canShareWith(SharedValues other) {
    if (!type().equals(other.type())) {
      return false;
    }
    boolean sameName = name.equals(other.name);
    boolean oneName = name.isEmpty() || other.name.isEmpty();
    if (!sameName && (!oneName || hasParameter || other.hasParameter)) {
      return false;
    }
    return live.count() <= other.live.count()
        ? !live.overlaps(other.live)
        : !other.live.overlaps(live);
  }

  void addAll(SharedValues other) {
    values.addAll(other.values);
    live.addAll(other.live);
    hasParameter |= other.hasParameter;
    if (name.isEmpty()) {
      name = other.name;
    }
  }
}
