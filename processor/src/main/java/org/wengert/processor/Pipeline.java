package org.wengert.processor;

import com.palantir.javapoet.MethodSpec;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import org.wengert.processor.analyze.Cautions;
import org.wengert.processor.analyze.RowStores;
import org.wengert.processor.analyze.Touched;
import org.wengert.processor.differentiate.Adjoint;
import org.wengert.processor.differentiate.Tangent;
import org.wengert.processor.emit.Emitter;
import org.wengert.processor.explain.Explained;
import org.wengert.processor.message.Caution;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.Problem;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.message.Problems;
import org.wengert.processor.message.Warning;
import org.wengert.processor.propagate.TaylorSeries;
import org.wengert.processor.sibling.Derivatives;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** The way of a method from its source to its derivatives. */
final class Pipeline {
  private final Primals primals;

  Pipeline(Primals primals) {
    this.primals = primals;
  }

  /**
   * The derivatives of an annotated method.
   *
   * @param file where the method stands
   * @throws ProblemException if its body holds something that cannot be differentiated
   */
  Result differentiate(ExecutableElement method, Signature signature, SourceFile file)
      throws ProblemException {
    Tape primal = primals.annotated(method, file, signature);
    Set<Value> wrt = Primals.active(primal, signature);
    Names names = new Names(signature.base());
    Predicate<Operation> ours = Tangents.notOf(primal);
    Problems problems = new Problems();
    Optional<List<MethodSpec>> taylor = problems.in(() -> taylor(primal, signature, wrt, ours));
    Optional<Optional<Derivatives.Second>> second =
        problems.in(() -> SecondDerivatives.of(primal, signature, wrt));
    Optional<Optional<Derivatives.Sparse>> sparse =
        problems.in(() -> SparsePatterns.of(primal, signature, wrt, ours, method, file));
    problems.throwIfAny();
    Tape tangent = Simplifier.of(Tangent.of(primal, names.jvp(), wrt), ours);
    Emitter.Pair sweeps = Bodies.sweeps(primal, names, wrt, ours);
    Optional<Tape> elements = JacobianBodies.elements(primal, signature);
    List<MethodSpec> rows =
        elements.isPresent()
            ? JacobianBodies.rows(elements.get(), names, wrt)
            : List.<MethodSpec>of();
    Tape adjoint =
        rows.isEmpty()
            ? Simplifier.of(Adjoint.of(primal, names.vjp(), wrt), ours)
            : Simplifier.of(
                Adjoint.ofElements(elements.get(), names.vjp(), wrt),
                Tangents.notOf(elements.get()));
    Derivatives derivatives =
        new Derivatives(
            Bodies.of(tangent, signature.jvpRecord()),
            Bodies.of(adjoint, signature.vjpRecord()),
            Bodies.of(sweeps.forward()),
            Bodies.of(sweeps.reverse()),
            rows.isEmpty() ? JacobianBodies.columns(primal, signature, wrt, ours) : List.of(),
            rows.isEmpty() ? JacobianBodies.wideColumns(primal, signature, wrt, ours) : List.of(),
            rows,
            taylor.orElseThrow(),
            second.orElseThrow(),
            sparse.orElseThrow(),
            Touched.parameters(primal),
            RowStores.kinds(primal));
    Location at = file.locate(file.declaration(method).orElseThrow());
    Explained tapes = new Explained(signature.base(), primal, wrt, tangent, adjoint, at);
    return new Result(derivatives, cautions(primal, wrt, method, file), tapes);
  }

  /** None where they are not asked for. */
  private static List<MethodSpec> taylor(
      Tape primal, Signature signature, Set<Value> wrt, Predicate<Operation> ours)
      throws ProblemException {
    if (!signature.wanted().taylor()) {
      return List.of();
    }
    Tape series = TaylorSeries.of(primal, new Names(signature.base()).taylor(), wrt);
    return Bodies.of(Simplifier.of(series, ours), Optional.empty());
  }

  /** What is wrong with a body, whatever it would be differentiated by. */
  List<Problem> problemsIn(ExecutableElement method, SourceFile file) throws ProblemException {
    return primals.problemsIn(method, file);
  }

  /** What became of a method. */
  record Result(Derivatives derivatives, List<Caution> cautions, Explained tapes) {}

  private static List<Caution> cautions(
      Tape primal, Set<Value> wrt, ExecutableElement method, SourceFile file)
      throws ProblemException {
    List<Caution> cautions = new ArrayList<>(Cautions.of(primal, wrt));
    MethodTree declaration = file.declaration(method).orElseThrow();
    for (Value parameter : Cautions.steering(primal, wrt)) {
      Tree tree = declaration.getParameters().get(primal.parameters().indexOf(parameter));
      Problem problem = Warning.STEERING.at(file.locate(tree), parameter.name());
      cautions.add(new Caution(Warning.STEERING, problem));
    }
    return cautions;
  }

  /**
   * A copy of a method that calls itself, and its derivatives with respect to all parameters that
   * have any.
   *
   * @param file where the method stands
   * @param copy what it is called
   */
  List<MethodSpec> copy(ExecutableElement method, SourceFile file, SiblingCallees.Copy copy)
      throws ProblemException {
    Callee callee = copy.callee();
    Tape primal = primals.copied(method, file, copy);
    if (copy.nested() && !Touched.parameters(primal).isEmpty()) {
      throw new ProblemException(
          Message.NESTED_WRITES,
          file.locate(file.declaration(method).orElseThrow()),
          method.getSimpleName());
    }
    List<MethodSpec> methods = new ArrayList<>();
    Tape itself = new Tape(callee.method(), primal.parameters(), primal.body());
    methods.addAll(Bodies.of(itself, Optional.empty()));
    if (callee.derivatives().isPresent()) {
      Set<Value> wrt = Primals.active(primal, callee);
      Names names = new Names(callee.method());
      Predicate<Operation> ours = Tangents.notOf(primal);
      Tape tangent = Simplifier.of(Tangent.of(primal, names.jvp(), wrt), ours);
      methods.addAll(Bodies.of(tangent, Signature.jvpRecord(tangent)));
      Emitter.Pair sweeps = Bodies.sweeps(primal, names, wrt, ours);
      methods.addAll(Bodies.of(sweeps.forward()));
      methods.addAll(Bodies.of(sweeps.reverse()));
      if (callee.hasWhole()) {
        Tape whole = Simplifier.of(Adjoint.of(primal, names.whole(), wrt), ours);
        methods.addAll(Bodies.of(Emitter.whole(whole)));
      }
    }
    return methods;
  }

  /** A copy, its tangent and so on. */
  Tangents tangents(ExecutableElement method, SourceFile file, SiblingCallees.Copy copy)
      throws ProblemException {
    Tape primal = primals.copied(method, file, copy);
    Callee callee = copy.callee();
    return new Tangents(primal, new Names(callee.method()), Primals.active(primal, callee));
  }
}
