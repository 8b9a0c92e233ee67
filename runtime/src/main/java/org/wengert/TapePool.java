package org.wengert;

import java.util.ArrayList;
import java.util.List;

/** The tape storage of one thread: a stack of arrays for each type of array. */
final class TapePool {

  final BufferStack<double[]> doubles = new BufferStack<>(double[].class);
  final BufferStack<float[]> floats = new BufferStack<>(float[].class);
  final BufferStack<long[]> longs = new BufferStack<>(long[].class);
  final BufferStack<int[]> ints = new BufferStack<>(int[].class);
  final BufferStack<boolean[]> booleans = new BufferStack<>(boolean[].class);
  private final List<BufferStack<? extends Object[]>> references = new ArrayList<>();

  /** The innermost sweep that is open. */
  TapeStorage top = TapeStorage.outermost(this);

  @SuppressWarnings("unchecked") // the stack's array type was just compared
  <T> BufferStack<T[]> references(Class<T[]> arrayType) {
    for (int i = 0; i < references.size(); i++) { // an iterator would be allocated
      if (references.get(i).arrayType() == arrayType) {
        return (BufferStack<T[]>) references.get(i);
      }
    }
    BufferStack<T[]> stack = new BufferStack<>(arrayType);
    references.add(stack);
    return stack;
  }

  void releaseFrom(int depth) {
    doubles.releaseFrom(depth);
    floats.releaseFrom(depth);
    longs.releaseFrom(depth);
    ints.releaseFrom(depth);
    booleans.releaseFrom(depth);
    for (int i = 0; i < references.size(); i++) {
      references.get(i).releaseFrom(depth);
    }
  }

  void trim() {
    doubles.trim();
    floats.trim();
    longs.trim();
    ints.trim();
    booleans.trim();
    references.forEach(BufferStack::trim);
    references.removeIf(stack -> stack.inUse() == 0);
  }
}
