package org.wengert.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** A method of a sibling, or the accessor of a component of one of its records. */
public final class GeneratedMethod extends GeneratedElement implements ExecutableElement {
  private final TypeMirror result;
  private final TypeMirror noType;
  private final List<TypeMirror> thrown;
  private final Derivative meaning;
  private final List<VariableElement> parameters = new ArrayList<>();

  GeneratedMethod(
      Name name,
      GeneratedClass around,
      Set<Modifier> modifiers,
      TypeMirror result,
      List<? extends TypeMirror> thrown,
      TypeMirror noType,
      Derivative meaning) {
    super(name, around, modifiers);
    this.result = result;
    this.noType = noType;
    this.thrown = List.copyOf(thrown);
    this.meaning = meaning;
  }

  /** Which derivative of which method it is; null for an accessor. */
  public Derivative meaning() {
    return meaning;
  }

  void add(VariableElement parameter) {
    parameters.add(parameter);
  }

  @Override
  public ExecutableType asType() {
    return new GeneratedMethodType(
        parameters.stream().map(VariableElement::asType).toList(), result, thrown, noType);
  }

  @Override
  public ElementKind getKind() {
    return ElementKind.METHOD;
  }

  @Override
  public List<? extends TypeParameterElement> getTypeParameters() {
    return List.of();
  }

  @Override
  public TypeMirror getReturnType() {
    return result;
  }

  @Override
  public List<? extends VariableElement> getParameters() {
    return List.copyOf(parameters);
  }

  @Override
  public TypeMirror getReceiverType() {
    return noType;
  }

  @Override
  public boolean isVarArgs() {
    return false;
  }

  @Override
  public boolean isDefault() {
    return false;
  }

  @Override
  public List<? extends TypeMirror> getThrownTypes() {
    return thrown;
  }

  @Override
  public AnnotationValue getDefaultValue() {
    return null;
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P parameter) {
    return visitor.visitExecutable(this, parameter);
  }
}
