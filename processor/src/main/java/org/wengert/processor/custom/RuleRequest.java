package org.wengert.processor.custom;

import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/**
 * What {@code @DerivativeRule} on a method says. Read by name: the processor does not link against
 * the runtime.
 *
 * @param rule the annotated method
 * @param owner the class that declares the method that the rule is for
 * @param method the name of that method
 * @param parameter the position of the parameter that a partial derivative is taken by
 */
public record RuleRequest(
    ExecutableElement rule, TypeElement owner, String method, int parameter, Mode mode) {
  public static final String ANNOTATION = "org.wengert.DerivativeRule";

  /** What a rule gives. */
  public enum Mode {
    PARTIAL,
    TANGENT,
    ADJOINT
  }

  /** What the annotation on this method says, if there is one. */
  public static Optional<RuleRequest> on(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .filter(annotation -> isRule(annotation))
        .findFirst()
        .map(annotation -> of(method, annotation));
  }

  private static boolean isRule(AnnotationMirror annotation) {
    return annotation.getAnnotationType().asElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(ANNOTATION);
  }

  private static RuleRequest of(ExecutableElement rule, AnnotationMirror annotation) {
    TypeElement owner = (TypeElement) rule.getEnclosingElement();
    String method = "";
    int parameter = 0;
    Mode mode = Mode.PARTIAL;
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      Object value = entry.getValue().getValue();
      switch (entry.getKey().getSimpleName().toString()) {
        case "of" -> {
          if (value instanceof DeclaredType type) {
            owner = (TypeElement) type.asElement();
          }
        }
        case "method" -> method = value.toString();
        case "parameter" -> parameter = (Integer) value;
        case "mode" -> mode = Mode.valueOf(((VariableElement) value).getSimpleName().toString());
        default -> {}
      }
    }
    return new RuleRequest(rule, owner, method, parameter, mode);
  }
}
