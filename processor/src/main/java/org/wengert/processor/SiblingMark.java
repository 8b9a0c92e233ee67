package org.wengert.processor;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import org.wengert.processor.sibling.Conventions;

/**
 * What a generated class says of itself.
 *
 * @param owner the class whose methods it differentiates; empty where there is none of its name
 * @param protocol the number of the conventions that it follows
 */
record SiblingMark(Optional<TypeElement> owner, int protocol) {

  /** Empty where the class was not generated, or by a processor from before there were marks. */
  static Optional<SiblingMark> on(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .filter(SiblingMark::isMark)
        .findFirst()
        .map(
            mark ->
                new SiblingMark(
                    element(mark, "of")
                        .filter(DeclaredType.class::isInstance)
                        .map(owner -> (TypeElement) ((DeclaredType) owner).asElement())
                        .filter(owner -> owner.asType().getKind() == TypeKind.DECLARED),
                    element(mark, "protocol").map(Integer.class::cast).orElse(0)));
  }

  /** Whether the class is left from a time when its owner had methods with derivatives. */
  boolean isLeftover() {
    return isLeftover(method -> Request.on(method).isPresent());
  }

  /** The same for methods of another kind. */
  boolean isLeftover(Predicate<ExecutableElement> kind) {
    return owner
        .map(type -> ElementFilter.methodsIn(type.getEnclosedElements()))
        .orElse(List.of())
        .stream()
        .noneMatch(kind);
  }

  boolean isOf(TypeElement type) {
    return owner.isPresent() && owner.get().equals(type);
  }

  private static boolean isMark(AnnotationMirror annotation) {
    return ((TypeElement) annotation.getAnnotationType().asElement())
        .getQualifiedName()
        .contentEquals(Conventions.MARK.canonicalName());
  }

  private static Optional<Object> element(AnnotationMirror mark, String name) {
    return mark.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
        .map(entry -> ((AnnotationValue) entry.getValue()).getValue())
        .findFirst();
  }
}
