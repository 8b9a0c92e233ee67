package org.wengert;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step is reversed once, from the right state, and no step is repeated more than needed. */
final class CheckpointsTest {
  private static final int STEP_BYTES = 16 + 8;

  /** A loop whose state is the number of the step; counts how often each is made again. */
  private static final class Run {
    final int[] repetitions;

    Run(int steps, int slots, boolean known) {
      repetitions = new int[steps];
      TapeStorage storage = TapeStorage.open();
      try {
        Checkpoints checkpoints = storage.takeCheckpoints();
        checkpoints.start(storage, (long) slots * STEP_BYTES, known ? steps : -1);
        for (int i = 0; i < steps; i++) {
          step(i, checkpoints);
        }
        for (int i = steps - 1; i >= 0; i--) {
          assertThat(checkpoints.goBack()).isTrue();
          int at = checkpoints.loadInt();
          while (checkpoints.isBehind()) {
            step(at, checkpoints);
            repetitions[at]++;
            at++;
          }
          assertThat(at).isEqualTo(i);
          checkpoints.wentBack();
        }
        assertThat(checkpoints.goBack()).isFalse();
      } finally {
        storage.close();
      }
    }

    private static void step(int number, Checkpoints checkpoints) {
      if (checkpoints.isDue()) {
        checkpoints.save(number);
      }
    }

    long total() {
      return Arrays.stream(repetitions).asLongStream().sum();
    }

    int most() {
      return Arrays.stream(repetitions).max().orElse(0);
    }
  }

  static Stream<int[]> cases() {
    return Stream.of(2, 3, 4, 5, 7, 10, 20, 50)
        .flatMap(
            slots ->
                Stream.of(0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 20, 35, 56, 57, 100, 286, 1000)
                    .map(steps -> new int[] {steps, slots}));
  }

  /** {@code C(n, k)}. */
  private static long choose(long n, long k) {
    long result = 1;
    for (long i = 1; i <= k; i++) {
      result = result * (n - k + i) / i;
    }
    return result;
  }

  /** The least number of repetitions with which so many steps can be reversed. */
  private static int repetitions(int steps, int slots) {
    int repetitions = 0;
    while (choose(slots + repetitions, slots) < steps) {
      repetitions++;
    }
    return repetitions;
  }

  /**
   * Griewank and Walther do not make the last step on the way forward, so that they need not go to
   * it once more from the latest checkpoint.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void knownNumbersOfStepsAreReversedAtTheLeastCost(int[] steps) {
    long r = repetitions(steps[0], steps[1]);
    long least = r * steps[0] - choose(steps[1] + r, steps[1] + 1);
    Run run = new Run(steps[0], steps[1], true);
    assertThat(run.total()).isAtMost(Math.max(0, least - steps[0] + 1) + r);
    assertThat(run.most()).isAtMost((int) r);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void unknownNumbersOfStepsTakeNoMoreRepetitions(int[] steps) {
    Run run = new Run(steps[0], steps[1], false);
    assertThat(run.most()).isAtMost(repetitions(steps[0], steps[1]));
  }

  @Test
  void aMillionStepsAreHardlyRepeated() {
    assertThat(new Run(1_000_000, 1500, true).most()).isEqualTo(1);
    assertThat(new Run(1_000_000, 1500, false).most()).isAtMost(2);
  }

  @Test
  void snapshotsHoldEverything() {
    TapeStorage storage = TapeStorage.open();
    Checkpoints checkpoints = storage.takeCheckpoints();
    checkpoints.start(storage, 1, 1);
    double[][] rows = {{1, 2}, null, {3}};
    int[] array = {4};
    assertThat(checkpoints.isDue()).isTrue();
    checkpoints.save(Double.longBitsToDouble(0x7ff8000000000123L));
    checkpoints.save(-0f);
    checkpoints.save(Long.MIN_VALUE);
    checkpoints.save(-1);
    checkpoints.save(true);
    checkpoints.save("text");
    checkpoints.saveContents(rows);
    checkpoints.saveContents(array);
    checkpoints.saveContents(null);
    rows[0][1] = 7;
    array[0] = 7;
    checkpoints.keep(array);

    assertThat(checkpoints.goBack()).isTrue();
    assertThat(Double.doubleToRawLongBits(checkpoints.loadDouble())).isEqualTo(0x7ff8000000000123L);
    assertThat(checkpoints.loadFloat()).isEqualTo(-0f);
    assertThat(checkpoints.loadLong()).isEqualTo(Long.MIN_VALUE);
    assertThat(checkpoints.loadInt()).isEqualTo(-1);
    assertThat(checkpoints.loadBoolean()).isTrue();
    String text = checkpoints.loadReference();
    assertThat(text).isEqualTo("text");
    checkpoints.loadContents(rows);
    checkpoints.loadContents(array);
    checkpoints.loadContents(null);
    assertThat(rows[0]).isEqualTo(new double[] {1, 2});
    assertThat(array).isEqualTo(new int[] {4});
    checkpoints.wentBack();
    assertThat(checkpoints.goBack()).isFalse();
    checkpoints.close();
    assertThat(array).isEqualTo(new int[] {7});
    storage.close();
  }

  @Test
  void rowsAndContentsAreThawed() {
    TapeStorage storage = TapeStorage.open();
    Checkpoints checkpoints = storage.takeCheckpoints();
    checkpoints.start(storage, 1, 0);
    double[] first = {1};
    double[] second = {2};
    double[][] rows = {first, second};
    checkpoints.freezeRows(rows);
    checkpoints.freeze(rows);
    rows[0] = second;
    rows[1] = new double[] {8};
    double[] third = rows[1];
    first[0] = 9;
    assertThat(checkpoints.goBack()).isFalse();
    checkpoints.thawRows(rows);
    checkpoints.thaw(rows);
    assertThat(rows).isEqualTo(new double[][] {{1}, {2}});
    assertThat(rows[0]).isSameInstanceAs(first);
    checkpoints.close();
    assertThat(rows[0]).isSameInstanceAs(second);
    assertThat(rows[1]).isSameInstanceAs(third);
    assertThat(first).isEqualTo(new double[] {9});
    storage.close();
  }
}
