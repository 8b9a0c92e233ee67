package org.wengert;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;

/** Copies of arrays, one after the other, made into the same arrays again and again. */
final class ArrayCopies {
  private static final int HEADER_BYTES = 16;

  private Object[] copies = {};
  private int next;
  private int used;
  private boolean reshaped;

  /** The next copy is the one in this place. */
  void startAt(int place) {
    next = place;
  }

  /** The place of the next copy. */
  int next() {
    return next;
  }

  /** Whether the elements are arrays. */
  static boolean isOfArrays(Object array) {
    return array instanceof Object[] && array.getClass().getComponentType().isArray();
  }

  /** Copies an array, or the innermost arrays that it is made of, in the order of their indices. */
  void saveContents(Object array) {
    if (isOfArrays(array)) {
      for (Object row : (Object[]) array) {
        saveContents(row);
      }
    } else {
      save(array);
    }
  }

  /**
   * Gives an array, or the innermost arrays that it is made of, the contents of the next copies.
   */
  void restoreContents(Object array) {
    if (isOfArrays(array)) {
      for (Object row : (Object[]) array) {
        restoreContents(row);
      }
    } else {
      restore(array);
    }
  }

  /** Copies the elements of an array; null stands for itself. */
  void save(Object array) {
    if (next == copies.length) {
      copies = Arrays.copyOf(copies, Math.max(8, next + next / 2));
    }
    if (array != null) {
      copy(array);
    }
    next++;
    used = Math.max(used, next);
  }

  private void copy(Object array) {
    int length = Array.getLength(array);
    Object copy = copies[next];
    if (copy == null || copy.getClass() != array.getClass() || Array.getLength(copy) != length) {
      reshaped |= copy != null;
      copies[next] = null; // so that there is memory for another one
      copy = Array.newInstance(array.getClass().getComponentType(), length);
      copies[next] = copy;
    }
    System.arraycopy(array, 0, copy, 0, length);
  }

  /** Whether an array of numbers or booleans, or null, is like the next copy. */
  boolean isNext(Object array) {
    return array == null || !(array instanceof Object[]) && Objects.deepEquals(array, copies[next]);
  }

  /** Whether an array has the very rows of the next copy. */
  boolean isNextRows(Object[] rows) {
    Object[] copy = (Object[]) copies[next];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] != copy[i]) {
        return false;
      }
    }
    return true;
  }

  /** Passes over the next copy. */
  void skip() {
    next++;
  }

  /** Gives an array the elements of the next copy. */
  void restore(Object array) {
    if (array != null) {
      System.arraycopy(copies[next], 0, array, 0, Array.getLength(array));
    }
    next++;
  }

  /**
   * About how many bytes the copies up to the next one need. Those behind it, of an earlier time,
   * are dropped unless they can be made into again.
   */
  long settle() {
    if (reshaped) {
      Arrays.fill(copies, next, copies.length, null);
      reshaped = false;
    }
    long bytes = 0;
    for (int i = 0; i < next; i++) {
      bytes += bytes(copies[i]);
    }
    return bytes;
  }

  /** About how many bytes an array needs. */
  static long bytes(Object array) {
    return array == null
        ? 0
        : HEADER_BYTES + Array.getLength(array) * (long) bytesPerElement(array);
  }

  private static int bytesPerElement(Object array) {
    if (array instanceof byte[] || array instanceof boolean[]) {
      return 1;
    }
    if (array instanceof short[] || array instanceof char[]) {
      return 2;
    }
    return array instanceof int[] || array instanceof float[] ? 4 : 8;
  }

  /** Ends the use of the copies; objects that they refer to are let go of. */
  void clear() {
    for (int i = 0; i < used; i++) {
      if (copies[i] instanceof Object[]) {
        copies[i] = null;
      }
    }
    next = 0;
    used = 0;
  }
}
