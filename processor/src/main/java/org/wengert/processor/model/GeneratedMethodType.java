package org.wengert.processor.model;

import java.util.List;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.TypeVisitor;

/** The type of a generated method. */
final class GeneratedMethodType extends GeneratedMirror implements ExecutableType {
  private final List<TypeMirror> parameters;
  private final TypeMirror result;
  private final List<TypeMirror> thrown;
  private final TypeMirror noType;

  GeneratedMethodType(
      List<? extends TypeMirror> parameters,
      TypeMirror result,
      List<TypeMirror> thrown,
      TypeMirror noType) {
    this.parameters = List.copyOf(parameters);
    this.result = result;
    this.thrown = thrown;
    this.noType = noType;
  }

  @Override
  public TypeKind getKind() {
    return TypeKind.EXECUTABLE;
  }

  @Override
  public List<? extends TypeVariable> getTypeVariables() {
    return List.of();
  }

  @Override
  public TypeMirror getReturnType() {
    return result;
  }

  @Override
  public List<? extends TypeMirror> getParameterTypes() {
    return parameters;
  }

  @Override
  public TypeMirror getReceiverType() {
    return noType;
  }

  @Override
  public List<? extends TypeMirror> getThrownTypes() {
    return thrown;
  }

  @Override
  public <R, P> R accept(TypeVisitor<R, P> visitor, P parameter) {
    return visitor.visitExecutable(this, parameter);
  }
}
