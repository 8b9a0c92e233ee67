package org.wengert.processor.custom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.wengert.processor.model.DeclaredMembers;

/** The rules that apply to what the methods of one class call. */
public final class RuleBook {
  private static final String USE = "org.wengert.UseRules";

  private final Elements elements;
  private final Types types;
  private final List<TypeElement> named;

  private RuleBook(Elements elements, Types types, List<TypeElement> named) {
    this.elements = elements;
    this.types = types;
    this.named = named;
  }

  /** The rules that a class, the classes around it and its package name. */
  public static RuleBook of(TypeElement caller, Elements elements, Types types) {
    List<TypeElement> named = new ArrayList<>();
    for (Element at = caller; at != null; at = at.getEnclosingElement()) {
      for (AnnotationMirror annotation : at.getAnnotationMirrors()) {
        if (((TypeElement) annotation.getAnnotationType().asElement())
            .getQualifiedName()
            .contentEquals(USE)) {
          addClasses(annotation, named);
        }
      }
    }
    return new RuleBook(elements, types, named);
  }

  private static void addClasses(AnnotationMirror annotation, List<TypeElement> named) {
    for (AnnotationValue value : annotation.getElementValues().values()) {
      if (value.getValue() instanceof List<?> classes) {
        for (Object one : classes) {
          if (((AnnotationValue) one).getValue() instanceof DeclaredType type) {
            named.add((TypeElement) type.asElement());
          }
        }
      }
    }
  }

  /**
   * The rules for one method.
   *
   * @param partials partial derivatives, by the position of the parameter
   */
  public record Rules(
      Map<Integer, ExecutableElement> partials,
      Optional<ExecutableElement> tangent,
      Optional<ExecutableElement> adjoint) {

    /** All of them. */
    public List<ExecutableElement> all() {
      List<ExecutableElement> all = new ArrayList<>(partials.values());
      tangent.ifPresent(all::add);
      adjoint.ifPresent(all::add);
      return all;
    }
  }

  /** The rules for a method; empty if there are none. */
  public Optional<Rules> rulesFor(ExecutableElement method) {
    Map<Integer, ExecutableElement> partials = new TreeMap<>();
    Optional<ExecutableElement> tangent = Optional.empty();
    Optional<ExecutableElement> adjoint = Optional.empty();
    Set<TypeElement> classes = new LinkedHashSet<>(named);
    classes.add((TypeElement) method.getEnclosingElement());
    for (TypeElement type : classes) {
      for (ExecutableElement rule : ElementFilter.methodsIn(DeclaredMembers.of(type, elements))) {
        Optional<RuleRequest> request = RuleRequest.on(rule).filter(r -> isFor(r, method));
        if (request.isPresent()) {
          switch (request.get().mode()) {
            case PARTIAL -> partials.putIfAbsent(request.get().parameter(), rule);
            case TANGENT -> tangent = tangent.or(() -> Optional.of(rule));
            case ADJOINT -> adjoint = adjoint.or(() -> Optional.of(rule));
          }
        }
      }
    }
    return partials.isEmpty() && tangent.isEmpty() && adjoint.isEmpty()
        ? Optional.empty()
        : Optional.of(new Rules(partials, tangent, adjoint));
  }

  private boolean isFor(RuleRequest request, ExecutableElement method) {
    return request.owner().equals(method.getEnclosingElement())
        && method.getSimpleName().contentEquals(request.method())
        && request.rule().getModifiers().contains(Modifier.STATIC)
        && Expectation.of(method, request.mode(), elements, types)
            .hasParametersOf(request.rule(), types);
  }

  /** How the missing one of the two rules for a method with arrays has to be declared. */
  public String missing(ExecutableElement method, Rules rules) {
    RuleRequest.Mode mode =
        rules.tangent().isEmpty() ? RuleRequest.Mode.TANGENT : RuleRequest.Mode.ADJOINT;
    String suffix = mode == RuleRequest.Mode.TANGENT ? "Tangent" : "Adjoint";
    return "@DerivativeRule(method = \""
        + method.getSimpleName()
        + "\", mode = DerivativeRule.Mode."
        + mode
        + ") "
        + Expectation.of(method, mode, elements, types).spelling(method.getSimpleName() + suffix);
  }
}
