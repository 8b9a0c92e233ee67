package org.wengert.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.wengert.processor.differentiate.Absorption;
import org.wengert.processor.differentiate.Adjoint;
import org.wengert.processor.differentiate.Handover;
import org.wengert.processor.emit.Emitter;
import org.wengert.processor.emit.Results;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** The last part of the way: tapes of derivatives to methods of Java. */
final class Bodies {
  private Bodies() {}

  /** One method, or several where one would be too long for the virtual machine. */
  static List<MethodSpec> of(Tape tape, Optional<ClassName> record) {
    Results results =
        tape.results().isEmpty()
            ? Results.nothing()
            : record.map(Results::record).orElse(Results.value());
    return of(Emitter.methods(tape, results));
  }

  static List<MethodSpec> of(List<MethodSpec.Builder> methods) {
    return methods.stream().map(MethodSpec.Builder::build).toList();
  }

  /**
   * Both sweeps of a tape as a method that others call.
   *
   * @param ours what differentiation added, which may go once it is not used
   */
  static Emitter.Pair sweeps(Tape primal, Names names, Set<Value> wrt, Predicate<Operation> ours)
      throws ProblemException {
    return sweeps(primal, names, wrt, ours, UnaryOperator.identity());
  }

  /**
   * The same.
   *
   * @param last what is done to the forward sweep at last
   */
  static Emitter.Pair sweeps(
      Tape primal, Names names, Set<Value> wrt, Predicate<Operation> ours, UnaryOperator<Tape> last)
      throws ProblemException {
    Handover handover =
        Adjoint.inTwo(primal, names.forward(), names.reverse(), wrt)
            .map(tape -> Simplifier.of(Absorption.spelledOut(tape), ours))
            .packed();
    return Emitter.sweeps(
        last.apply(handover.forward()),
        handover.reverse(),
        handover.size(),
        !primal.results().isEmpty());
  }
}
