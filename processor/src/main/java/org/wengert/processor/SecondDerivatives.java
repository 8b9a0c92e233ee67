package org.wengert.processor;

import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.wengert.processor.analyze.RowStores;
import org.wengert.processor.analyze.Touched;
import org.wengert.processor.differentiate.Absorption;
import org.wengert.processor.differentiate.Adjoint;
import org.wengert.processor.differentiate.Tangent;
import org.wengert.processor.emit.Emitter;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.sibling.Derivatives;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** The reverse mode of the forward mode. */
final class SecondDerivatives {
  private final Tape primal;
  private final Names names;
  private final Set<Value> wrt;
  private final Predicate<Operation> ours;
  private final Tape tangent;

  private SecondDerivatives(Tape primal, Names names, Set<Value> wrt, Predicate<Operation> ours)
      throws ProblemException {
    this.primal = primal;
    this.names = names;
    this.wrt = wrt;
    this.ours = ours;
    this.tangent = Simplifier.of(Tangent.again(primal, names.jvp(), wrt), ours);
  }

  /**
   * Those of an annotated method; empty where they are not asked for.
   *
   * @param ours what differentiation added, which may go once it is not used
   */
  static Optional<Derivatives.Second> of(
      Tape primal, Signature signature, Set<Value> wrt, Predicate<Operation> ours)
      throws ProblemException {
    if (signature.order() < 2) {
      return Optional.empty();
    }
    Optional<Location> rows = RowStores.first(primal);
    if (rows.isPresent()) {
      throw new ProblemException(Message.ORDER_TWO_ROWS, rows.get(), signature.method());
    }
    SecondDerivatives derivatives =
        new SecondDerivatives(primal, new Names(signature.base()), wrt, ours);
    return Optional.of(derivatives.all(signature));
  }

  /** The tangent and both sweeps of the tangent of a copy, likewise. */
  static List<MethodSpec> ofCopy(
      Tape primal, Names names, Set<Value> wrt, Predicate<Operation> ours) throws ProblemException {
    SecondDerivatives derivatives = new SecondDerivatives(primal, names, wrt, ours);
    Emitter.Pair sweeps = derivatives.sweeps();
    List<MethodSpec> methods = new ArrayList<>(Bodies.of(sweeps.forward()));
    methods.addAll(Bodies.of(sweeps.reverse()));
    methods.addAll(derivatives.tangentOfTangent());
    return methods;
  }

  /** The first result is returned, the others left on the storage's stack. */
  private List<MethodSpec> tangentOfTangent() throws ProblemException {
    Set<Value> active = new LinkedHashSet<>(wrt);
    active.addAll(tangents());
    Tape twice = Tangent.of(tangent, new Names(names.jvp()).jvp(), active);
    return Bodies.of(Emitter.whole(Simplifier.of(Absorption.spelledOut(twice), ours)));
  }

  private Derivatives.Second all(Signature signature) throws ProblemException {
    Emitter.Pair sweeps = sweeps();
    boolean givesGradient = callsDerivatives() || !Touched.parameters(primal).isEmpty();
    List<MethodSpec> hvp = List.of();
    if (!signature.returnsArray() && signature.result().isPresent()) {
      Optional<Tape> alone = givesGradient ? Optional.empty() : productAlone();
      givesGradient = alone.isEmpty();
      hvp = Bodies.of(alone.isPresent() ? alone.get() : hvp(true), signature.vjpRecord());
    }
    return new Derivatives.Second(
        hvp,
        givesGradient,
        tangentOfTangent(),
        Bodies.of(sweeps.forward()),
        Bodies.of(sweeps.reverse()));
  }

  /** Both sweeps of the tangent as a method that others call. */
  private Emitter.Pair sweeps() throws ProblemException {
    Set<Value> active = new LinkedHashSet<>(wrt);
    active.addAll(tangents());
    return Bodies.sweeps(tangent, new Names(names.jvp()), active, ours);
  }

  /** Empty where a variable may stand for a tangent or for another array. */
  private Optional<Tape> productAlone() {
    try {
      return Optional.of(hvp(false));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /**
   * By what the method is differentiated by. Callees are by all that they are given, and tangents
   * that the method writes to come to depend on its parameters.
   */
  private Tape hvp(boolean givesGradient) throws ProblemException {
    Set<Value> active = new LinkedHashSet<>(wrt);
    Set<Value> apart = new LinkedHashSet<>();
    for (Value parameter : tangents()) {
      if (givesGradient && parameter.type().isArray()) {
        active.add(parameter);
      } else {
        apart.add(parameter);
      }
    }
    Tape sweep = Adjoint.ofTangent(tangent, names.hvpSweep(), active, apart);
    return Simplifier.of(Absorption.spelledOut(sweep), ours);
  }

  /** The parameters of the tangent that are tangents. */
  private Set<Value> tangents() {
    Set<Value> tangents = new LinkedHashSet<>(tangent.parameters());
    primal.parameters().forEach(tangents::remove);
    return tangents;
  }

  /** Whether derivatives of other methods are called, and not only methods. */
  private boolean callsDerivatives() {
    Set<Callee> called = new HashSet<>();
    addCallees(tangent.body(), called);
    Set<Callee> before = new HashSet<>();
    addCallees(primal.body(), before);
    called.removeAll(before);
    return called.stream().anyMatch(callee -> callee.derivatives().isPresent());
  }

  private static void addCallees(Block block, Set<Callee> callees) {
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.Invoke invoke) {
        callees.add(invoke.callee());
      }
      operation.blocks().forEach(inner -> addCallees(inner, callees));
    }
  }
}
