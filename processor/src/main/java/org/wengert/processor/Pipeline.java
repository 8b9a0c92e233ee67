package org.wengert.processor;

import com.palantir.javapoet.MethodSpec;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.Cautions;
import org.wengert.processor.analyze.RowStores;
import org.wengert.processor.analyze.Touched;
import org.wengert.processor.differentiate.Adjoint;
import org.wengert.processor.differentiate.Handover;
import org.wengert.processor.differentiate.RuleSweeps;
import org.wengert.processor.differentiate.Tangent;
import org.wengert.processor.differentiate.WideTangent;
import org.wengert.processor.emit.Emitter;
import org.wengert.processor.explain.Explained;
import org.wengert.processor.message.Caution;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.Problem;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.message.Problems;
import org.wengert.processor.message.Warning;
import org.wengert.processor.propagate.TaylorSeries;
import org.wengert.processor.read.Reader;
import org.wengert.processor.read.Reading;
import org.wengert.processor.sibling.Derivatives;
import org.wengert.processor.sibling.Directions;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Rows;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.simplify.ReturnedElements;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** The way of a method from its source to its derivatives. */
final class Pipeline {
  private final Elements elements;
  private final Types types;
  private final SiblingCallees callees;

  /**
   * @param callees what is known of methods that the differentiated ones call
   */
  Pipeline(Elements elements, Types types, SiblingCallees callees) {
    this.elements = elements;
    this.types = types;
    this.callees = callees;
  }

