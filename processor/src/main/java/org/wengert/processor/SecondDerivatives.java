package org.wengert.processor;

import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wengert.processor.analyze.Touched;
import org.wengert.processor.differentiate.Absorption;
import org.wengert.processor.differentiate.Adjoint;
import org.wengert.processor.differentiate.Tangent;
import org.wengert.processor.emit.Emitter;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.sibling.Derivatives;
import org.wengert.processor.sibling.Directions;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** The reverse mode of the forward mode, and what methods of other files need of higher ones. */
final class SecondDerivatives {
  private final Tape primal;
  private final Names names;
  private final Set<Value> wrt;
  private final Tangents tangents;
  private final Tape tangent;

  private SecondDerivatives(Tape primal, Names names, Set<Value> wrt) throws ProblemException {
    this.primal = primal;
    this.names = names;
    this.wrt = wrt;
    this.tangents = new Tangents(primal, names, wrt);
    this.tangent = tangents.toDifferentiate(1);
  }

  /** Those of an annotated method; empty where they are not asked for. */
  static Optional<Derivatives.Second> of(Tape primal, Signature signature, Set<Value> wrt)
      throws ProblemException {
    if (signature.order() < 2) {
      return Optional.empty();
    }
    SecondDerivatives derivatives = new SecondDerivatives(primal, new Names(signature.base()), wrt);
    return Optional.of(derivatives.all(signature));
  }

  private Derivatives.Second all(Signature signature) throws ProblemException {
    List<Derivatives.OfTangent> ofTangents = new ArrayList<>();
    for (int order = 1; order < signature.order(); order++) {
      Emitter.Pair sweeps = tangents.sweeps(order);
      ofTangents.add(
          new Derivatives.OfTangent(
              tangents.tangent(order + 1),
              Bodies.of(sweeps.forward()),
              Bodies.of(sweeps.reverse())));
    }
    boolean givesGradient = callsDerivatives() || !Touched.parameters(primal).isEmpty();
    List<MethodSpec> hvp = List.of();
    if (!signature.returnsArray() && signature.result().isPresent()) {
      Optional<Tape> alone = givesGradient ? Optional.empty() : productAlone();
      givesGradient = alone.isEmpty();
      hvp = Bodies.of(alone.isPresent() ? alone.get() : hvp(true), signature.vjpRecord());
    }
    return new Derivatives.Second(
        hvp, givesGradient, signature.hasHessian() ? columns(signature) : List.of(), ofTangents);
  }

  /** None where the Hessian can only be computed by products with one vector after the other. */
  private List<MethodSpec> columns(Signature signature) throws ProblemException {
    boolean isDouble =
        Stream.concat(wrt.stream(), primal.results().stream())
            .allMatch(value -> value.type().kind() == Type.Kind.DOUBLE);
    if (!isDouble || !Touched.parameters(primal).isEmpty()) {
      return List.of();
    }
    Predicate<Operation> ours = Tangents.notOf(primal);
    String name = names.hessianColumns();
    Tape adjoint = Simplifier.of(Adjoint.again(primal, name, wrt), ours);
    Set<Value> active = new LinkedHashSet<>(wrt);
    adjoint.parameters().stream()
        .filter(parameter -> parameter.type().isArray())
        .filter(parameter -> !primal.parameters().contains(parameter))
        .forEach(active::add);
    return Tangent.ofAdjoint(adjoint, name, active, Directions.atOnce(signature))
        .map(tape -> Bodies.of(Simplifier.of(Absorption.spelledOut(tape), ours), Optional.empty()))
        .orElse(List.of());
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
    for (Value parameter : directions()) {
      if (givesGradient && parameter.type().isArray()) {
        active.add(parameter);
      } else {
        apart.add(parameter);
      }
    }
    Tape sweep = Adjoint.ofTangent(tangent, names.hvpSweep(), active, apart);
    return Simplifier.of(Absorption.spelledOut(sweep), Tangents.notOf(primal));
  }

  /** The parameters of the tangent that are tangents. */
  private Set<Value> directions() {
    Set<Value> directions = new LinkedHashSet<>(tangent.parameters());
    primal.parameters().forEach(directions::remove);
    return directions;
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
