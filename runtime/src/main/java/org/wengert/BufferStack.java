package org.wengert;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * Arrays that are handed out and taken back in the order of a stack.
 *
 * <p>The next array is the one that was handed out in its turn before, if that fits, else another
 * free one. A sequence of calls that repeats itself therefore finds what it needs from its second
 * time on.
 *
 * <p>Every method changes its state last, in statements that cannot fail, so that an error on the
 * way, of memory or of stack, leaves it as it was.
 */
final class BufferStack {

  /** The longest array that every common virtual machine is able to make. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private Object[] buffers = {};
  private int[] lengths = {};

  /** How much of each array that is handed out may be written to. */
  private int[] asked = {};

  /** How many arrays there are; the tables have room for more. */
  private int count;

  private int inUse;

  int inUse() {
    return inUse;
  }

  /**
   * Hands out an array of that type, of at least that length. One that is to be grown is asked for
   * with the length 0: another is only cleared as far as it was asked for, since it may be that of
   * a far larger sweep.
   */
  <A> A take(Class<A> type, int atLeast) {
    int slot = inUse;
    if (slot == count
        || lengths[slot] < atLeast
        || buffers[slot].getClass() != type
        || atLeast < 0) {
      provide(type, atLeast);
    }
    A buffer = type.cast(buffers[slot]);
    asked[slot] = atLeast == 0 ? lengths[slot] : atLeast;
    inUse = slot + 1;
    return buffer;
  }

  /** Sees to it that the next array fits. */
  private void provide(Class<?> type, int atLeast) {
    if (atLeast < 0) {
      throw new IllegalArgumentException(
          "tape storage for "
              + atLeast
              + " values: did the number of a loop's iterations overflow an int?");
    }
    int found = longestFree(type);
    if (found == count) {
      Object buffer = newBuffer(type, atLeast);
      makeRoom();
      buffers[found] = buffer;
      lengths[found] = atLeast;
      count = found + 1;
    } else if (lengths[found] < atLeast) {
      int length = enlarged(lengths[found], atLeast);
      Object buffer = newBuffer(type, length);
      buffers[found] = buffer;
      lengths[found] = length;
    }
    swap(inUse, found);
  }

  /** Sees to it that the tables have room for one more array. */
  private void makeRoom() {
    if (count == buffers.length) {
      int room = enlarged(count, count + 1);
      Object[] moreBuffers = Arrays.copyOf(buffers, room);
      int[] moreLengths = Arrays.copyOf(lengths, room);
      int[] moreAsked = Arrays.copyOf(asked, room);
      buffers = moreBuffers;
      lengths = moreLengths;
      asked = moreAsked;
    }
  }

  private int longestFree(Class<?> type) {
    int longest = count;
    for (int slot = count - 1; slot >= inUse; slot--) {
      if (buffers[slot].getClass() == type
          && (longest == count || lengths[slot] >= lengths[longest])) {
        longest = slot;
      }
    }
    return longest;
  }

  private void swap(int slot, int other) {
    Object buffer = buffers[slot];
    int length = lengths[slot];
    buffers[slot] = buffers[other];
    lengths[slot] = lengths[other];
    buffers[other] = buffer;
    lengths[other] = length;
  }

  /**
   * A longer array with the same contents, in the place of one that is handed out and too short.
   */
  Object grow(Object buffer, int atLeast) {
    if (atLeast < 0) {
      throw new OutOfMemoryError(
          "a loop needs tape storage for more values than an array is able to hold");
    }
    int slot = slotOf(buffer);
    int length = enlarged(lengths[slot], atLeast);
    Object longer = newBuffer(buffer.getClass(), length);
    System.arraycopy(buffer, 0, longer, 0, lengths[slot]);
    buffers[slot] = longer;
    lengths[slot] = length;
    asked[slot] = length;
    return longer;
  }

  private int slotOf(Object buffer) {
    for (int slot = inUse - 1; slot >= 0; slot--) {
      if (buffers[slot] == buffer) {
        return slot;
      }
    }
    throw new IllegalArgumentException("not an array that this tape storage has handed out");
  }

  /** Takes back all but the first. */
  void releaseTo(int first) {
    inUse = first;
  }

  /** Takes back all but the first, and drops what they refer to. */
  void clearTo(int first) {
    while (inUse > first) {
      Arrays.fill((Object[]) buffers[inUse - 1], 0, asked[inUse - 1], null);
      inUse--;
    }
  }

  /** Forgets the arrays that are not handed out. */
  void trim() {
    Object[] fewerBuffers = Arrays.copyOf(buffers, inUse);
    int[] fewerLengths = Arrays.copyOf(lengths, inUse);
    int[] fewerAsked = Arrays.copyOf(asked, inUse);
    buffers = fewerBuffers;
    lengths = fewerLengths;
    asked = fewerAsked;
    count = inUse;
  }

  /** At least half as long again, so that growing one by one costs constant time on average. */
  private static int enlarged(int length, int atLeast) {
    return Math.max(atLeast, (int) Math.min(length + (length + 1L) / 2, LONGEST));
  }

  private static Object newBuffer(Class<?> type, int length) {
    return Array.newInstance(type.getComponentType(), length);
  }
}
