package org.wengert.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.wengert.processor.sibling.Wanted;

/**
 * What {@code @Differentiable} on a method asks for. Read by name: the processor does not link
 * against the runtime.
 *
 * @param wrt the elements of {@code wrt}, each where it is written
 * @param order the value of {@code order}, where it is written
 * @param name the value of {@code name}, where it is written
 * @param sparse the value of {@code sparse}, where it is written
 * @param taylor the value of {@code taylor}, where it is written
 */
record Request(
    AnnotationMirror annotation,
    List<? extends AnnotationValue> wrt,
    Optional<AnnotationValue> order,
    Optional<AnnotationValue> name,
    Optional<AnnotationValue> sparse,
    Optional<AnnotationValue> taylor) {
  static final String ANNOTATION = "org.wengert.Differentiable";

  /** The request on this method, if it is annotated. */
  static Optional<Request> on(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .filter(Request::isDifferentiable)
        .findFirst()
        .map(Request::of);
  }

  /** Up to which order there are derivatives. */
  int highestOrder() {
    return order
        .map(AnnotationValue::getValue)
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast)
        .orElse(1);
  }

  /** What is asked for besides first derivatives. */
  Wanted wanted() {
    return new Wanted(highestOrder(), isTrue(sparse), isTrue(taylor));
  }

  private static boolean isTrue(Optional<AnnotationValue> element) {
    return element.map(AnnotationValue::getValue).filter(Boolean.TRUE::equals).isPresent();
  }

  /** What everything generated for the method starts with. */
  String base(ExecutableElement method) {
    String given = name.map(value -> value.getValue().toString()).orElse("");
    return given.isEmpty() ? method.getSimpleName().toString() : given;
  }

  /** The names that {@code wrt} lists. */
  Set<String> names() {
    return wrt.stream().map(value -> value.getValue().toString()).collect(Collectors.toSet());
  }

  private static boolean isDifferentiable(AnnotationMirror annotation) {
    return annotation.getAnnotationType().asElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(ANNOTATION);
  }

  private static Request of(AnnotationMirror annotation) {
    List<? extends AnnotationValue> wrt =
        element(annotation, "wrt")
            .map(AnnotationValue::getValue)
            .map(
                value ->
                    value instanceof List<?> list
                        ? annotationValues(list)
                        : List.<AnnotationValue>of())
            .orElse(List.of());
    return new Request(
        annotation,
        wrt,
        element(annotation, "order"),
        element(annotation, "name"),
        element(annotation, "sparse"),
        element(annotation, "taylor"));
  }

  private static List<AnnotationValue> annotationValues(List<?> list) {
    return list.stream().map(AnnotationValue.class::cast).toList();
  }

  private static Optional<AnnotationValue> element(AnnotationMirror annotation, String name) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }
}
