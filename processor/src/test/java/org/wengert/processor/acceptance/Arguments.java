package org.wengert.processor.acceptance;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a call. What is one array in two places is so in copies, too, and counts once
 * where numbers are listed.
 */
final class Arguments {
  private final Object[] values;

  Arguments(Object... values) {
    this.values = values;
  }

  /** What a call is given, and one more. */
  static Object[] with(Object[] given, Object last) {
    Object[] all = Arrays.copyOf(given, given.length + 1);
    all[given.length] = last;
    return all;
  }

  Object get(int position) {
    return values[position];
  }

  double number(int position) {
    return ((Number) values[position]).doubleValue();
  }

  double[] numbers(int position) {
    return (double[]) values[position];
  }

  Arguments copy() {
    return new Arguments((Object[]) copy(values, new IdentityHashMap<>()));
  }

  private static Object copy(Object value, Map<Object, Object> copies) {
    if (value == null || !value.getClass().isArray()) {
      return value;
    }
    Object known = copies.get(value);
    if (known != null) {
      return known;
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    copies.put(value, copy);
    for (int i = 0; i < length; i++) {
      Array.set(copy, i, copy(Array.get(value, i), copies));
    }
    return copy;
  }

  /** The numbers that the arguments at those positions hold, in order. */
  List<Slot> slots(List<Integer> positions) {
    return places(positions).stream().distinct().toList();
  }

  /** The same, where an array that stands in two places counts twice. */
  List<Slot> places(List<Integer> positions) {
    List<Slot> slots = new ArrayList<>();
    for (int position : positions) {
      add(values, position, slots);
    }
    return slots;
  }

  private static void add(Object container, int index, List<Slot> slots) {
    Object value = Array.get(container, index);
    if (value instanceof Number) {
      slots.add(new Slot(container, index));
    } else if (value != null) {
      for (int i = 0; i < Array.getLength(value); i++) {
        add(value, i, slots);
      }
    }
  }

  /** Whether all is the same, numbers bit for bit. */
  boolean sameAs(Arguments other) {
    return Arrays.deepEquals(values, other.values);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(values);
  }
}
