package org.wengert;

/**
 * Where the reverse sweep of a generated derivative keeps the values that it needs again; for
 * generated code only.
 *
 * <p>Each thread has one pool of arrays, reused from call to call: once the same sequence of calls
 * has been made before, nothing is allocated. A sweep opens the storage, takes what it needs, and
 * closes it, whatever happens in between:
 *
 * <pre>{@code
 * TapeStorage tape = TapeStorage.open();
 * try {
 *   double[] squares = tape.doubles(n);
 *   ...
 * } finally {
 *   tape.close();
 * }
 * }</pre>
 *
 * <p>Sweeps nest, also in recursion; each owns what it took until it closes. Closing one closes
 * those within it, too, should one of them have failed to, as may happen where a thread runs out of
 * stack. The arrays are at least as long as asked for and hold anything. A thread keeps them until
 * it ends or calls {@link #trim}.
 */
public final class TapeStorage {

  private static final ThreadLocal<TapePool> POOLS = ThreadLocal.withInitial(TapePool::new);

  private final TapePool pool;
  private final TapeStorage outer;
  private TapeStorage inner;
  private int doublesBefore;
  private int floatsBefore;
  private int longsBefore;
  private int intsBefore;
  private int booleansBefore;
  private int referencesBefore;
  private int checkpointsBefore;
  private int doubleValuesBefore;
  private int longValuesBefore;
  private int referenceValuesBefore;

  private TapeStorage(TapePool pool, TapeStorage outer) {
    this.pool = pool;
    this.outer = outer;
  }

  static TapeStorage outermost(TapePool pool) {
    return new TapeStorage(pool, null);
  }

  /**
   * Opens this thread's storage for one sweep, within the sweep that has it open already if there
   * is one.
   */
  public static TapeStorage open() {
    TapePool pool = POOLS.get();
    TapeStorage top = pool.top;
    TapeStorage storage = top.inner;
    if (storage == null) {
      storage = new TapeStorage(pool, top);
      top.inner = storage;
    }
    storage.doublesBefore = pool.doubles.inUse();
    storage.floatsBefore = pool.floats.inUse();
    storage.longsBefore = pool.longs.inUse();
    storage.intsBefore = pool.ints.inUse();
    storage.booleansBefore = pool.booleans.inUse();
    storage.referencesBefore = pool.references.inUse();
    storage.checkpointsBefore = pool.checkpoints.inUse();
    storage.doubleValuesBefore = pool.values.doublesUsed();
    storage.longValuesBefore = pool.values.longsUsed();
    storage.referenceValuesBefore = pool.values.referencesUsed();
    pool.top = storage;
    return storage;
  }

  /**
   * Takes back all that was handed out since this storage was opened; references in it are cleared.
   */
  public void close() {
    pool.checkpoints.releaseTo(checkpointsBefore);
    pool.references.clearTo(referencesBefore);
    pool.doubles.releaseTo(doublesBefore);
    pool.floats.releaseTo(floatsBefore);
    pool.longs.releaseTo(longsBefore);
    pool.ints.releaseTo(intsBefore);
    pool.booleans.releaseTo(booleansBefore);
    pool.values.dropTo(doubleValuesBefore, longValuesBefore, referenceValuesBefore);
    pool.top = outer;
  }

  /**
   * Frees what this thread's pool holds and no sweep uses: after a sweep that was larger than all
   * that follow.
   */
  public static void trim() {
    TapePool pool = POOLS.get();
    pool.trim();
    ArrayRoles.trim();
    if (pool.top.outer == null) {
      POOLS.remove();
    }
  }

  /**
   * An array of at least that length.
   *
   * @throws IllegalArgumentException if the length is negative
   * @throws OutOfMemoryError if there is no memory for it; nothing is taken then
   */
  public double[] doubles(int atLeast) {
    return pool.doubles.take(double[].class, atLeast);
  }

  /**
   * An array of at least that length.
   *
   * @throws IllegalArgumentException if the length is negative
   * @throws OutOfMemoryError if there is no memory for it; nothing is taken then
   */
  public float[] floats(int atLeast) {
    return pool.floats.take(float[].class, atLeast);
  }

  /**
   * An array of at least that length.
   *
   * @throws IllegalArgumentException if the length is negative
   * @throws OutOfMemoryError if there is no memory for it; nothing is taken then
   */
  public long[] longs(int atLeast) {
    return pool.longs.take(long[].class, atLeast);
  }

  /**
   * An array of at least that length.
   *
   * @throws IllegalArgumentException if the length is negative
   * @throws OutOfMemoryError if there is no memory for it; nothing is taken then
   */
  public int[] ints(int atLeast) {
    return pool.ints.take(int[].class, atLeast);
  }

  /**
   * An array of at least that length.
   *
   * @throws IllegalArgumentException if the length is negative
   * @throws OutOfMemoryError if there is no memory for it; nothing is taken then
   */
  public boolean[] booleans(int atLeast) {
    return pool.booleans.take(boolean[].class, atLeast);
  }

  /**
   * An array of exactly that type, of at least that length. What is stored beyond that length is
   * only let go of by the next sweep that stores there, unless the length is 0: so that one is
   * asked for which is to be grown.
   *
   * @throws IllegalArgumentException if the length is negative
   * @throws OutOfMemoryError if there is no memory for it; nothing is taken then
   */
  public <T> T[] references(Class<T[]> type, int atLeast) {
    return pool.references.take(type, atLeast);
  }

