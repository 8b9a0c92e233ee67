package org.wengert.processor.proof;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random adjoints of all that a program leaves. The adjoint of a row stands where the row stands in
 * the end; where that is a row of another length it is zero.
 */
final class Seeding {
  private record Term(Object bars, int index, Num number) {
    double weight() {
      return ((Number) Array.get(bars, index)).doubleValue();
    }
  }

  private final Object[] arguments;
  private final double[] result;
  private final List<Term> terms = new ArrayList<>();
  private final Map<Object, Map<Object, Object>> seen = new IdentityHashMap<>();

  /**
   * @param at the arguments, arrays of adjoints are like them
   * @param arrays which of them are active arrays
   */
  Seeding(Object[] at, List<Integer> arrays, Expected expected, Random random) {
    arguments = Inputs.copy(at);
    Object[] returned = expected.returned();
    result = new double[returned.length];
    Inputs.slots(arguments, arrays).forEach(slot -> slot.set(number(random)));
    Arrays.setAll(result, i -> number(random));
    arrays.forEach(i -> match(arguments[i], expected.left()[i]));
    match(result, returned);
  }

  private static double number(Random random) {
    return (float) random.nextDouble(-1, 1);
  }

  private void match(Object bars, Object left) {
    if (bars == null) {
      return;
    }
    if (!(left instanceof Object[] array) || array.length != Array.getLength(bars)) {
      clear(bars);
    } else if (seen.computeIfAbsent(bars, key -> new IdentityHashMap<>()).put(left, left) == null) {
      for (int i = 0; i < array.length; i++) {
        if (Array.get(bars, i) instanceof Number) {
          terms.add(new Term(bars, i, (Num) array[i]));
        } else {
          match(Array.get(bars, i), array[i]);
        }
      }
    }
  }

  private static void clear(Object bars) {
    Inputs.slots(new Object[] {bars}, List.of(0)).forEach(slot -> slot.set(0));
  }

  /** New copies. */
  Object[] arguments() {
    return Inputs.copy(arguments);
  }

  double[] result() {
    return result.clone();
  }

  /** What the reverse sweep has to give for an input. */
  double gradient(int input) {
    return terms.stream().mapToDouble(term -> term.weight() * term.number.by(input)).sum();
  }

  /** The same sum of absolute values. */
  double size(int input) {
    return terms.stream()
        .mapToDouble(term -> Math.abs(term.weight()) * term.number.sizeBy(input))
        .sum();
  }
}
