package org.wengert;

import java.util.Arrays;

/**
 * Which steps of a loop have a checkpoint, and in which slot of the memory for checkpoints it is.
 *
 * <p>Where the number of steps is not known beforehand, a checkpoint is set at every step and
 * another one given up for it, by the algorithm of Wang, Moin and Iaccarino (2009), "Minimal
 * repetition dynamic checkpointing algorithm for unsteady adjoint calculation": every checkpoint
 * has a level, that of step 0 is the highest. One that is followed by one of a higher level is
 * dispensable and makes way for a new one of level 0. Where there is none, the latest one makes way
 * for a new one that is a level higher.
 *
 * <p>Those that are dispensable at the same time follow one another. So the checkpoints are two
 * sequences, up to the last dispensable one and behind it, and grow and shrink at their ends only.
 */
final class Schedule {
  private static final int HIGHEST = Integer.MAX_VALUE;

  private int slots = 1;

  /** The slots of the first sequence, those of the second from the latest on, then free ones. */
  private int[] order = {};

  private long[] steps = {};
  private int[] levels = {};
  private int early;
  private int late;
  private int dispensable;

  /** How many slots have been in use since the start. */
  private int used;

  /** Gives up all checkpoints. */
  void clear() {
    for (int i = 0; i < used; i++) {
      order[i] = i;
    }
    early = 0;
    late = 0;
    dispensable = 0;
    used = 0;
    slots = 1;
  }

  /** Says how many checkpoints there may be, once there is one. */
  void limit(int most) {
    slots = most;
  }

  /** How many more checkpoints there may be. */
  int free() {
    return slots - early - late;
  }

  /** The slot of a new checkpoint, the latest one, for which there is room. */
  int add(long step) {
    if (early == order.length) {
      makeRoom();
    }
    int slot = order[early];
    early++;
    used = Math.max(used, early);
    return set(slot, step, step == 0 ? HIGHEST : 0);
  }

  private int set(int slot, long step, int level) {
    steps[slot] = step;
    levels[slot] = level;
    return slot;
  }

  private void makeRoom() {
    int before = order.length;
    int room = (int) Math.min(Math.max(16, before + before / 2L), Math.max(slots, early + 1L));
    int[] moreOrder = Arrays.copyOf(order, room);
    long[] moreSteps = Arrays.copyOf(steps, room);
    int[] moreLevels = Arrays.copyOf(levels, room);
    for (int slot = before; slot < room; slot++) {
      moreOrder[slot] = slot;
    }
    order = moreOrder;
    steps = moreSteps;
    levels = moreLevels;
  }

  /**
   * The slot of a new checkpoint, the latest one, for which another one is given up where there is
   * no room: at least two there may be.
   */
  int replace(long step) {
    if (free() > 0) {
      return add(step);
    }
    if (dispensable > 0) {
      dispensable--;
      early--;
      late++;
      return set(order[early], step, 0);
    }
    inOrder();
    early--;
    late++;
    int slot = order[early];
    int level = levels[slot] + 1;
    while (levels[order[early - 1 - dispensable]] < level) {
      dispensable++;
    }
    return set(slot, step, level);
  }

  /** Makes the two sequences one. */
  void inOrder() {
    for (int i = early, j = early + late - 1; i < j; i++, j--) {
      int slot = order[i];
      order[i] = order[j];
      order[j] = slot;
    }
    early += late;
    late = 0;
  }

  /** The slot of the latest checkpoint, the sequences being one, when all after a step are gone. */
  int latestUpTo(long step) {
    while (steps[order[early - 1]] > step) {
      early--;
    }
    return order[early - 1];
  }

  long step(int slot) {
    return steps[slot];
  }
}
