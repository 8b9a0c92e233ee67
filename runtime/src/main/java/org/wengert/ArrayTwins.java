package org.wengert;

import java.lang.reflect.Array;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * New arrays for given ones that share rows exactly as the given ones do; for generated code only.
 * What is one array in two places has one twin.
 */
public final class ArrayTwins {

  private final boolean copies;
  private final Map<Object, Object> twins = new IdentityHashMap<>();

  private ArrayTwins(boolean copies) {
    this.copies = copies;
  }

  /** Twins that hold zeros. */
  public static ArrayTwins zeros() {
    return new ArrayTwins(false);
  }

  /**
   * The zeros for one more array.
   *
   * @param known arrays that have zeros already, each followed by them: what the array shares with
   *     one of them, its zeros share
   */
  public static <A> A zerosLike(A array, Object... known) {
    ArrayTwins zeros = zeros();
    for (int i = 0; i < known.length; i += 2) {
      zeros.learn(known[i], known[i + 1]);
    }
    return zeros.of(array);
  }

  private void learn(Object array, Object twin) {
    if (array != null && twins.putIfAbsent(array, twin) == null && array instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        learn(rows[i], ((Object[]) twin)[i]);
      }
    }
  }

  /** Twins that hold the same scalars. */
  public static ArrayTwins copies() {
    return new ArrayTwins(true);
  }

  /** The twin of an array of primitives, or of such arrays; null for null. */
  @SuppressWarnings("unchecked") // of the array's own class
  public <A> A of(A array) {
    if (array == null) {
      return null;
    }
    Object twin = twins.get(array);
    if (twin == null) {
      twin = make(array);
      twins.put(array, twin);
    }
    return (A) twin;
  }

  private Object make(Object array) {
    int length = Array.getLength(array);
    Object twin = Array.newInstance(array.getClass().getComponentType(), length);
    if (array instanceof Object[] rows) {
      Object[] twinRows = (Object[]) twin;
      for (int i = 0; i < length; i++) {
        twinRows[i] = of(rows[i]);
      }
    } else if (copies) {
      System.arraycopy(array, 0, twin, 0, length);
    }
    return twin;
  }
}
