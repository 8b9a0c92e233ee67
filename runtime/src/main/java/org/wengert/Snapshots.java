package org.wengert;

import java.util.Arrays;

/**
 * The memory for the checkpoints of a loop: numbers, references and contents of arrays, as many of
 * each at every checkpoint as at the first one. They are read in the order in which they were
 * written.
 */
final class Snapshots {
  private static final int BOOKKEEPING_BYTES = 16;

  /** Numbers of all types, doubles and floats by their bits. */
  private long[] numbers = {};

  private Object[] references = {};
  private final ArrayCopies contents = new ArrayCopies();
  private int nextNumber;
  private int nextReference;
  private int usedReferences;

  /** Of the arrays that there are because the first snapshot refers to them. */
  private long arrayBytes;

  private int numbersEach;
  private int referencesEach;
  private int contentsEach;
  private int slots = 1;

  /**
   * Ends the first snapshot, like which all others are.
   *
   * @return how many fit into memory, at least two
   */
  int settle(long bytes) {
    numbersEach = nextNumber;
    referencesEach = nextReference;
    contentsEach = contents.next();
    long each =
        BOOKKEEPING_BYTES
            + 8L * (numbersEach + referencesEach + contentsEach)
            + contents.settle()
            + arrayBytes;
    int largest = Math.max(1, Math.max(numbersEach, Math.max(referencesEach, contentsEach)));
    slots = (int) Math.max(2, Math.min(bytes / each, (Integer.MAX_VALUE - 8) / largest));
    return slots;
  }

  /** What is saved or loaded next belongs to this slot. */
  void open(int slot) {
    nextNumber = slot * numbersEach;
    nextReference = slot * referencesEach;
    contents.startAt(slot * contentsEach);
  }

  void save(long bits) {
    int at = nextNumber++;
    if (at == numbers.length) {
      numbers = Arrays.copyOf(numbers, longer(at, numbersEach));
    }
    numbers[at] = bits;
  }

  long load() {
    return numbers[nextNumber++];
  }

  void saveReference(Object reference) {
    int at = nextReference++;
    if (at == references.length) {
      references = Arrays.copyOf(references, longer(at, referencesEach));
    }
    references[at] = reference;
    usedReferences = Math.max(usedReferences, nextReference);
  }

  /** A reference to an array that there would not be without it. */
  void saveArray(Object array) {
    arrayBytes += ArrayCopies.bytes(array);
    saveReference(array);
  }

  Object loadReference() {
    return references[nextReference++];
  }

  /** Half as long again, but no longer than all snapshots together. */
  private int longer(int length, int each) {
    long enough = each == 0 ? Integer.MAX_VALUE - 8 : (long) each * slots;
    return (int) Math.min(Math.max(16, length + length / 2L), enough);
  }

  ArrayCopies contents() {
    return contents;
  }

  void clear() {
    Arrays.fill(references, 0, usedReferences, null);
    usedReferences = 0;
    arrayBytes = 0;
    contents.clear();
    numbersEach = 0;
    referencesEach = 0;
    contentsEach = 0;
    slots = 1;
    open(0);
  }
}
