package org.wengert.processor.read;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The records that are at hand while a method is read. A record's value is on no tape itself, but
 * stands for the values of its components.
 */
final class Records {
  private final Layouts layouts;
  private final Map<Value, List<Value>> components = new IdentityHashMap<>();

  Records(Layouts layouts) {
    this.layouts = layouts;
  }

  /** A record of these components. */
  Value of(Layout layout, List<Value> values) {
    Value record = Value.temporary(layout.type());
    components.put(record, List.copyOf(values));
    return record;
  }

  /** Whether values of this type are taken apart. */
  boolean isRecord(Type type) {
    return layouts.of(type).isPresent();
  }

  /** Whether this is a record that was not created here. */
  boolean isFromOutside(Value value) {
    return isRecord(value.type()) && !isAtHand(value);
  }

  /** Whether this stands for the values of components. */
  boolean isAtHand(Value value) {
    return components.containsKey(value);
  }

  /** The components' values, those of records not taken apart. */
  List<Value> components(Value record) {
    return components.get(record);
  }

  /** A new value of any type; where it is a record's, of new values for its components. */
  Value fresh(Type type, String name) {
    Optional<Layout> layout = layouts.of(type);
    if (layout.isEmpty()) {
      return Lowering.value(type, name);
    }
    List<Value> values = new ArrayList<>();
    for (Layout.Component component : layout.get().components()) {
      values.add(fresh(component.type(), nameOf(name, component.name())));
    }
    return of(layout.get(), values);
  }

  /** What a component of a variable is called. */
  static String nameOf(String variable, String component) {
    return variable.isEmpty()
        ? ""
        : variable + Character.toUpperCase(component.charAt(0)) + component.substring(1);
  }

  /** The values on the tape that a value stands for, itself if it is no record's. */
  List<Value> leaves(Value value) {
    if (!isAtHand(value)) {
      return List.of(value);
    }
    List<Value> leaves = new ArrayList<>();
    components(value).forEach(component -> leaves.addAll(leaves(component)));
    return leaves;
  }

  /** The value, or stand-in, of a component of a value, or stand-in. */
  private Value component(Value record, int index) {
    return record == Environment.UNASSIGNED ? record : components(record).get(index);
  }

  /** The variable's value at the end of a region, brought onto the tape where it is known only. */
  Value materialize(Region region, Variable variable) {
    return materialize(region, region.environment().get(variable), variable.type());
  }

  private Value materialize(Region region, Value value, Type type) {
    Optional<Layout> layout = layouts.of(type);
    if (layout.isEmpty()) {
      return region.materialize(value, type);
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < layout.get().components().size(); i++) {
      Type component = layout.get().components().get(i).type();
      values.add(materialize(region, component(value, i), component));
    }
    return of(layout.get(), values);
  }

  /** The variables' values at the end of a region, as the tape has them. */
  List<Value> leaves(Region region, Iterable<Variable> variables) {
    List<Value> leaves = new ArrayList<>();
    for (Variable variable : variables) {
      leaves.addAll(leaves(materialize(region, variable)));
    }
    return leaves;
  }

  /**
   * The value of a variable after a branch.
   *
   * @param one its value, or stand-in, at the end of the first arm
   * @param other the same for the second arm
   */
  Value join(Variable variable, Value one, Value other, Join join) {
    return join(variable.type(), variable.name(), one, other, join);
  }

  /** Takes up two values that differ, and gives the one that they become. */
  interface Join {
    Value of(Type type, String name, Value one, Value other);
  }

  private Value join(Type type, String name, Value one, Value other, Join join) {
    if (one == other) {
      return one;
    }
    Optional<Layout> layout = layouts.of(type);
    if (layout.isEmpty()) {
      return join.of(type, name, one, other);
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < layout.get().components().size(); i++) {
      Layout.Component component = layout.get().components().get(i);
      values.add(
          join(
              component.type(),
              nameOf(name, component.name()),
              component(one, i),
              component(other, i),
              join));
    }
    return of(layout.get(), values);
  }
}
