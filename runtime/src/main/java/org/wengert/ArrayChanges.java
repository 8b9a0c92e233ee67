package org.wengert;

import java.util.Arrays;

/** What arrays were before they were changed, so that it can be undone. */
final class ArrayChanges {
  private Object[] arrays = {};
  private int size;
  private final ArrayCopies before = new ArrayCopies();

  /** Notes an array that is about to be changed. */
  void note(Object array) {
    if (array == null) {
      return;
    }
    if (size == arrays.length) {
      arrays = Arrays.copyOf(arrays, Math.max(8, size + size / 2));
    }
    arrays[size] = array;
    before.save(array);
    size++;
  }

  /** Notes the innermost arrays that an array is made of. */
  void noteContents(Object array) {
    if (ArrayCopies.isOfArrays(array)) {
      for (Object row : (Object[]) array) {
        noteContents(row);
      }
    } else {
      note(array);
    }
  }

  /** Makes all of them what they were, the latest first. */
  void undo() {
    for (int i = size - 1; i >= 0; i--) {
      before.startAt(i);
      before.restore(arrays[i]);
    }
  }

  void clear() {
    Arrays.fill(arrays, 0, size, null);
    size = 0;
    before.clear();
  }
}
