package org.wengert;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The adjoints of arrays whose rows a method replaces, exchanges or stores elsewhere; for generated
 * code only.
 *
 * <p>The sweeps work on arrays of their own, which start as zeros, share as the arrays do, and are
 * rearranged along with them. Between the sweeps the adjoints that the caller gave are added: those
 * in place {@code i} belong to what the array holds in place {@code i} at the end. After the sweeps
 * the caller gets in place {@code i} the adjoint of what the array held there at the start.
 */
public final class RowAdjoints {

  private final ArrayTwins zeros = ArrayTwins.zeros();
  private final List<Argument> arguments = new ArrayList<>();
  private final Set<Seeded> seeded = new HashSet<>();

  /** No arguments yet. */
  public RowAdjoints() {}

  /**
   * An argument.
   *
   * @param given the adjoint array that the caller gave
   * @param working the one that the sweeps use
   * @param start what stood where in that at the start
   */
  private record Argument(String name, Object given, Object working, Object start) {}

  /** A row of adjoints that was added to another one; arrays are equal only to themselves. */
  private record Seeded(Object given, Object working) {}

  /** The array to use in place of the adjoint that the caller gave. */
  public <A> A of(A array, A adjoint, String adjointName) {
    A working = zeros.of(array);
    arguments.add(new Argument(adjointName, adjoint, working, structureOf(working)));
    return working;
  }

  private static Object structureOf(Object array) {
    if (!(array instanceof Object[] rows)) {
      return array;
    }
    Object[] structure = rows.clone();
    for (int i = 0; i < structure.length; i++) {
      structure[i] = structureOf(structure[i]);
    }
    return structure;
  }

  /**
   * Adds the adjoints that the caller gave, to be called between the sweeps. The same row is added
   * to the same row once.
   *
   * @throws IllegalArgumentException if there is an adjoint for a row that at the end has another
   *     length than at the start, or is null
   */
  public void seed() {
    for (Argument argument : arguments) {
      seed(argument.given, argument.working, argument.name);
    }
  }

  private void seed(Object given, Object working, String name) {
    if (given == null) {
      return;
    }
    if (working == null || Array.getLength(working) != Array.getLength(given)) {
      if (!isZero(given)) {
        throw new IllegalArgumentException(
            name
                + " is not zero, but at the end of the method the row there "
                + (working == null
                    ? "is null"
                    : "has length "
                        + Array.getLength(working)
                        + ", not "
                        + Array.getLength(given)));
      }
    } else if (given instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        seed(rows[i], ((Object[]) working)[i], name + "[" + i + "]");
      }
    } else if (seeded.add(new Seeded(given, working))) {
      add(given, working);
    }
  }

  private static boolean isZero(Object array) {
    if (array instanceof double[] numbers) {
      for (double number : numbers) {
        if (number != 0) {
          return false;
        }
      }
    } else if (array instanceof float[] numbers) {
      for (float number : numbers) {
        if (number != 0) {
          return false;
        }
      }
    } else if (array != null) {
      for (Object row : (Object[]) array) {
        if (!isZero(row)) {
          return false;
        }
      }
    }
    return true;
  }

  private static void add(Object from, Object to) {
    if (from instanceof double[] terms) {
      double[] sums = (double[]) to;
      for (int i = 0; i < terms.length; i++) {
        sums[i] += terms[i];
      }
    } else {
      float[] terms = (float[]) from;
      float[] sums = (float[]) to;
      for (int i = 0; i < terms.length; i++) {
        sums[i] += terms[i];
      }
    }
  }

  /** Writes the adjoints of what stood in each place at the start into the caller's arrays. */
  public void handOut() {
    for (Argument argument : arguments) {
      handOut(argument.start, argument.given);
    }
  }

  private static void handOut(Object start, Object given) {
    if (start == null || given == null) {
      return;
    }
    if (start instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        handOut(rows[i], ((Object[]) given)[i]);
      }
    } else {
      System.arraycopy(start, 0, given, 0, Array.getLength(start));
    }
  }
}
