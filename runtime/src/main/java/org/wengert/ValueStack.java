package org.wengert;

import java.util.Arrays;

/**
 * What the forward sweeps of called methods leave for their reverse sweeps: values of all kinds,
 * last in, first out. Integers and booleans are kept as longs, floats as doubles.
 */
final class ValueStack {
  private static final int FIRST_LENGTH = 64;

  private double[] doubles = new double[FIRST_LENGTH];
  private long[] longs = new long[FIRST_LENGTH];
  private Object[] references = new Object[FIRST_LENGTH];
  private int doublesUsed;
  private int longsUsed;
  private int referencesUsed;

  void push(double value) {
    if (doublesUsed == doubles.length) {
      doubles = Arrays.copyOf(doubles, longer(doublesUsed));
    }
    doubles[doublesUsed++] = value;
  }

  void push(long value) {
    if (longsUsed == longs.length) {
      longs = Arrays.copyOf(longs, longer(longsUsed));
    }
    longs[longsUsed++] = value;
  }

  void push(Object value) {
    if (referencesUsed == references.length) {
      references = Arrays.copyOf(references, longer(referencesUsed));
    }
    references[referencesUsed++] = value;
  }

  double popDouble() {
    return doubles[--doublesUsed];
  }

  long popLong() {
    return longs[--longsUsed];
  }

  Object popReference() {
    Object value = references[--referencesUsed];
    references[referencesUsed] = null;
    return value;
  }

  int doublesUsed() {
    return doublesUsed;
  }

  int longsUsed() {
    return longsUsed;
  }

  int referencesUsed() {
    return referencesUsed;
  }

  /** Drops all that has been pushed since there was so much. */
  void dropTo(int doublesBefore, int longsBefore, int referencesBefore) {
    doublesUsed = doublesBefore;
    longsUsed = longsBefore;
    if (referencesUsed > referencesBefore) {
      Arrays.fill(references, referencesBefore, referencesUsed, null);
    }
    referencesUsed = referencesBefore;
  }

  /** Frees what is not in use. */
  void trim() {
    doubles = Arrays.copyOf(doubles, Math.max(doublesUsed, FIRST_LENGTH));
    longs = Arrays.copyOf(longs, Math.max(longsUsed, FIRST_LENGTH));
    references = Arrays.copyOf(references, Math.max(referencesUsed, FIRST_LENGTH));
  }

  private static int longer(int length) {
    if (length == Integer.MAX_VALUE - 8) {
      throw new OutOfMemoryError("more values than a Java array can hold");
    }
    return (int) Math.min(2L * length, Integer.MAX_VALUE - 8L);
  }
}
