package org.wengert;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * Arrays of one type, handed out and taken back in the order of a stack.
 *
 * <p>The k-th array handed out is always the same one, replaced by a longer one when it is too
 * short. A sequence of calls that repeats itself therefore finds every array long enough from its
 * second time on.
 *
 * <p>Every method changes its state last, in statements that cannot fail, so that an error on the
 * way, of memory or of stack, leaves it as it was.
 *
 * @param <A> the array type
 */
final class BufferStack<A> {

  /** The longest array that every common virtual machine is able to make. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private final Class<A> arrayType;
  private A[] buffers;
  private int[] lengths = {};
  private int[] owners = {};
  private int inUse;

  BufferStack(Class<A> arrayType) {
    this.arrayType = arrayType;
    this.buffers = newArray(arrayType, 0);
  }

  Class<A> arrayType() {
    return arrayType;
  }

  int inUse() {
    return inUse;
  }

  /** Hands out the next free array, of at least that length, to the sweep of that depth. */
  A take(int atLeast, int depth) {
    int slot = inUse;
    if (slot == lengths.length || lengths[slot] < atLeast || atLeast < 0) {
      provide(slot, atLeast);
    }
    A buffer = buffers[slot];
    owners[slot] = depth;
    inUse = slot + 1;
    return buffer;
  }

  private void provide(int slot, int atLeast) {
    if (atLeast < 0) {
      throw new IllegalArgumentException(
          "tape storage for "
              + atLeast
              + " values: did the number of a loop's iterations overflow an int?");
    }
    if (slot == lengths.length) {
      A buffer = newBuffer(atLeast);
      int slots = slot + 1;
      A[] moreBuffers = Arrays.copyOf(buffers, slots);
      int[] moreLengths = Arrays.copyOf(lengths, slots);
      int[] moreOwners = Arrays.copyOf(owners, slots);
      moreBuffers[slot] = buffer;
      moreLengths[slot] = atLeast;
      buffers = moreBuffers;
      lengths = moreLengths;
      owners = moreOwners;
    } else {
      int length = enlarged(lengths[slot], atLeast);
      A buffer = newBuffer(length);
      buffers[slot] = buffer;
      lengths[slot] = length;
    }
  }

  /**
   * A longer array with the same contents, in the place of one that is handed out and too short.
   */
  A grow(A buffer, int atLeast) {
    if (atLeast < 0) {
      throw new OutOfMemoryError(
          "a loop needs tape storage for more values than an array is able to hold");
    }
    int slot = slotOf(buffer);
    int length = enlarged(lengths[slot], atLeast);
    A longer = newBuffer(length);
    System.arraycopy(buffer, 0, longer, 0, lengths[slot]);
    buffers[slot] = longer;
    lengths[slot] = length;
    return longer;
  }

  /** Takes back what was handed out to the sweep of that depth and to those within it. */
  void releaseFrom(int depth) {
    while (inUse > 0 && owners[inUse - 1] >= depth) {
      if (buffers[inUse - 1] instanceof Object[] references) {
        Arrays.fill(references, null);
      }
      inUse--;
    }
  }

  /** Forgets the arrays that are not handed out. */
  void trim() {
    A[] fewerBuffers = Arrays.copyOf(buffers, inUse);
    int[] fewerLengths = Arrays.copyOf(lengths, inUse);
    int[] fewerOwners = Arrays.copyOf(owners, inUse);
    buffers = fewerBuffers;
    lengths = fewerLengths;
    owners = fewerOwners;
  }

  private int slotOf(A buffer) {
    for (int slot = inUse - 1; slot >= 0; slot--) {
      if (buffers[slot] == buffer) {
        return slot;
      }
    }
    throw new IllegalArgumentException("not an array that this tape storage has handed out");
  }

  /** At least half as long again, so that growing one by one costs constant time on average. */
  private static int enlarged(int length, int atLeast) {
    return Math.max(atLeast, (int) Math.min(length + (length + 1L) / 2, LONGEST));
  }

  private A newBuffer(int length) {
    return arrayType.cast(Array.newInstance(arrayType.getComponentType(), length));
  }

  @SuppressWarnings("unchecked") // an array of A, made of A's own class
  private static <A> A[] newArray(Class<A> elementType, int length) {
    return (A[]) Array.newInstance(elementType, length);
  }
}
