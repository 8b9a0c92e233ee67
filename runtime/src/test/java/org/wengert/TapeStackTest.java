package org.wengert;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What sweeps of called methods leave in the storage. */
class TapeStackTest {

  @AfterEach
  void freeThePool() {
    TapeStorage.trim();
  }

  @Test
  void valuesOfAllKindsComeBackInReverse() {
    TapeStorage tape = TapeStorage.open();
    Random random = new Random(1);
    Deque<Object> expected = new ArrayDeque<>();
    for (int i = 0; i < 10_000; i++) {
      Object value = random(random);
      push(tape, value);
      expected.push(value);
    }
    while (!expected.isEmpty()) {
      Object value = expected.pop();
      assertThat(pop(tape, value)).isEqualTo(value);
    }
    tape.close();
  }

  private static Object random(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextDouble();
      case 1 -> random.nextFloat();
      case 2 -> random.nextLong();
      case 3 -> random.nextInt();
      case 4 -> random.nextBoolean();
      default -> new double[] {random.nextDouble()};
    };
  }

  private static void push(TapeStorage tape, Object value) {
    if (value instanceof Double d) {
      tape.push(d.doubleValue());
    } else if (value instanceof Float f) {
      tape.push(f.floatValue());
    } else if (value instanceof Long l) {
      tape.push(l.longValue());
    } else if (value instanceof Integer i) {
      tape.push(i.intValue());
    } else if (value instanceof Boolean b) {
      tape.push(b.booleanValue());
    } else {
      tape.push(value);
    }
  }

  private static Object pop(TapeStorage tape, Object like) {
    if (like instanceof Double) {
      return tape.popDouble();
    } else if (like instanceof Float) {
      return tape.popFloat();
    } else if (like instanceof Long) {
      return tape.popLong();
    } else if (like instanceof Integer) {
      return tape.popInt();
    } else if (like instanceof Boolean) {
      return tape.popBoolean();
    }
    return tape.popArray();
  }

  /** A call takes buffers, and gives them back before its caller goes on backwards. */
  @Test
  void whatWasTakenSinceAMarkIsReleased() {
    TapeStorage tape = TapeStorage.open();
    double[] own = tape.doubles(3);
    tape.mark();
    double[] first = tape.doubles(3);
    tape.mark();
    double[] second = tape.doubles(3);
    assertThat(second).isNotSameInstanceAs(first);
    tape.release();
    assertThat(tape.doubles(3)).isSameInstanceAs(second);
    tape.release();
    assertThat(tape.doubles(3)).isSameInstanceAs(first);
    assertThat(first).isNotSameInstanceAs(own);
    tape.close();
  }

  @Test
  void closingDropsWhatWasNotPopped() {
    TapeStorage outer = TapeStorage.open();
    outer.push(1.5);
    outer.push(7);
    TapeStorage inner = TapeStorage.open();
    inner.push(2.5);
    inner.push(8);
    Object[] array = {new Object()};
    WeakReference<Object> held = new WeakReference<>(array[0]);
    inner.push(array);
    inner.close();
    assertThat(outer.popDouble()).isEqualTo(1.5);
    assertThat(outer.popInt()).isEqualTo(7);
    assertThat(held.get()).isSameInstanceAs(array[0]);
    outer.push(new double[1]);
    assertThat(outer.popArray()).isInstanceOf(double[].class);
    outer.close();
  }

  @Test
  void popsOfAnEmptyStackFail() {
    TapeStorage tape = TapeStorage.open();
    assertThrows(ArrayIndexOutOfBoundsException.class, tape::popDouble);
    tape.close();
    TapeStorage again = TapeStorage.open();
    again.push(3.0);
    assertThat(again.popDouble()).isEqualTo(3.0);
    again.close();
  }

  @Test
  void repeatedCallsAllocateNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    double[] array = new double[1];
    deep(array, 500);
    deep(array, 500);
    long before = threads.getThreadAllocatedBytes(thread);
    deep(array, 500);
    assertThat(threads.getThreadAllocatedBytes(thread) - before).isEqualTo(0);
  }

  private static void deep(double[] array, int calls) {
    TapeStorage tape = TapeStorage.open();
    for (int i = 0; i < calls; i++) {
      tape.mark();
      tape.doubles(i);
      tape.push(1.0);
      tape.push(array);
    }
    for (int i = 0; i < calls; i++) {
      tape.popArray();
      tape.popDouble();
      tape.release();
    }
    tape.close();
  }
}
