package org.wengert.processor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.wengert.processor.message.Message;
import org.wengert.processor.read.CalleeException;
import org.wengert.processor.sibling.Conventions;
import org.wengert.processor.sibling.Demand;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Reliance;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.tape.Callee;

/**
 * Annotated methods that are called, with the derivatives in their own siblings, and what is
 * assumed of those in other files. Derivatives are known by their names alone: a sibling may not
 * exist yet, or be an old one.
 */
final class AnnotatedCallees {
  private final Signatures signatures;
  private final Predicate<ExecutableElement> isHere;
  private final Set<Demand> demands = new LinkedHashSet<>();
  private final Set<Reliance> reliances = new LinkedHashSet<>();
  private Set<Callee.Target> mustOnlyRead = Set.of();

  /**
   * @param isHere whether a method stands in the file that is read
   */
  AnnotatedCallees(Signatures signatures, Predicate<ExecutableElement> isHere) {
    this.signatures = signatures;
    this.isHere = isHere;
  }

  /** Methods of other files that from now on have to leave arrays alone that they are handed. */
  void demandOnlyReading(Set<Callee.Target> receivers) {
    mustOnlyRead = receivers;
  }

  /** What siblings of other files have to hold. */
  List<Demand> demands() {
    return List.copyOf(demands);
  }

  /** What has been assumed of siblings of other files, which may be compiled again alone. */
  List<Reliance> reliances() {
    return List.copyOf(reliances);
  }

  Callee.Sweeps derivatives(ExecutableElement element, Request request) throws CalleeException {
    CalledMethod method = new CalledMethod(element);
    List<Integer> active =
        signatures.isCompiled(element)
            ? signature(element).activePositions()
            : method.active(request.names());
    String base = request.base(element);
    int upTo = Callee.Sweeps.upTo(request.highestOrder());
    Callee.Sweeps sweeps =
        Callee.Sweeps.generated(method.sibling().canonicalName(), base, active, upTo);
    if (isHere.test(element)) {
      return sweeps;
    }
    reliances.add(Reliance.onDerivatives(method.sibling(), base, method.target().name(), active));
    return mustOnlyRead.contains(method.target()) ? onlyReading(sweeps, element) : sweeps;
  }

  /** The same where it leaves its arrays alone, which is demanded where it can be. */
  private Callee.Sweeps onlyReading(Callee.Sweeps sweeps, ExecutableElement method)
      throws CalleeException {
    if (sweeps.order() < Callee.Sweeps.upTo(2)) {
      return sweeps;
    }
    Signature signature = signature(method);
    if (signature.parameters().stream().anyMatch(parameter -> parameter.type().isArray())) {
      demandOnlyReading(new CalledMethod(method), signature);
    }
    return sweeps.writing(Set.of());
  }

  /** Only the body of a method tells, which is not read here. */
  private void demandOnlyReading(CalledMethod method, Signature signature) throws CalleeException {
    String marker = new Names(signature.base()).onlyReads();
    if (signatures.isCompiled(method.element())
        && !signatures
            .sibling(method.element())
            .map(sibling -> sibling.promises(marker))
            .orElse(false)) {
      throw new CalleeException(Message.NESTED_ARRAYS_ELSEWHERE, method.spelling());
    }
    demands.add(new Demand(method.sibling(), signature.base()));
  }

  /** A method of another file of which derivatives are called. */
  Callee nested(ExecutableElement element, Optional<Callee.Sweeps> sweeps) throws CalleeException {
    CalledMethod method = new CalledMethod(element);
    if (sweeps.isEmpty() || sweeps.get().order() < Callee.Sweeps.upTo(2)) {
      throw new CalleeException(Message.NESTED_ELSEWHERE, method.spelling());
    }
    reliances.add(Reliance.onResults(method.sibling(), signature(element)));
    Callee.Target target = method.target();
    return Callee.of(
        target.owner(), target.name(), Optional.of(onlyReading(sweeps.get(), element)));
  }

  Signature signature(ExecutableElement element) throws CalleeException {
    CalledMethod method = new CalledMethod(element);
    String sibling = method.sibling().simpleName();
    Optional<CompiledSibling> before =
        signatures.isCompiled(element) ? signatures.sibling(element) : Optional.empty();
    if (before.isPresent()) {
      refuseOtherVersion(SiblingMark.on(before.get().type()), sibling);
    }
    return signatures
        .of(element, Request.on(element).orElseThrow())
        .orElseThrow(
            () -> new CalleeException(Message.SIBLING_MISSING, method.spelling(), sibling));
  }

  private static void refuseOtherVersion(Optional<SiblingMark> mark, String sibling)
      throws CalleeException {
    int protocol = mark.map(SiblingMark::protocol).orElse(0);
    if (protocol != Conventions.PROTOCOL) {
      throw new CalleeException(
          Message.SIBLING_OF_ANOTHER_VERSION, sibling, protocol, Conventions.PROTOCOL);
    }
  }

  /** Derivatives themselves are called here as methods without derivatives. */
  static void refuseLeftover(TypeElement type) throws CalleeException {
    Optional<SiblingMark> mark = SiblingMark.on(type).filter(SiblingMark::isLeftover);
    if (mark.isPresent()) {
      String owner = mark.get().owner().map(Object::toString).orElse("its class");
      throw new CalleeException(
          Message.SIBLING_LEFT_OVER, type.getSimpleName(), owner, "@Differentiable");
    }
  }
}
