package org.wengert.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** A sibling in a class file, made when its owner was compiled. */
record CompiledSibling(TypeElement type) {
  private static final String SWEEP = "org.wengert.Sweep";

  /** The positions of the active parameters that a forward sweep of this name is marked with. */
  Optional<List<Integer>> active(String forward, int parameters) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (method.getSimpleName().contentEquals(forward)
          && method.getParameters().size() > parameters) {
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
          if (((TypeElement) annotation.getAnnotationType().asElement())
              .getQualifiedName()
              .contentEquals(SWEEP)) {
            return Optional.of(positions(annotation));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<Integer> positions(AnnotationMirror annotation) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals("active")) {
        return ((List<?>) entry.getValue().getValue())
            .stream().map(value -> (Integer) ((AnnotationValue) value).getValue()).toList();
      }
    }
    return List.of();
  }
}
