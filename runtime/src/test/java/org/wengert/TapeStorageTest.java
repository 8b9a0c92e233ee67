package org.wengert;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TapeStorageTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @AfterEach
  void freeThePool() {
    TapeStorage.trim();
  }

  private static long allocatedBy(Runnable action) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    action.run();
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }

  @Test
  void repeatedSweepsAllocateNothing() {
    Runnable thousandSweeps =
        () -> {
          for (int i = 0; i < 1_000; i++) {
            openTakeAndClose(5);
          }
        };
    thousandSweeps.run();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) { // the first measurement loads classes itself
      least = Math.min(least, allocatedBy(thousandSweeps));
    }

    assertThat(least).isEqualTo(0);
  }

  @Test
  void manyArraysAllocateLittleBesideThem() {
    int count = 50_000;
    long allocated =
        allocatedBy(
            () -> {
              TapeStorage tape = TapeStorage.open();
              for (int i = 0; i < count; i++) {
                tape.doubles(1);
              }
              tape.close();
            });

    assertThat(allocated).isLessThan(100L * count);
  }

  private static int openTakeAndClose(int depth) {
    TapeStorage tape = TapeStorage.open();
    try {
      double[] doubles = tape.doubles(10 * depth);
      doubles = tape.grow(doubles, 1_000);
      float[] floats = tape.grow(tape.floats(depth), 20);
      long[] longs = tape.grow(tape.longs(depth), 20);
      int[] ints = tape.grow(tape.ints(depth), 20);
      boolean[] booleans = tape.grow(tape.booleans(depth), 20);
      double[][] rows = tape.grow(tape.references(double[][].class, depth), 20);
      float[][] floatRows = tape.grow(tape.references(float[][].class, depth), 20);
      rows[0] = doubles;
      floatRows[0] = floats;
      int lengths = longs.length + ints.length + booleans.length;
      return depth == 0 ? lengths : lengths + openTakeAndClose(depth - 1);
    } finally {
      tape.close();
    }
  }

  @Test
  void sweepsThatTakeTurnsAllocateNothing() {
    Runnable bothSweeps =
        () -> {
          TapeStorage first = TapeStorage.open();
          first.references(double[][].class, 10);
          first.references(float[][].class, 20);
          first.doubles(1_000);
          first.doubles(1);
          first.close();
          TapeStorage second = TapeStorage.open();
          second.references(float[][].class, 15);
          second.references(double[][].class, 10);
          second.doubles(1);
          second.doubles(1_000);
          second.close();
        };
    bothSweeps.run();
    bothSweeps.run();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      least = Math.min(least, allocatedBy(bothSweeps));
    }

    assertThat(least).isEqualTo(0);
  }

  @Test
  void openSweepsNeverShareAnArray() {
    TapeStorage outer = TapeStorage.open();
    double[] first = outer.doubles(3);
    double[] second = outer.doubles(3);
    TapeStorage inner = TapeStorage.open();
    double[] third = inner.doubles(3);

    assertThat(inner).isNotSameInstanceAs(outer);
    assertThat(first).isNotSameInstanceAs(second);
    assertThat(third).isNotSameInstanceAs(first);
    assertThat(third).isNotSameInstanceAs(second);

    inner.close();
    assertThat(outer.doubles(3)).isSameInstanceAs(third);
    outer.close();
  }

  @Test
  void closingGivesTheSameArraysAgain() {
    TapeStorage tape = TapeStorage.open();
    double[] buffer = tape.grow(tape.doubles(3), 100);
    tape.close();

    TapeStorage again = TapeStorage.open();
    assertThat(again).isSameInstanceAs(tape);
    assertThat(again.doubles(100)).isSameInstanceAs(buffer);
    again.close();
  }

  @Property(tries = 200, seed = "2026")
  void growingKeepsContentsAndIsAtLeastByHalf(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 1_000) Integer> lengths) {
    TapeStorage tape = TapeStorage.open();
    int[] buffer = tape.ints(0);
    int[] neighbour = tape.ints(1);
    neighbour[0] = -1;
    int filled = 0;
    for (int length : lengths) {
      int before = buffer.length;
      int[] grown = tape.grow(buffer, length);
      assertThat(grown.length).isAtLeast(length);
      if (length <= before) {
        assertThat(grown).isSameInstanceAs(buffer);
      } else {
        assertThat(2 * grown.length).isAtLeast(3 * before);
      }
      buffer = grown;
      for (int i = 0; i < filled; i++) {
        assertThat(buffer[i]).isEqualTo(i);
      }
      for (; filled < length; filled++) {
        buffer[filled] = filled;
      }
    }
    assertThat(neighbour[0]).isEqualTo(-1);
    tape.close();
  }

  @Test
  void referencesHaveTheirExactTypeAndAreCleared() {
    TapeStorage tape = TapeStorage.open();
    Object[] objects = tape.references(Object[].class, 2);
    String[] strings = tape.references(String[].class, 2);
    objects[0] = new Object();
    WeakReference<Object> held = new WeakReference<>(objects[0]);
    String[] grown = tape.grow(strings, 5);
    grown[4] = "held";
    strings[1] = "left behind";

    assertThat(objects.getClass()).isEqualTo(Object[].class);
    assertThat(grown.getClass()).isEqualTo(String[].class);
    tape.close();

    assertThat(Arrays.asList(objects)).doesNotContain(held.get());
    assertThat(grown).asList().containsExactly(null, null, null, null, null);
    TapeStorage again = TapeStorage.open();
    assertThat(again.references(String[].class, 5)).isSameInstanceAs(grown);
    again.close();
  }

  @Test
  void aSmallSweepDoesNotClearWhatALargeOneUsed() {
    TapeStorage large = TapeStorage.open();
    String[] strings = large.references(String[].class, 100);
    large.close();
    TapeStorage small = TapeStorage.open();
    assertThat(small.references(String[].class, 2)).isSameInstanceAs(strings);
    strings[1] = "within";
    strings[99] = "beyond";
    small.close();

    assertThat(strings[1]).isNull();
    assertThat(strings[99]).isEqualTo("beyond");
  }

  @Test
  void allOfAnArrayThatMayGrowIsCleared() {
    TapeStorage large = TapeStorage.open();
    String[] strings = large.references(String[].class, 100);
    large.close();
    TapeStorage small = TapeStorage.open();
    assertThat(small.grow(small.references(String[].class, 0), 50)).isSameInstanceAs(strings);
    strings[49] = "left behind";
    small.close();

    assertThat(strings[49]).isNull();
  }

  @Test
  void negativeSizesAreRejectedAndTakeNothing() {
    TapeStorage tape = TapeStorage.open();
    double[] first = tape.doubles(1);

    assertThat(assertThrows(IllegalArgumentException.class, () -> tape.doubles(-3)))
        .hasMessageThat()
        .isEqualTo(
            "tape storage for -3 values: did the number of a loop's iterations overflow an int?");
    assertThat(assertThrows(OutOfMemoryError.class, () -> tape.grow(first, Integer.MIN_VALUE)))
        .hasMessageThat()
        .isEqualTo("a loop needs tape storage for more values than an array is able to hold");
    double[] second = tape.doubles(1);
    tape.close();

    TapeStorage again = TapeStorage.open();
    assertThat(again.doubles(1)).isSameInstanceAs(first);
    assertThat(again.doubles(1)).isSameInstanceAs(second);
    again.close();
  }

  @Test
  void sizesBeyondMemoryLeaveThePoolAsItWas() {
    TapeStorage tape = TapeStorage.open();
    long[] first = tape.longs(5);
    first[4] = 42;
    assertThrows(OutOfMemoryError.class, () -> tape.longs(Integer.MAX_VALUE));
    assertThrows(OutOfMemoryError.class, () -> tape.grow(first, Integer.MAX_VALUE));
    assertThat(tape.grow(first, 5)).isSameInstanceAs(first);
    assertThat(tape.grow(first, 6)[4]).isEqualTo(42);
    tape.close();
  }

  @Test
  void onlyArraysThatAreHandedOutCanGrow() {
    TapeStorage tape = TapeStorage.open();
    assertThat(assertThrows(IllegalArgumentException.class, () -> tape.grow(new double[1], 2)))
        .hasMessageThat()
        .isEqualTo("not an array that this tape storage has handed out");
    tape.close();
  }

  @Test
  void closingTakesBackWhatInnerSweepsLeftOpen() {
    TapeStorage outer = TapeStorage.open();
    double[] first = outer.doubles(1);
    TapeStorage.open().doubles(1);
    TapeStorage.open().references(String[].class, 1);
    outer.close();

    TapeStorage again = TapeStorage.open();
    assertThat(again).isSameInstanceAs(outer);
    assertThat(again.doubles(1)).isSameInstanceAs(first);
    again.close();
  }

  @SuppressWarnings("InfiniteRecursion") // the point of it
  private static void recurseUntilTheStackOverflows() {
    TapeStorage tape = TapeStorage.open();
    try {
      tape.doubles(2);
      tape.references(String[].class, 1);
      recurseUntilTheStackOverflows();
    } finally {
      tape.close();
    }
  }

  @Test
  void stackOverflowLeavesNothingBehind() throws InterruptedException {
    double[][] taken = new double[2][];
    Thread thread =
        new Thread(
            null,
            () -> {
              for (int i = 0; i < 20; i++) {
                assertThrows(
                    StackOverflowError.class, TapeStorageTest::recurseUntilTheStackOverflows);
              }
              TapeStorage outermost = TapeStorage.open();
              taken[0] = outermost.doubles(2);
              outermost.close();
              TapeStorage again = TapeStorage.open();
              assertThat(again).isSameInstanceAs(outermost);
              taken[1] = again.doubles(2);
              again.close();
              TapeStorage.trim();
              assertThat(TapeStorage.open()).isNotSameInstanceAs(outermost);
            },
            "small stack",
            256 * 1024);
    thread.start();
    thread.join();
    assertThat(taken[1]).isNotNull();
    assertThat(taken[1]).isSameInstanceAs(taken[0]);
  }

  @Test
  void threadsShareNothing() throws InterruptedException {
    TapeStorage tape = TapeStorage.open();
    double[] here = tape.doubles(1);
    double[][] there = new double[1][];
    Thread thread =
        new Thread(
            () -> {
              TapeStorage other = TapeStorage.open();
              there[0] = other.doubles(1);
              other.close();
            });
    thread.start();
    thread.join();
    tape.close();

    assertThat(there[0]).isNotNull();
    assertThat(there[0]).isNotSameInstanceAs(here);
  }

  @Test
  void trimFreesWhatNobodyUses() {
    TapeStorage outer = TapeStorage.open();
    double[] kept = outer.doubles(1);
    kept[0] = 42;
    TapeStorage inner = TapeStorage.open();
    WeakReference<double[]> freed = new WeakReference<>(inner.doubles(1_000_000));
    inner.close();

    TapeStorage.trim();

    for (int i = 0; i < 50 && freed.get() != null; i++) {
      System.gc();
    }
    assertThat(freed.get()).isNull();
    assertThat(outer.grow(kept, 2)[0]).isEqualTo(42);
    outer.close();
  }
}
