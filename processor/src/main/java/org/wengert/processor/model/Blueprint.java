package org.wengert.processor.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** One generated class, put together member by member. */
public final class Blueprint {
  private final Elements elements;
  private final TypeMirror noType;
  private final TypeMirror record;
  private final Set<Modifier> visibility;
  private final GeneratedClass sibling;

  /** A class without members. */
  public Blueprint(
      Elements elements, Types types, PackageElement around, String name, boolean isPublic) {
    this.elements = elements;
    this.noType = types.getNoType(TypeKind.NONE);
    this.record = elements.getTypeElement("java.lang.Record").asType();
    this.visibility = isPublic ? EnumSet.of(Modifier.PUBLIC) : EnumSet.noneOf(Modifier.class);
    String prefix = around.isUnnamed() ? "" : around.getQualifiedName() + ".";
    this.sibling =
        new GeneratedClass(
            ElementKind.CLASS,
            elements.getName(name),
            elements.getName(prefix + name),
            around,
            with(Modifier.FINAL),
            elements.getTypeElement("java.lang.Object").asType(),
            noType);
  }

  private Set<Modifier> with(Modifier... more) {
    Set<Modifier> all = EnumSet.noneOf(Modifier.class);
    all.addAll(visibility);
    all.addAll(List.of(more));
    return all;
  }

  public GeneratedClass sibling() {
    return sibling;
  }

  /**
   * Adds a record.
   *
   * @param components their types by their names, in order
   * @return its type
   */
  public TypeMirror addRecord(String name, Map<String, TypeMirror> components) {
    GeneratedClass type =
        new GeneratedClass(
            ElementKind.RECORD,
            elements.getName(name),
            elements.getName(sibling.getQualifiedName() + "." + name),
            sibling,
            with(Modifier.STATIC, Modifier.FINAL),
            record,
            noType);
    components.forEach(
        (component, its) ->
            type.addComponent(
                new GeneratedComponent(
                    new GeneratedMethod(
                        elements.getName(component),
                        type,
                        Set.of(Modifier.PUBLIC),
                        its,
                        List.of(),
                        noType,
                        null))));
    sibling.add(type);
    return type.asType();
  }

  /**
   * Adds a static method.
   *
   * @param parameters their types, in order
   */
  public void addMethod(
      String name,
      TypeMirror result,
      List<? extends TypeMirror> parameters,
      List<? extends TypeMirror> thrown,
      Derivative meaning) {
    GeneratedMethod method =
        new GeneratedMethod(
            elements.getName(name),
            sibling,
            with(Modifier.STATIC),
            result,
            thrown,
            noType,
            meaning);
    for (TypeMirror type : parameters) {
      method.add(
          new GeneratedVariable(
              elements.getName("p" + method.getParameters().size()), method, type));
    }
    sibling.add(method);
  }
}