  /**
   * The array itself if it is long enough, else a longer one with the same contents that takes its
   * place.
   *
   * @param buffer an array that this storage has handed out
   * @param atLeast the length needed; negative where counting has overflowed
   * @throws OutOfMemoryError if there is no memory for it or no such array; the old one stays in
   *     place then
   */
  public double[] grow(double[] buffer, int atLeast) {
    return fits(buffer.length, atLeast) ? buffer : (double[]) pool.doubles.grow(buffer, atLeast);
  }

  /**
   * The array itself if it is long enough, else a longer one with the same contents that takes its
   * place.
   *
   * @param buffer an array that this storage has handed out
   * @param atLeast the length needed; negative where counting has overflowed
   * @throws OutOfMemoryError if there is no memory for it or no such array; the old one stays in
   *     place then
   */
  public float[] grow(float[] buffer, int atLeast) {
    return fits(buffer.length, atLeast) ? buffer : (float[]) pool.floats.grow(buffer, atLeast);
  }

  /**
   * The array itself if it is long enough, else a longer one with the same contents that takes its
   * place.
   *
   * @param buffer an array that this storage has handed out
   * @param atLeast the length needed; negative where counting has overflowed
   * @throws OutOfMemoryError if there is no memory for it or no such array; the old one stays in
   *     place then
   */
  public long[] grow(long[] buffer, int atLeast) {
    return fits(buffer.length, atLeast) ? buffer : (long[]) pool.longs.grow(buffer, atLeast);
  }

  /**
   * The array itself if it is long enough, else a longer one with the same contents that takes its
   * place.
   *
   * @param buffer an array that this storage has handed out
   * @param atLeast the length needed; negative where counting has overflowed
   * @throws OutOfMemoryError if there is no memory for it or no such array; the old one stays in
   *     place then
   */
  public int[] grow(int[] buffer, int atLeast) {
    return fits(buffer.length, atLeast) ? buffer : (int[]) pool.ints.grow(buffer, atLeast);
  }

  /**
   * The array itself if it is long enough, else a longer one with the same contents that takes its
   * place.
   *
   * @param buffer an array that this storage has handed out
   * @param atLeast the length needed; negative where counting has overflowed
   * @throws OutOfMemoryError if there is no memory for it or no such array; the old one stays in
   *     place then
   */
  public boolean[] grow(boolean[] buffer, int atLeast) {
    return fits(buffer.length, atLeast) ? buffer : (boolean[]) pool.booleans.grow(buffer, atLeast);
  }

  /**
   * The array itself if it is long enough, else a longer one with the same contents that takes its
   * place.
   *
   * @param buffer an array that this storage has handed out
   * @param atLeast the length needed; negative where counting has overflowed
   * @throws OutOfMemoryError if there is no memory for it or no such array; the old one stays in
   *     place then
   */
  @SuppressWarnings("unchecked") // of the buffer's own class
  public <T> T[] grow(T[] buffer, int atLeast) {
    return fits(buffer.length, atLeast) ? buffer : (T[]) pool.references.grow(buffer, atLeast);
  }

  /** Checkpoints for one loop. */
  Checkpoints takeCheckpoints() {
    return pool.checkpoints.take();
  }

  /** Takes back the checkpoints that were taken last. */
  void giveBack(Checkpoints last) {
    pool.checkpoints.giveBack(last);
  }

  /**
   * Starts the part of a sweep that a called method makes: what it takes from here on is given back
   * by {@link #release}, after all that was pushed since has been popped.
   */
  public void mark() {
    push(pool.doubles.inUse());
    push(pool.floats.inUse());
    push(pool.longs.inUse());
    push(pool.ints.inUse());
    push(pool.booleans.inUse());
    push(pool.references.inUse());
    push(pool.checkpoints.inUse());
  }

  /** Takes back all that was handed out since the latest mark that has not been released. */
  public void release() {
    pool.checkpoints.releaseTo(popInt());
    pool.references.clearTo(popInt());
    pool.booleans.releaseTo(popInt());
    pool.ints.releaseTo(popInt());
    pool.longs.releaseTo(popInt());
    pool.floats.releaseTo(popInt());
    pool.doubles.releaseTo(popInt());
  }

  /** Keeps a value until it is popped, or until this storage closes. */
  public void push(double value) {
    pool.values.push(value);
  }

  /** Keeps a value until it is popped, or until this storage closes. */
  public void push(float value) {
    pool.values.push((double) value);
  }

  /** Keeps a value until it is popped, or until this storage closes. */
  public void push(long value) {
    pool.values.push(value);
  }

  /** Keeps a value until it is popped, or until this storage closes. */
  public void push(int value) {
    pool.values.push((long) value);
  }

  /** Keeps a value until it is popped, or until this storage closes. */
  public void push(boolean value) {
    pool.values.push(value ? 1L : 0L);
  }

  /** Keeps an array, or null, until it is popped, or until this storage closes. */
  public void push(Object array) {
    pool.values.push(array);
  }

  /** The latest double that has not been popped. */
  public double popDouble() {
    return pool.values.popDouble();
  }

  /** The latest float that has not been popped. */
  public float popFloat() {
    return (float) pool.values.popDouble();
  }

  /** The latest long that has not been popped. */
  public long popLong() {
    return pool.values.popLong();
  }

  /** The latest int that has not been popped. */
  public int popInt() {
    return (int) pool.values.popLong();
  }

  /** The latest boolean that has not been popped. */
  public boolean popBoolean() {
    return pool.values.popLong() != 0;
  }

  /** The latest array that has not been popped; it may be null. */
  public Object popArray() {
    return pool.values.popReference();
  }

  private static boolean fits(int length, int atLeast) {
    return 0 <= atLeast && atLeast <= length;
  }
}
