package org.wengert.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.wengert.processor.sibling.Conventions;

/** A sibling in a class file, made when its owner was compiled. */
record CompiledSibling(TypeElement type) {
  private static final String SWEEP = "org.wengert.Sweep";

  /**
   * The parameters of a method, as its forward sweep is marked.
   *
   * @param active the positions of those that it is differentiated with respect to
   * @param names those of all
   */
  record Marked(Set<Integer> active, List<String> names) {}

  /**
   * Empty where there is no such sweep.
   *
   * @param forward the name of the sweep
   * @param parameters how many the method has
   */
  Optional<Marked> parameters(String forward, int parameters) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals(forward))
        .filter(method -> method.getParameters().size() > parameters)
        .flatMap(method -> method.getAnnotationMirrors().stream())
        .filter(CompiledSibling::isMark)
        .map(CompiledSibling::read)
        .filter(marked -> marked.names().size() == parameters)
        .findFirst();
  }

  /** Whether something holds that callers count on. */
  boolean promises(String name) {
    String holder = Conventions.holder(ClassName.get(type)).simpleName();
    return ElementFilter.typesIn(type.getEnclosedElements()).stream()
        .filter(nested -> nested.getSimpleName().contentEquals(holder))
        .flatMap(nested -> ElementFilter.methodsIn(nested.getEnclosedElements()).stream())
        .anyMatch(method -> method.getSimpleName().contentEquals(name));
  }

  private static boolean isMark(AnnotationMirror annotation) {
    TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
    return type.getQualifiedName().contentEquals(SWEEP);
  }

  private static Marked read(AnnotationMirror mark) {
    Set<Integer> active = new TreeSet<>();
    values(mark, "active").forEach(value -> active.add((Integer) value));
    List<String> names = values(mark, "names").stream().map(String.class::cast).toList();
    return new Marked(active, names);
  }

  private static List<?> values(AnnotationMirror mark, String element) {
    return mark.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(element))
        .flatMap(entry -> ((List<?>) entry.getValue().getValue()).stream())
        .map(value -> ((AnnotationValue) value).getValue())
        .toList();
  }
}
