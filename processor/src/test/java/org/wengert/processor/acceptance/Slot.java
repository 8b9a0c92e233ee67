package org.wengert.processor.acceptance;

import java.lang.reflect.Array;

/** A place of one real number: an element of an array, or a boxed argument among others. */
record Slot(Object container, int index) {
  double get() {
    return ((Number) Array.get(container, index)).doubleValue();
  }

  /** Rounds to {@code float} where that is kept here. */
  void set(double value) {
    if (Array.get(container, index) instanceof Float) {
      Array.set(container, index, (float) value);
    } else {
      Array.set(container, index, value);
    }
  }
}
