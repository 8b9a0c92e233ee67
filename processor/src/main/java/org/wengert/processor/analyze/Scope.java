package org.wengert.processor.analyze;

import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.Operation;

/** A block in its surroundings: the chain of branches and loops around a definition. */
public final class Scope {
  private final Scope parent;
  private final Operation owner;
  private final List<Operation.Loop> loops;

  /** How many of the loops are around the top: none, or one whose iterations are repeated. */
  private final int repeated;

  private Scope(Scope parent, Operation owner, List<Operation.Loop> loops, int repeated) {
    this.parent = parent;
    this.owner = owner;
    this.loops = loops;
    this.repeated = repeated;
  }

  static Scope top() {
    return new Scope(null, null, List.of(), 0);
  }

  /**
   * The scope of the body of a loop that stands in this scope and whose iterations are repeated.
   */
  Scope insideRepeated(Operation.Loop loop) {
    Scope scope = inside(loop);
    return new Scope(this, loop, scope.loops, scope.loops.size());
  }

  /** The scope of one block of an operation that stands in this scope. */
  Scope inside(Operation operation) {
    if (!(operation instanceof Operation.Loop loop)) {
      return new Scope(this, operation, loops, repeated);
    }
    List<Operation.Loop> deeper = new ArrayList<>(loops);
    deeper.add(loop);
    return new Scope(this, operation, List.copyOf(deeper), repeated);
  }

  /**
   * Whether this is the top of the tape, or the body of a loop whose iterations are repeated: then
   * the reverse sweep sees what is defined here.
   */
  public boolean isTop() {
    return parent == null || owner instanceof Operation.Loop && repeated == loops.size();
  }

  /** The scope that the owner stands in; null at the top. */
  public Scope parent() {
    return parent;
  }

  /** The branch or loop that this is a block of; null at the top. */
  public Operation owner() {
    return owner;
  }

  /** The loops around, outermost first. */
  public List<Operation.Loop> loops() {
    return loops;
  }

  /** The loops around up to the next top, outermost first. */
  public List<Operation.Loop> recordedLoops() {
    return loops.subList(repeated, loops.size());
  }

  /** The innermost loop around up to the next top; null where there is none. */
  public Operation.Loop loop() {
    return loops.size() == repeated ? null : loops.get(loops.size() - 1);
  }

  /** Whether this scope is the other one or lies inside it. */
  public boolean isWithin(Scope other) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope == other) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is a block of an operation, or lies inside one. */
  public boolean isInside(Operation operation) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.owner == operation) {
        return true;
      }
    }
    return false;
  }

  /** How many loops, from the outermost, both scopes lie in. */
  int commonLoops(Scope other) {
    int common = 0;
    while (common < loops.size()
        && common < other.loops.size()
        && loops.get(common) == other.loops.get(common)) {
      common++;
    }
    return common;
  }
}
