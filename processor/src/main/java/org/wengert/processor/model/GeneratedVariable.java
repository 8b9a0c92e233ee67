package org.wengert.processor.model;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** A parameter of a generated method. */
final class GeneratedVariable extends GeneratedElement implements VariableElement {
  private final TypeMirror type;

  GeneratedVariable(Name name, Element around, TypeMirror type) {
    super(name, around, Set.of());
    this.type = type;
  }

  @Override
  public TypeMirror asType() {
    return type;
  }

  @Override
  public ElementKind getKind() {
    return ElementKind.PARAMETER;
  }

  @Override
  public Object getConstantValue() {
    return null;
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P parameter) {
    return visitor.visitVariable(this, parameter);
  }
}
