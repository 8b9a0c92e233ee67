package org.wengert.processor.proof;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Arguments of a program, and their copies, in which what is one array stays one. */
final class Inputs {
  private Inputs() {}

  /** Random arguments; sometimes equal numbers, equal arrays, rows shared. */
  static Object[] random(Program program, Random random) {
    List<Variable> parameters = program.main().parameters();
    Object[] arguments = new Object[parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] =
          parameters.get(i).name().equals(Programs.DEPTH)
              ? random.nextInt(4)
              : random(parameters.get(i).type(), random);
      boolean active = Shape.isActive(program.main(), parameters.get(i));
      for (int j = 0; j < i; j++) {
        if (active == Shape.isActive(program.main(), parameters.get(j))) {
          share(arguments, i, parameters.get(i).type(), j, parameters.get(j).type(), random);
        }
      }
    }
    return arguments;
  }

  /** Makes an argument the same as an earlier one now and then, or a row of it. */
  private static void share(Object[] all, int i, Type type, int j, Type earlier, Random random) {
    if (type == earlier && random.nextInt(8) == 0) {
      all[i] = all[j];
    } else if (type.isArray() && type.element() == earlier && earlier.isArray()) {
      Object[] rows = (Object[]) all[i];
      if (rows.length > 0 && random.nextInt(8) == 0) {
        rows[random.nextInt(rows.length)] = all[j];
      }
    }
  }

  private static Object random(Type type, Random random) {
    return switch (type) {
      case BOOLEAN -> random.nextBoolean();
      case INT -> random.nextInt(10) - 3;
      case LONG -> (long) random.nextInt(1000) << random.nextInt(30);
      case FLOAT -> (float) number(random);
      case DOUBLE -> number(random);
      case MODE -> Mode.values()[random.nextInt(Mode.values().length)];
      case INTS -> random.ints(1 + random.nextInt(4), -2, 6).toArray();
      case DOUBLES, FLOATS, MATRIX, CUBE -> array(type, random);
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  private static double number(Random random) {
    return random.nextInt(10) == 0 ? random.nextInt(3) - 1 : 4 * random.nextDouble() - 2;
  }

  private static Object array(Type type, Random random) {
    int length = 1 + random.nextInt(4);
    if (type.element().isArray()) {
      Object[] rows = type == Type.CUBE ? new double[length][][] : new double[length][];
      for (int i = 0; i < length; i++) {
        rows[i] = i > 0 && random.nextInt(8) == 0 ? rows[i - 1] : array(type.element(), random);
      }
      return rows;
    }
    Object array = Array.newInstance(type == Type.FLOATS ? float.class : double.class, length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, random(type.element(), random));
    }
    return array;
  }

  static Object[] copy(Object[] values) {
    return (Object[]) copy(values, new IdentityHashMap<>());
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

  /** A place that holds a number with a derivative: an element of an array, or an argument. */
  record Slot(Object container, int index) {
    double get() {
      return ((Number) Array.get(container, index)).doubleValue();
    }

    void set(double value) {
      if (Array.get(container, index) instanceof Float) {
        Array.set(container, index, (float) value);
      } else {
        Array.set(container, index, value);
      }
    }
  }

  /** The slots in some of the values, each once, in order. */
  static List<Slot> slots(Object[] values, List<Integer> positions) {
    List<Slot> slots = new ArrayList<>();
    Map<Object, Object> seen = new IdentityHashMap<>();
    for (int position : positions) {
      add(values, position, slots, seen);
    }
    return slots;
  }

  /** All numbers in the values, in order; those of an array as often as it is there. */
  static double[] numbers(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Inputs::numbers).flatMapToDouble(Arrays::stream).toArray();
    }
    if (value == null || !value.getClass().isArray()) {
      return value instanceof Number number ? new double[] {number.doubleValue()} : new double[0];
    }
    return IntStream.range(0, Array.getLength(value))
        .mapToObj(i -> numbers(Array.get(value, i)))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private static void add(Object container, int i, List<Slot> slots, Map<Object, Object> seen) {
    Object value = Array.get(container, i);
    if (value instanceof Float || value instanceof Double) {
      slots.add(new Slot(container, i));
    } else if (value != null && value.getClass().isArray() && seen.put(value, value) == null) {
      for (int j = 0; j < Array.getLength(value); j++) {
        add(value, j, slots, seen);
      }
    }
  }
}
