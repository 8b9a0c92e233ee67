package org.wengert;

import java.lang.reflect.Array;

/**
 * The checkpoints of one loop that is {@link Checkpointed}; for generated code only.
 *
 * <p>The forward sweep asks before each iteration whether to save the state. The reverse sweep then
 * goes back to the latest checkpoint, iterates up to the step that is to be reversed, saving states
 * on the way where it is asked to, and reverses that step:
 *
 * <pre>{@code
 * Checkpoints steps = Checkpoints.in(storage, 16);
 * for (int i = 0; i < n; i++) {
 *   if (steps.isDue()) {
 *     steps.save(x);
 *     steps.save(i);
 *   }
 *   ...
 * }
 * while (steps.goBack()) {
 *   double x = steps.loadDouble();
 *   int i = steps.loadInt();
 *   while (steps.isBehind()) {
 *     ... // as above
 *   }
 *   ... // the step and its reverse
 *   steps.wentBack();
 * }
 * steps.close();
 * }</pre>
 *
 * <p>What a snapshot consists of is learned from the first one, and so is how many there may be.
 * The memory stays with the thread for the next loop.
 */
public final class Checkpoints {
  private static final long NEVER = -1;

  /** Of one loop, whatever its memory; tests see to it that there are only a few. */
  private static volatile int most = Integer.MAX_VALUE;

  private final Schedule schedule = new Schedule();
  private final Snapshots snapshots = new Snapshots();
  private final ArrayCopies frozen = new ArrayCopies();
  private final ArrayChanges changes = new ArrayChanges();
  private TapeStorage storage;
  private long bytes;

  /** The number of steps; negative where it is not known. */
  private long count;

  /** The number of the next step to be made. */
  private long step;

  /** The step before which there is to be a checkpoint. */
  private long due;

  /** All steps from this one on have been reversed; negative as long as the way is forward. */
  private long reversed;

  Checkpoints() {}

  /** Checkpoints for a loop whose number of iterations is not known. */
  public static Checkpoints in(TapeStorage storage, int megabytes) {
    return in(storage, megabytes, -1);
  }

  /**
   * Checkpoints for a loop.
   *
   * @param count the number of its iterations
   */
  public static Checkpoints in(TapeStorage storage, int megabytes, int count) {
    Checkpoints checkpoints = storage.takeCheckpoints();
    checkpoints.start(storage, megabytes * 1024L * 1024, count);
    return checkpoints;
  }

  /**
   * @param steps how many, negative where that is not known
   */
  void start(TapeStorage its, long memory, long steps) {
    storage = its;
    bytes = memory;
    count = steps;
    step = 0;
    due = 0;
    reversed = -1;
  }

  /** Counts a step that is about to be made; whether the state is to be saved before. */
  public boolean isDue() {
    long now = step++;
    return now == due && isDue(now);
  }

  private boolean isDue(long now) {
    if (reversed >= 0) {
      snapshots.open(schedule.add(now));
      due = planned(now, reversed + 1);
      return true;
    }
    if (now == 1) {
      schedule.limit(Math.min(snapshots.settle(bytes), most));
      due = count < 0 ? 1 : planned(0, count);
      if (due != 1) {
        return false;
      }
    }
    snapshots.open(count < 0 ? schedule.replace(now) : schedule.add(now));
    due = now == 0 || count < 0 ? now + 1 : planned(now, count);
    return true;
  }

  /** The step for the next checkpoint after the latest one, of those up to an end. */
  private long planned(long from, long end) {
    int free = schedule.free();
    return free == 0 || end - from < 2 ? NEVER : from + Revolve.advance(end - from, free + 1L);
  }

  /**
   * Goes back to the latest checkpoint up to the last step that has not been reversed.
   *
   * @return false where all steps have been reversed
   */
  public boolean goBack() {
    if (reversed < 0) {
      reversed = step;
      schedule.inOrder();
      frozen.startAt(0);
    }
    if (reversed == 0) {
      return false;
    }
    reversed--;
    int slot = schedule.latestUpTo(reversed);
    step = schedule.step(slot);
    due = planned(step, reversed + 1);
    snapshots.open(slot);
    storage.mark();
    return true;
  }

  /** Whether another step has to be made before the one that is to be reversed. */
  public boolean isBehind() {
    return step < reversed;
  }

