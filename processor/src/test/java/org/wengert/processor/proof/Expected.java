package org.wengert.processor.proof;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the oracle says of a program at one point.
 *
 * @param exception what is thrown, if something is
 * @param result as in Java; null for {@code void}
 * @param after the arguments as the program leaves them
 * @param returned the number that is returned, or those of the array, with their derivatives
 * @param left the arguments with their derivatives as the program leaves them
 * @param numbers those that are returned, and those that active arrays hold in the end
 */
record Expected(
    Optional<Class<?>> exception,
    Object result,
    Object[] after,
    Object[] returned,
    Object[] left,
    List<Num> numbers,
    int inputs,
    boolean singular) {

  static Expected of(Program program, Object[] arguments) {
    Shape shape = Shape.of(program.main());
    List<Inputs.Slot> slots = Inputs.slots(arguments, shape.active());
    Map<Object, Object> copies = new IdentityHashMap<>();
    Object[] lifted = new Object[arguments.length];
    for (int i = 0; i < lifted.length; i++) {
      lifted[i] = lift(arguments, i, slots, copies);
    }
    Oracle oracle = new Oracle(program);
    Object result;
    try {
      result = oracle.run(lifted.clone());
    } catch (Oracle.Exhausted e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      return new Expected(
          Optional.of(e.getClass()),
          null,
          null,
          new Object[0],
          new Object[lifted.length],
          List.of(),
          slots.size(),
          true);
    }
    Object[] returned =
        result instanceof Object[] array
            ? array
            : result == null ? new Object[0] : new Object[] {result};
    List<Num> numbers = new ArrayList<>();
    numbers(returned, numbers);
    shape.arrays().forEach(i -> numbers(lifted[i], numbers));
    Map<Object, Object> originals = new IdentityHashMap<>();
    Object[] after = new Object[lifted.length];
    for (int i = 0; i < after.length; i++) {
      after[i] = lower(lifted[i], program.main().parameters().get(i).type(), originals);
    }
    return new Expected(
        Optional.empty(),
        lower(result, program.main().type(), originals),
        after,
        returned,
        lifted,
        numbers,
        slots.size(),
        oracle.isSingular());
  }

  private static Object lift(
      Object container, int i, List<Inputs.Slot> slots, Map<Object, Object> copies) {
    Object value = Array.get(container, i);
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      int input = slots.indexOf(new Inputs.Slot(container, i));
      return input < 0 ? Num.constant(number) : Num.input(number, input, slots.size());
    }
    if (!value.getClass().isArray()) {
      return value;
    }
    Object known = copies.get(value);
    if (known != null) {
      return known;
    }
    Object[] lifted = new Object[Array.getLength(value)];
    copies.put(value, lifted);
    for (int j = 0; j < lifted.length; j++) {
      lifted[j] = lift(value, j, slots, copies);
    }
    return lifted;
  }

  private static void numbers(Object value, List<Num> numbers) {
    if (value instanceof Num number) {
      numbers.add(number);
    } else if (value instanceof Object[] array) {
      for (Object element : array) {
        numbers(element, numbers);
      }
    }
  }

  private static Object lower(Object value, Type type, Map<Object, Object> originals) {
    if (!(value instanceof Object[] array)) {
      if (value instanceof Num number) {
        return type == Type.FLOAT ? (Object) (float) number.value() : (Object) number.value();
      }
      return value;
    }
    Object known = originals.get(array);
    if (known != null) {
      return known;
    }
    Object lowered =
        switch (type) {
          case INTS -> new int[array.length];
          case FLOATS -> new float[array.length];
          case DOUBLES -> new double[array.length];
          case CUBE -> new double[array.length][][];
          default -> new double[array.length][];
        };
    originals.put(array, lowered);
    for (int i = 0; i < array.length; i++) {
      Array.set(lowered, i, lower(array[i], type.element(), originals));
    }
    return lowered;
  }
}
