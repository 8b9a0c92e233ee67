package org.wengert.processor.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.wengert.processor.message.Message;
import org.wengert.processor.model.DeclaredMembers;

/** Whether a rule is declared as the method that it is for needs it. */
public final class RuleCheck {
  private final Elements elements;
  private final Types types;

  public RuleCheck(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** What is wrong with the rule, if something is. */
  public Optional<String> complaint(RuleRequest request) {
    ExecutableElement rule = request.rule();
    String name = rule.getSimpleName().toString();
    if (!rule.getModifiers().contains(Modifier.STATIC)
        || rule.getModifiers().contains(Modifier.PRIVATE)) {
      return Optional.of(Message.RULE_NOT_CALLABLE.format(name));
    }
    List<ExecutableElement> overloads = overloads(request);
    String target = request.owner().getSimpleName() + "." + request.method();
    if (overloads.isEmpty()) {
      return Optional.of(
          Message.RULE_WITHOUT_METHOD.format(request.owner().getSimpleName(), request.method()));
    }
    List<String> wanted = new ArrayList<>();
    for (ExecutableElement method : overloads) {
      Expectation expected = Expectation.of(method, request.mode(), elements, types);
      if (expected.hasParametersOf(rule, types) && expected.hasResultOf(rule, types)) {
        return fitting(request, method, target);
      }
      wanted.add(expected.spelling(name));
    }
    return Optional.of(
        Message.RULE_SIGNATURE.format(
            target, wanted.stream().distinct().collect(Collectors.joining(" or "))));
  }

  private List<ExecutableElement> overloads(RuleRequest request) {
    return ElementFilter.methodsIn(DeclaredMembers.of(request.owner(), elements)).stream()
        .filter(method -> method.getSimpleName().contentEquals(request.method()))
        .filter(method -> method.getModifiers().contains(Modifier.STATIC))
        .filter(method -> !method.equals(request.rule()))
        .toList();
  }

  private static Optional<String> fitting(
      RuleRequest request, ExecutableElement method, String target) {
    if (request.mode() == RuleRequest.Mode.PARTIAL) {
      boolean arrays =
          !method.getReturnType().getKind().isPrimitive()
              || method.getParameters().stream()
                  .anyMatch(
                      parameter ->
                          parameter.asType().getKind() == TypeKind.ARRAY
                              && Expectation.isFloating(parameter.asType()));
      if (arrays) {
        return Optional.of(Message.RULE_NEEDS_SWEEPS.format(target));
      }
      int parameter = request.parameter();
      if (parameter < 0
          || parameter >= method.getParameters().size()
          || !Expectation.isFloating(method.getParameters().get(parameter).asType())) {
        return Optional.of(Message.RULE_PARAMETER.format(target, parameter));
      }
    }
    return twin(request)
        .map(
            other ->
                Message.RULE_TWICE.format(
                    request.rule().getSimpleName(), other.getSimpleName(), target));
  }

  /** An earlier rule in the same class for the same. */
  private static Optional<ExecutableElement> twin(RuleRequest request) {
    TypeElement type = (TypeElement) request.rule().getEnclosingElement();
    for (ExecutableElement other : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (other.equals(request.rule())) {
        return Optional.empty();
      }
      Optional<RuleRequest> earlier = RuleRequest.on(other);
      if (earlier.isPresent()
          && earlier.get().owner().equals(request.owner())
          && earlier.get().method().equals(request.method())
          && earlier.get().mode() == request.mode()
          && earlier.get().parameter() == request.parameter()
          && sameParameters(other, request.rule())) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  private static boolean sameParameters(ExecutableElement one, ExecutableElement other) {
    return one.getParameters().stream()
        .map(parameter -> parameter.asType().toString())
        .toList()
        .equals(
            other.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .toList());
  }
}