  /** After a step has been reversed: what was taken from the storage since is given back. */
  public void wentBack() {
    storage.release();
  }

  /**
   * Keeps the contents of an array, which may be null, or of all that it is made of, as they are
   * before the loop: something may change them after it.
   */
  public void freeze(Object array) {
    frozen.saveContents(array);
  }

  /** Keeps the rows that an array is made of, likewise, but not what is in them. */
  public void freezeRows(Object array) {
    if (ArrayCopies.isOfArrays(array)) {
      frozen.save(array);
      for (Object row : (Object[]) array) {
        freezeRows(row);
      }
    }
  }

  /**
   * Gives arrays, in the same order, the contents that they had before the loop. One that still has
   * them is not written to: other threads may be reading it.
   */
  public void thaw(Object array) {
    if (ArrayCopies.isOfArrays(array)) {
      for (Object row : (Object[]) array) {
        thaw(row);
      }
    } else if (frozen.isNext(array)) {
      frozen.skip();
    } else {
      changes.note(array);
      frozen.restore(array);
    }
  }

  /** Gives arrays, in the same order, the rows that they had before the loop, likewise. */
  public void thawRows(Object array) {
    if (ArrayCopies.isOfArrays(array)) {
      Object[] rows = (Object[]) array;
      if (frozen.isNextRows(rows)) {
        frozen.skip();
      } else {
        changes.note(rows);
        frozen.restore(rows);
      }
      for (Object row : rows) {
        thawRows(row);
      }
    }
  }

  /** Keeps the contents of an array, which the way back is going to change. */
  public void keep(Object array) {
    changes.noteContents(array);
  }

  /**
   * Ends the way back: all arrays have again what they had before it, and the memory is there for
   * the next loop.
   */
  public void close() {
    changes.undo();
    storage.giveBack(this);
  }

  /** Adds a number to the snapshot. */
  public void save(double number) {
    snapshots.save(Double.doubleToRawLongBits(number));
  }

  /** Adds a number to the snapshot. */
  public void save(float number) {
    snapshots.save(Float.floatToRawIntBits(number));
  }

  /** Adds a number to the snapshot. */
  public void save(long number) {
    snapshots.save(number);
  }

  /** Adds a number to the snapshot. */
  public void save(int number) {
    snapshots.save(number);
  }

  /** Adds a boolean to the snapshot. */
  public void save(boolean flag) {
    snapshots.save(flag ? 1 : 0);
  }

  /** Adds a reference to the snapshot; what it refers to is not copied. */
  public void save(Object reference) {
    snapshots.saveReference(reference);
  }

  /** Adds a reference to an array, which may be null, that the loop itself may have made. */
  public void saveArray(Object array) {
    snapshots.saveArray(array);
  }

  /** Adds the contents of an array, which may be null, or of all that it is made of. */
  public void saveContents(Object array) {
    snapshots.contents().saveContents(array);
  }

  /** The next number of the snapshot. */
  public double loadDouble() {
    return Double.longBitsToDouble(snapshots.load());
  }

  /** The next number of the snapshot. */
  public float loadFloat() {
    return Float.intBitsToFloat((int) snapshots.load());
  }

  /** The next number of the snapshot. */
  public long loadLong() {
    return snapshots.load();
  }

  /** The next number of the snapshot. */
  public int loadInt() {
    return (int) snapshots.load();
  }

  /** The next boolean of the snapshot. */
  public boolean loadBoolean() {
    return snapshots.load() != 0;
  }

  /** The next reference of the snapshot. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as it was saved
  public <T> T loadReference() {
    return (T) snapshots.loadReference();
  }

  /**
   * Hands on the adjoint of an array from the step that reads it to the one that makes it, where
   * the two do not have the same adjoint array.
   */
  public void handOn(Object from, Object to) {
    if (from != to && to != null) {
      System.arraycopy(from, 0, to, 0, Array.getLength(to));
    }
  }

  /** Gives an array the next contents of the snapshot. */
  public void loadContents(Object array) {
    snapshots.contents().restoreContents(array);
  }

  /** Lets go of all that was saved; the memory stays. */
  void clear() {
    storage = null;
    schedule.clear();
    snapshots.clear();
    frozen.clear();
    changes.clear();
  }
}
