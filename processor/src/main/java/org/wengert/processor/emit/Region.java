package org.wengert.processor.emit;

import org.wengert.processor.tape.Operation;

/**
 * A block, or a loop as a whole, in the order in which a body is printed. Positions count
 * statements; {@code 2 * position} is where a statement reads, one more is where it writes.
 */
final class Region {
  /** How control enters and leaves. */
  enum Kind {
    ROOT,
    /** One of two; the other is not evaluated. */
    ARM,
    /** Condition and body, evaluated again and again. */
    LOOP,
    /** A loop's condition or body. */
    PART
  }

  private final Kind kind;
  private final Region parent;
  private final Operation owner;
  private final int depth;
  private final int ownerPosition;
  private final int start;
  private int end;

  private Region(Kind kind, Region parent, Operation owner, int ownerPosition, int start) {
    this.kind = kind;
    this.parent = parent;
    this.owner = owner;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.ownerPosition = ownerPosition;
    this.start = start;
  }

  static Region root() {
    return new Region(Kind.ROOT, null, null, 0, 0);
  }

  Region child(Kind kind, Operation owner, int ownerPosition, int start) {
    return new Region(kind, this, owner, ownerPosition, start);
  }

  void close(int position) {
    end = position;
  }

  Kind kind() {
    return kind;
  }

  Region parent() {
    return parent;
  }

  /** The statement that this region is part of; null for the root. */
  Operation owner() {
    return owner;
  }

  int depth() {
    return depth;
  }

  /** The position at which the owner reads what it needs before it enters a region. */
  int ownerPosition() {
    return ownerPosition;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }
}
