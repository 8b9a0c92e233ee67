package org.wengert.processor.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;

/** What all elements of classes that are yet to be generated have in common. */
abstract class GeneratedElement implements Element {
  private final Name name;
  private final Element around;
  private final Set<Modifier> modifiers;

  GeneratedElement(Name name, Element around, Set<Modifier> modifiers) {
    this.name = name;
    this.around = around;
    this.modifiers = Set.copyOf(modifiers);
  }

  @Override
  public Name getSimpleName() {
    return name;
  }

  @Override
  public Element getEnclosingElement() {
    return around;
  }

  @Override
  public Set<Modifier> getModifiers() {
    return modifiers;
  }

  @Override
  public List<? extends Element> getEnclosedElements() {
    return List.of();
  }

  @Override
  public List<? extends AnnotationMirror> getAnnotationMirrors() {
    return List.of();
  }

  @Override
  public <A extends Annotation> A getAnnotation(Class<A> type) {
    return null;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A extends Annotation> A[] getAnnotationsByType(Class<A> type) {
    return (A[]) Array.newInstance(type, 0);
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
