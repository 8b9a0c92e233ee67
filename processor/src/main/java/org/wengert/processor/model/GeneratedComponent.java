package org.wengert.processor.model;

import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.TypeMirror;

/** A component of a generated record. */
final class GeneratedComponent extends GeneratedElement implements RecordComponentElement {
  private final GeneratedMethod accessor;

  GeneratedComponent(GeneratedMethod accessor) {
    super(accessor.getSimpleName(), accessor.getEnclosingElement(), Set.of());
    this.accessor = accessor;
  }

  @Override
  public TypeMirror asType() {
    return accessor.getReturnType();
  }

  @Override
  public ElementKind getKind() {
    return ElementKind.RECORD_COMPONENT;
  }

  @Override
  public GeneratedMethod getAccessor() {
    return accessor;
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P parameter) {
    return visitor.visitRecordComponent(this, parameter);
  }
}
