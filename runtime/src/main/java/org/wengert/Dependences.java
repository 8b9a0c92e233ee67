package org.wengert;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * What the values of a method depend on; for generated code only. Every value has a number: 0 where
 * it depends on no input, or else one that stands for the inputs that it depends on, and for the
 * pairs of them by which it has a second derivative, as far as these have been asked for. Equal
 * dependences have equal numbers, but for large ones.
 */
public final class Dependences {
  private final NumberSets inputs = new NumberSets();
  private final NumberSets products = new NumberSets();

  /** Two sets of inputs, all of which interact. */
  private final PairNumbers factors = new PairNumbers();

  /** A set of inputs and a set of products. */
  private final PairNumbers values = new PairNumbers();

  private int count;

  /** No inputs yet. */
  public Dependences() {}

  /** The next input. */
  public int input() {
    return values.of(inputs.of(count++), 0);
  }

  /** The next inputs, those in an array; null for null. */
  public int[] inputs(double[] array) {
    return array == null ? null : inputs(array.length);
  }

  /** The same for floats. */
  public int[] inputs(float[] array) {
    return array == null ? null : inputs(array.length);
  }

  private int[] inputs(int length) {
    int[] numbers = new int[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = input();
    }
    return numbers;
  }

  /**
   * The same for an array of arrays, row by row.
   *
   * @param type the class of the result, which has the rank of the array
   */
  public <T> T[] inputs(Object[] rows, Class<T[]> type) {
    return rows == null ? null : type.cast(numbered(rows, type));
  }

  private Object[] numbered(Object[] rows, Class<?> type) {
    Object[] numbers = (Object[]) Array.newInstance(type.getComponentType(), rows.length);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] instanceof double[] row) {
        numbers[i] = inputs(row);
      } else if (rows[i] instanceof float[] row) {
        numbers[i] = inputs(row);
      } else if (rows[i] != null) {
        numbers[i] = numbered((Object[]) rows[i], type.getComponentType());
      }
    }
    return numbers;
  }

  /** Of a value that depends on two others, and on each of them linearly. */
  public int union(int a, int b) {
    if (a == b || b == 0) {
      return a;
    }
    if (a == 0) {
      return b;
    }
    return values.of(
        inputs.union(values.first(a), values.first(b)),
        products.union(values.second(a), values.second(b)));
  }

  /** The same value where it has a second derivative by two others besides. */
  public int product(int value, int a, int b) {
    if (a == 0 || b == 0) {
      return value;
    }
    int first = values.first(a);
    int second = values.first(b);
    int product = factors.of(Math.min(first, second), Math.max(first, second));
    return values.of(
        values.first(value), products.union(values.second(value), products.of(product)));
  }

  /** Of a value that depends on all the elements of an array. */
  public int all(int[] numbers) {
    int all = 0;
    for (int i = 0; numbers != null && i < numbers.length; i++) {
      all = union(all, numbers[i]);
    }
    return all;
  }

  /** The same for an array of arrays. */
  public int all(Object[] rows) {
    int all = 0;
    for (int i = 0; rows != null && i < rows.length; i++) {
      all = union(all, rows[i] instanceof int[] row ? all(row) : all((Object[]) rows[i]));
    }
    return all;
  }

  /** Makes all elements of an array depend on the same. */
  public void fill(int[] numbers, int all) {
    if (numbers != null) {
      Arrays.fill(numbers, all);
    }
  }

  /** The same for an array of arrays. */
  public void fill(Object[] rows, int all) {
    for (int i = 0; rows != null && i < rows.length; i++) {
      if (rows[i] instanceof int[] row) {
        fill(row, all);
      } else {
        fill((Object[]) rows[i], all);
      }
    }
  }

  /** Of what a call of an unknown method makes of all that it was given: anything. */
  public int called(int all) {
    return product(all, all, all);
  }

  /**
   * The numbers that belong to an array that a call returned: those of an array that it was given,
   * if it is that one or a row of it.
   *
   * @param fresh what they are otherwise
   * @param known arrays that it was given, each followed by its numbers
   */
  @SuppressWarnings("unchecked") // numbers have the shape of their array
  public <T> T twin(Object returned, T fresh, Object... known) {
    for (int i = 0; returned != null && i < known.length; i += 2) {
      Object found = twin(returned, known[i], known[i + 1]);
      if (found != null) {
        return (T) found;
      }
    }
    return fresh;
  }

  private static Object twin(Object returned, Object array, Object numbers) {
    if (returned == array) {
      return numbers;
    }
    Object found = null;
    if (array instanceof Object[] rows) {
      for (int i = 0; i < rows.length && found == null; i++) {
        found = twin(returned, rows[i], Array.get(numbers, i));
      }
    }
    return found;
  }

  /**
   * The pattern of a Jacobian.
   *
   * @param result of each element
   * @param directions in which a forward sweep goes at once
   */
  public Sparsity jacobian(int[] result, Decisions taken, int directions) {
    int[] rowStart = new int[result.length + 1];
    int[] columnIndex = new int[Math.max(16, 4 * result.length)];
    int length = 0;
    for (int i = 0; i < result.length; i++) {
      int[] row = result[i] == 0 ? new int[0] : inputs.list(values.first(result[i]));
      while (length + row.length > columnIndex.length) {
        columnIndex = Arrays.copyOf(columnIndex, NumberSets.grown(columnIndex.length));
      }
      System.arraycopy(row, 0, columnIndex, length, row.length);
      length += row.length;
      rowStart[i + 1] = length;
    }
    Pattern pattern =
        new Pattern(result.length, count, rowStart, Arrays.copyOf(columnIndex, length));
    return new Sparsity(taken.method(), taken.summary(), pattern, false, directions);
  }

  /**
   * The pattern of a Hessian.
   *
   * @param directions in which a sweep goes at once
   */
  public Sparsity hessian(int result, Decisions taken, int directions) {
    Places places = new Places(count);
    if (result != 0) {
      for (int product : products.list(values.second(result))) {
        places.add(inputs.list(factors.first(product)), inputs.list(factors.second(product)));
      }
    }
    return new Sparsity(taken.method(), taken.summary(), places.pattern(), true, directions);
  }
}
