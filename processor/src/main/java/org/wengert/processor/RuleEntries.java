package org.wengert.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.wengert.processor.custom.RuleRequest;
import org.wengert.processor.sibling.Rules;

/** What derivative rules are for, in words. */
final class RuleEntries {
  private RuleEntries() {}

  /** Those of all rules in a class, in the order of the source. */
  static List<Rules.Entry> in(TypeElement owner) {
    return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
        .flatMap(method -> RuleRequest.on(method).stream())
        .map(RuleEntries::of)
        .toList();
  }

  /** That of one rule. */
  static Rules.Entry of(RuleRequest request) {
    ExecutableElement rule = request.rule();
    String parameters =
        rule.getParameters().stream()
            .map(parameter -> SourceTypes.spelling(parameter.asType()))
            .collect(Collectors.joining(", ", "(", ")"));
    String what =
        switch (request.mode()) {
          case PARTIAL -> "by parameter " + request.parameter();
          case TANGENT -> "tangent";
          case ADJOINT -> "adjoint";
        };
    String method =
        ClassName.get(request.owner()).canonicalName() + "." + request.method() + " " + what;
    return new Rules.Entry(
        rule.getSimpleName() + parameters, "the rule " + rule.getSimpleName() + " for " + method);
  }
}
