package org.wengert.processor.model;

import java.util.List;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVisitor;

/** The type of a generated class; two of them are the same if their classes are. */
final class GeneratedType extends GeneratedMirror implements DeclaredType {
  private final GeneratedClass element;
  private final TypeMirror noType;

  GeneratedType(GeneratedClass element, TypeMirror noType) {
    this.element = element;
    this.noType = noType;
  }

  @Override
  public TypeKind getKind() {
    return TypeKind.DECLARED;
  }

  @Override
  public GeneratedClass asElement() {
    return element;
  }

  @Override
  public TypeMirror getEnclosingType() {
    return noType;
  }

  @Override
  public List<? extends TypeMirror> getTypeArguments() {
    return List.of();
  }

  @Override
  public <R, P> R accept(TypeVisitor<R, P> visitor, P parameter) {
    return visitor.visitDeclared(this, parameter);
  }

  @Override
  public String toString() {
    return element.toString();
  }
}
