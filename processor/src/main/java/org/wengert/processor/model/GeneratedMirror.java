package org.wengert.processor.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeMirror;

/** A type without annotations. */
abstract class GeneratedMirror implements TypeMirror {
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
}
