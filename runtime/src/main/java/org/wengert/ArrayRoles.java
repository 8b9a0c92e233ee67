package org.wengert;

import java.lang.reflect.Array;

/**
 * What each array that a sweep is given stands for, rows of arrays included; for generated code
 * only.
 *
 * <p>An array that is written into may be passed several times, as long as its tangent or adjoint
 * is the same array every time; and an array that is written into cannot be anything else as well.
 * Whoever breaks this gets an {@link IllegalArgumentException} that names both places. The cost is
 * linear in the number of rows. Each thread keeps one table, so that nothing is allocated once it
 * is large enough.
 *
 * <pre>{@code
 * ArrayRoles.ofReverse()
 *     .written(a, "a", aBar, "aBar")
 *     .read(b, "b", bBar, "bBar")
 *     .readConstant(c, "c")
 *     .done();
 * }</pre>
 *
 * <p>Arrays without elements are left out, since nothing can be written into them.
 */
public final class ArrayRoles {

  private static final ThreadLocal<ArrayRoles> ROLES = ThreadLocal.withInitial(ArrayRoles::new);

  private static final int SMALLEST = 64;

  /** The partner of an array that is only read and stands for several things. */
  private static final Object SEVERAL = new Object();

  /** The partner of a constant. */
  private static final Object NONE = new Object();

  private static final int PRIMAL = 1;
  private static final int DERIVATIVE = 2;
  private static final int SIDES = PRIMAL | DERIVATIVE;

  /** A sweep writes into the array. */
  private static final int WRITTEN = 4;

  /** The method writes into the array, or the array is the derivative of such a one. */
  private static final int TOUCHED = 8;

  private boolean adjointsAreWritten;
  private Object[] arrays = new Object[SMALLEST];
  private Object[] partners = new Object[SMALLEST];
  private int[] marks = new int[SMALLEST];
  private int[] slots = new int[SMALLEST / 2];
  private int size;
  private final ArrayPlaces places = new ArrayPlaces();

  private ArrayRoles() {}

  /** For a sweep that writes only into tangents of arrays that the method writes into. */
  public static ArrayRoles ofForward() {
    return start(false);
  }

  /** For a sweep that writes into all adjoints. */
  public static ArrayRoles ofReverse() {
    return start(true);
  }

  private static ArrayRoles start(boolean adjointsAreWritten) {
    ArrayRoles roles = ROLES.get();
    roles.clear();
    roles.adjointsAreWritten = adjointsAreWritten;
    return roles;
  }

  static void trim() {
    ROLES.remove();
  }

  /** An array that the method writes into or hands out, and its tangent or adjoint. */
  public ArrayRoles written(Object array, String name, Object derivative, String derivativeName) {
    return pair(array, name, derivative, derivativeName, WRITTEN | TOUCHED);
  }

  /** An array that the method only reads, and its tangent or adjoint. */
  public ArrayRoles read(Object array, String name, Object derivative, String derivativeName) {
    return pair(array, name, derivative, derivativeName, 0);
  }

  /** A constant array that the method writes into. */
  public ArrayRoles writtenConstant(Object array, String name) {
    return constant(array, name, WRITTEN | TOUCHED);
  }

  /** A constant array that the method only reads. */
  public ArrayRoles readConstant(Object array, String name) {
    return constant(array, name, 0);
  }

  /** The adjoint of the result, which is only read; after all others. */
  public ArrayRoles seed(Object array, String name) {
    places.add(null, null, array, name);
    meetSeed(array);
    return this;
  }

  /** Forgets all arrays. */
  public void done() {
    clear();
  }

  private ArrayRoles pair(
      Object array, String name, Object derivative, String derivativeName, int marks) {
    places.add(array, name, derivative, derivativeName);
    meetPair(array, derivative, marks);
    return this;
  }

  private ArrayRoles constant(Object array, String name, int marks) {
    places.add(array, name, null, null);
    meetConstant(array, marks | PRIMAL);
    return this;
  }

  private void meetPair(Object array, Object derivative, int marks) {
    if (array == null || derivative == null || Array.getLength(array) == 0) {
      return;
    }
    int adjoint = adjointsAreWritten ? WRITTEN : 0;
    boolean isNew = meet(array, derivative, marks | PRIMAL);
    isNew |= meet(derivative, array, marks | DERIVATIVE | adjoint);
    if (isNew && array instanceof Object[] rows) {
      Object[] derivatives = (Object[]) derivative;
      for (int i = 0; i < rows.length; i++) {
        meetPair(rows[i], derivatives[i], marks);
      }
    }
  }

  private void meetConstant(Object array, int marks) {
    if (array == null || Array.getLength(array) == 0) {
      return;
    }
    if (meet(array, NONE, marks) && array instanceof Object[] rows) {
      for (Object row : rows) {
        meetConstant(row, marks);
      }
    }
  }

  private void meetSeed(Object array) {
    if (array == null || Array.getLength(array) == 0) {
      return;
    }
    int slot = slotOf(array);
    if (arrays[slot] != null && (marks[slot] & PRIMAL) != 0 && (marks[slot] & TOUCHED) != 0) {
      throw refusal(places.ofBothSides(array));
    }
    if (array instanceof Object[] rows) {
      for (Object row : rows) {
        meetSeed(row);
      }
    }
  }

  /** Notes what an array stands for; false if all of it was known. */
  private boolean meet(Object array, Object partner, int mark) {
    int slot = slotOf(array);
    if (arrays[slot] == null) {
      arrays[slot] = array;
      partners[slot] = partner;
      marks[slot] = mark;
      slots[size++] = slot;
      if (size == slots.length) {
        grow();
      }
      return true;
    }
    int before = marks[slot];
    int after = before | mark;
    boolean otherPartner = partners[slot] != partner;
    if ((after & SIDES) == SIDES) {
      if ((after & WRITTEN) != 0) {
        throw refusal(places.ofBothSides(array));
      }
      otherPartner = true;
    } else if (otherPartner && (after & TOUCHED) != 0) {
      throw refusal(places.ofTwoPartners(array, partner == NONE ? null : partner));
    }
    marks[slot] = after;
    if (otherPartner) {
      partners[slot] = SEVERAL;
    }
    return otherPartner || after != before;
  }

  private int slotOf(Object array) {
    int mask = arrays.length - 1;
    int slot = spread(System.identityHashCode(array)) & mask;
    while (arrays[slot] != null && arrays[slot] != array) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }

  /** Twice the table; half of it is used at most. */
  private void grow() {
    Object[] oldArrays = arrays;
    Object[] oldPartners = partners;
    int[] oldMarks = marks;
    int[] oldSlots = slots;
    arrays = new Object[2 * oldArrays.length];
    partners = new Object[arrays.length];
    marks = new int[arrays.length];
    slots = new int[arrays.length / 2];
    for (int i = 0; i < size; i++) {
      int slot = slotOf(oldArrays[oldSlots[i]]);
      arrays[slot] = oldArrays[oldSlots[i]];
      partners[slot] = oldPartners[oldSlots[i]];
      marks[slot] = oldMarks[oldSlots[i]];
      slots[i] = slot;
    }
  }

  private void clear() {
    for (int i = 0; i < size; i++) {
      arrays[slots[i]] = null;
      partners[slots[i]] = null;
    }
    size = 0;
    places.clear();
  }

  private IllegalArgumentException refusal(String message) {
    clear();
    return new IllegalArgumentException(message);
  }
}