  /**
   * The derivatives of an annotated method.
   *
   * @param file where the method stands
   * @throws ProblemException if its body holds something that cannot be differentiated
   */
  Result differentiate(ExecutableElement method, Signature signature, SourceFile file)
      throws ProblemException {
    Tape primal = read(method, file, signature);
    Set<Value> wrt = active(primal, signature);
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
    Optional<Tape> elements = elements(primal, signature);
    List<MethodSpec> rows =
        elements.isPresent() ? rows(elements.get(), names, wrt) : List.<MethodSpec>of();
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
            rows.isEmpty() ? columns(primal, signature, wrt, ours) : List.of(),
            rows.isEmpty() ? wideColumns(primal, signature, wrt, ours) : List.of(),
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

  /** None where one direction at a time is all that the Jacobian can go, or all that it needs. */
  private static List<MethodSpec> columns(
      Tape primal, Signature signature, Set<Value> wrt, Predicate<Operation> ours)
      throws ProblemException {
    int width = signature.returnsArray() ? Directions.atOnce(signature) : 1;
    if (width == 1 || !Touched.parameters(primal).isEmpty()) {
      return List.of();
    }
    String name = new Names(signature.base()).jacobianColumns();
    return Tangent.ofSeveral(primal, name, wrt, width)
        .map(tape -> Bodies.of(Simplifier.of(tape, ours), Optional.empty()))
        .orElse(List.of());
  }

  /** None where there are many rows, or not known how many. */
  private static Optional<Tape> elements(Tape primal, Signature signature) {
    int most = Rows.most(signature);
    return most == 0 || !Touched.parameters(primal).isEmpty()
        ? Optional.empty()
        : ReturnedElements.of(primal, most);
  }

  private static List<MethodSpec> rows(Tape elements, Names names, Set<Value> wrt)
      throws ProblemException {
    return Adjoint.rows(elements, names.jacobianRows(), wrt)
        .map(rows -> Bodies.of(Simplifier.of(rows, Tangents.notOf(elements)), Optional.empty()))
        .orElse(List.of());
  }

  /** None where the number of directions is known to be small, or only one is possible. */
  private static List<MethodSpec> wideColumns(
      Tape primal, Signature signature, Set<Value> wrt, Predicate<Operation> ours)
      throws ProblemException {
    if (!signature.returnsArray()
        || !Directions.mayBeMany(signature)
        || !Touched.parameters(primal).isEmpty()) {
      return List.of();
    }
    String name = new Names(signature.base()).jacobianInDirections();
    return WideTangent.of(primal, name, wrt)
        .map(tape -> Bodies.of(Simplifier.of(tape, ours), Optional.empty()))
        .orElse(List.of());
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
    Tape primal = read(method, file, copy);
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
      Set<Value> wrt = active(primal, callee);
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
    Tape primal = read(method, file, copy);
    Callee callee = copy.callee();
    return new Tangents(primal, new Names(callee.method()), active(primal, callee));
  }

  private static Set<Value> active(Tape primal, Callee callee) {
    Set<Value> wrt = new LinkedHashSet<>();
    callee.derivatives().orElseThrow().active().forEach(i -> wrt.add(primal.parameters().get(i)));
    return wrt;
  }

  /** The sweeps that follow the user's rules for a method that is called. */
  List<MethodSpec> ruled(RuledCallees.Ruled ruled) {
    ExecutableElement method = ruled.method();
    RuleSweeps sweeps =
        new RuleSweeps(callee(method), ruled.parameters(), SourceTypes.of(method.getReturnType()));
    Names names = new Names(ruled.base());
    List<MethodSpec> methods = new ArrayList<>();
    Handover handover;
    if (ruled.rules().adjoint().isPresent()) {
      Callee adjoint = callee(ruled.rules().adjoint().get());
      handover = sweeps.sweeps(names.forward(), names.reverse(), adjoint);
    } else {
      Map<Integer, Callee> partials = new TreeMap<>();
      ruled.rules().partials().forEach((position, rule) -> partials.put(position, callee(rule)));
      Tape tangent = Simplifier.of(sweeps.tangent(names.jvp(), partials));
      methods.addAll(Bodies.of(tangent, Signature.jvpRecord(tangent)));
      handover = sweeps.sweeps(names.forward(), names.reverse(), partials);
    }
    Handover simplified = handover.map(Simplifier::of).packed();
    Emitter.Pair pair =
        Emitter.sweeps(
            simplified.forward(),
            simplified.reverse(),
            simplified.size(),
            method.getReturnType().getKind() != TypeKind.VOID);
    methods.addAll(Bodies.of(pair.forward()));
    methods.addAll(Bodies.of(pair.reverse()));
    return methods;
  }

  /** The tape of an annotated method; else all that is wrong, with what it is differentiated by. */
  private Tape read(ExecutableElement method, SourceFile file, Signature signature)
      throws ProblemException {
    callees.reading(method, Set.of());
    Reading reading = new Reader(elements, types, callees).readAll(file, method);
    Tape primal = Simplifier.of(reading.tape());
    if (reading.problems().isEmpty()) {
      return returning(primal, method, file);
    }
    Problems problems = new Problems();
    problems.addAll(reading.problems());
    problems.addAll(Activity.losses(primal, active(primal, signature), reading.standIns()));
    throw new ProblemException(problems.inOrder());
  }

  /** What is wrong with a body, whatever it would be differentiated by. */
  List<Problem> problemsIn(ExecutableElement method, SourceFile file) throws ProblemException {
    callees.reading(method, Set.of());
    return new Reader(elements, types, callees).readAll(file, method).problems();
  }

  private static Callee callee(ExecutableElement method) {
    return Callee.plain(
        ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString(),
        method.getSimpleName().toString());
  }

  /**
   * A method that has to leave its arrays alone, if derivatives of it are called, and so have the
   * methods that it hands them to.
   */
  private Tape read(ExecutableElement method, SourceFile file, SiblingCallees.Copy copy)
      throws ProblemException {
    Tape primal = read(method, file, Set.of());
    if (!copy.nested()) {
      return primal;
    }
    Set<Callee.Target> receivers = Touched.receivers(primal);
    return receivers.isEmpty() ? primal : read(method, file, receivers);
  }

  private Tape read(ExecutableElement method, SourceFile file, Set<Callee.Target> mustOnlyRead)
      throws ProblemException {
    callees.reading(method, mustOnlyRead);
    return returning(
        Simplifier.of(new Reader(elements, types, callees).read(file, method)), method, file);
  }

  private static Tape returning(Tape primal, ExecutableElement method, SourceFile file)
      throws ProblemException {
    if (primal.results().isEmpty() && method.getReturnType().getKind() != TypeKind.VOID) {
      throw new ProblemException(
          Message.NEVER_RETURNS,
          file.locate(file.declaration(method).orElseThrow()),
          method.getSimpleName());
    }
    return primal;
  }

  private static Set<Value> active(Tape primal, Signature signature) {
    Set<Value> active = new LinkedHashSet<>();
    for (int i = 0; i < signature.parameters().size(); i++) {
      if (signature.parameters().get(i).active()) {
        active.add(primal.parameters().get(i));
      }
    }
    return active;
  }
}
