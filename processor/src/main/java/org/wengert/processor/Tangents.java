package org.wengert.processor;

import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.differentiate.Absorption;
import org.wengert.processor.differentiate.Adjoint;
import org.wengert.processor.differentiate.Tangent;
import org.wengert.processor.emit.Emitter;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * A method, its tangent, the tangent of that and so on: {@code f}, {@code fJvp}, {@code fJvpJvp}.
 * Each comes with its two sweeps.
 */
final class Tangents {
  private final Predicate<Operation> ours;
  private final int before;
  private final Optional<Operation.Invoke> last;
  private final List<Level> levels = new ArrayList<>();

  /** One of them, differentiated by its active parameters. */
  private record Level(Tape tape, Names names, Set<Value> active) {
    Level next(Predicate<Operation> ours) throws ProblemException {
      Tape tangent = Simplifier.of(Tangent.again(tape, names.jvp(), active), ours);
      Set<Value> all = new LinkedHashSet<>(tangent.parameters());
      tape.parameters().forEach(all::remove);
      all.addAll(active);
      return new Level(tangent, new Names(names.jvp()), all);
    }
  }

  /**
   * Those of a tape.
   *
   * @param wrt the active parameters
   */
  Tangents(Tape primal, Names names, Set<Value> wrt) {
    this(primal, names, wrt, 0, Optional.empty());
  }

  /**
   * Those of a tape that stands for a method.
   *
   * @param before how many times the tangent of something has been taken to come to the tape
   * @param last a call of the method itself, at the end of whatever runs forwards, for values that
   *     are its own to the last bit
   */
  Tangents(Tape primal, Names names, Set<Value> wrt, int before, Optional<Operation.Invoke> last) {
    this.ours = notOf(primal);
    this.before = before;
    this.last = last;
    levels.add(new Level(primal, names, wrt));
  }

  /** What differentiation added may go once it is not used; the primal keeps its exceptions. */
  static Predicate<Operation> notOf(Tape primal) {
    Structure structure = Structure.of(primal);
    return operation -> operation.results().stream().noneMatch(structure::defines);
  }

  private Level level(int order) throws ProblemException {
    while (levels.size() <= order) {
      levels.add(levels.get(levels.size() - 1).next(ours));
    }
    return levels.get(order);
  }

  /**
   * A tangent that is to be differentiated once more.
   *
   * @param order how many times the tangent has been taken
   */
  Tape toDifferentiate(int order) throws ProblemException {
    return level(order).tape();
  }

  /**
   * A tangent as a method: the first gives a record, others return the first result and leave the
   * rest on the storage's stack.
   *
   * @param order how many times the tangent has been taken, at least once
   */
  List<MethodSpec> tangent(int order) throws ProblemException {
    Level below = level(order - 1);
    Tape tape = Tangent.of(below.tape(), below.names().jvp(), below.active());
    Tape simplified = finished(Simplifier.of(Absorption.spelledOut(tape), ours));
    return before + order == 1
        ? Bodies.of(simplified, Signature.jvpRecord(simplified))
        : Bodies.of(Emitter.whole(simplified));
  }

  /** Both sweeps of a tangent, or of the method itself, as methods that others call. */
  Emitter.Pair sweeps(int order) throws ProblemException {
    Level level = level(order);
    return Bodies.sweeps(level.tape(), level.names(), level.active(), ours, this::finished);
  }

  /** Both sweeps in one. */
  List<MethodSpec> whole(int order) throws ProblemException {
    Level level = level(order);
    Tape tape = Adjoint.of(level.tape(), level.names().whole(), level.active());
    return Bodies.of(Emitter.whole(Simplifier.of(Absorption.spelledOut(tape), ours)));
  }

  private Tape finished(Tape tape) {
    if (last.isEmpty()) {
      return tape;
    }
    List<Operation> operations = new ArrayList<>(tape.body().operations());
    operations.add(last.get());
    return new Tape(tape.name(), tape.parameters(), new Block(operations, tape.results()));
  }
}
