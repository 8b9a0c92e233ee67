package org.wengert.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** A sibling, or one of its records. */
public final class GeneratedClass extends GeneratedElement implements TypeElement {
  private final ElementKind kind;
  private final Name qualifiedName;
  private final TypeMirror superclass;
  private final GeneratedType type;
  private final List<Element> members = new ArrayList<>();

  GeneratedClass(
      ElementKind kind,
      Name name,
      Name qualifiedName,
      Element around,
      Set<Modifier> modifiers,
      TypeMirror superclass,
      TypeMirror noType) {
    super(name, around, modifiers);
    this.kind = kind;
    this.qualifiedName = qualifiedName;
    this.superclass = superclass;
    this.type = new GeneratedType(this, noType);
  }

  void add(Element member) {
    members.add(member);
  }

  void addComponent(GeneratedComponent component) {
    members.add(component);
    members.add(component.getAccessor());
  }

  @Override
  public DeclaredType asType() {
    return type;
  }

  @Override
  public ElementKind getKind() {
    return kind;
  }

  @Override
  public NestingKind getNestingKind() {
    return kind == ElementKind.RECORD ? NestingKind.MEMBER : NestingKind.TOP_LEVEL;
  }

  @Override
  public Name getQualifiedName() {
    return qualifiedName;
  }

  @Override
  public TypeMirror getSuperclass() {
    return superclass;
  }

  @Override
  public List<? extends TypeMirror> getInterfaces() {
    return List.of();
  }

  @Override
  public List<? extends TypeParameterElement> getTypeParameters() {
    return List.of();
  }

  @Override
  public List<? extends RecordComponentElement> getRecordComponents() {
    return ElementFilter.recordComponentsIn(members);
  }

  @Override
  public List<? extends Element> getEnclosedElements() {
    return List.copyOf(members);
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P parameter) {
    return visitor.visitType(this, parameter);
  }

  @Override
  public String toString() {
    return qualifiedName.toString();
  }
}
