package org.wengert.processor.read.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The types the language itself speaks of, and what types are to one another. */
final class JavaTypes {
  private static final Map<String, TypeKind> BOXES =
      Map.of(
          "java.lang.Boolean", TypeKind.BOOLEAN,
          "java.lang.Byte", TypeKind.BYTE,
          "java.lang.Short", TypeKind.SHORT,
          "java.lang.Character", TypeKind.CHAR,
          "java.lang.Integer", TypeKind.INT,
          "java.lang.Long", TypeKind.LONG,
          "java.lang.Float", TypeKind.FLOAT,
          "java.lang.Double", TypeKind.DOUBLE);

  private final Elements elements;
  private final Types types;
  private final DeclaredType object;
  private final DeclaredType string;

  JavaTypes(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    object = (DeclaredType) elements.getTypeElement("java.lang.Object").asType();
    string = (DeclaredType) elements.getTypeElement("java.lang.String").asType();
  }

  Types types() {
    return types;
  }

  DeclaredType object() {
    return object;
  }

  DeclaredType string() {
    return string;
  }

  TypeMirror primitive(TypeKind kind) {
    return types.getPrimitiveType(kind);
  }

  TypeMirror nothing() {
    return types.getNoType(TypeKind.VOID);
  }

  TypeMirror nullType() {
    return types.getNullType();
  }

  /** {@code Class<type>}. */
  DeclaredType classOf(TypeMirror type) {
    return types.getDeclaredType(elements.getTypeElement("java.lang.Class"), type);
  }

  boolean isString(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED && element(type).equals(string.asElement());
  }

  boolean isEnum(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED && element(type).getKind() == ElementKind.ENUM;
  }

  static TypeElement element(TypeMirror declared) {
    return (TypeElement) ((DeclaredType) declared).asElement();
  }

  /** The box of a primitive type; any other type itself. */
  TypeMirror boxed(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return elements.getTypeElement("java.lang.Void").asType();
    }
    return type.getKind().isPrimitive() ? types.boxedClass((PrimitiveType) type).asType() : type;
  }

  /** What a box, or a type variable bounded by one, holds; any other type itself. */
  TypeMirror unboxed(TypeMirror type) {
    if (type.getKind() == TypeKind.TYPEVAR) {
      TypeMirror bound = unboxed(((TypeVariable) type).getUpperBound());
      return bound.getKind().isPrimitive() ? bound : type;
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return type;
    }
    TypeKind kind = BOXES.get(element(type).getQualifiedName().toString());
    return kind == null ? type : primitive(kind);
  }

  /** The kind of a type once unboxed. */
  TypeKind unboxedKind(TypeMirror type) {
    return unboxed(type).getKind();
  }

  boolean isSame(TypeMirror a, TypeMirror b) {
    return types.isSameType(a, b);
  }

  /** Conversion in a strict invocation context (JLS 5.3). */
  boolean isStrictlyConvertible(TypeMirror from, TypeMirror to) {
    boolean primitive = to.getKind().isPrimitive();
    if (from.getKind().isPrimitive()) {
      return primitive && Primitives.widens(from.getKind(), to.getKind());
    }
    if (from.getKind() == TypeKind.VOID || primitive) {
      return false;
    }
    return from.getKind() == TypeKind.NULL || types.isAssignable(from, to);
  }

  /** Conversion in a loose invocation context (JLS 5.3). */
  boolean isLooselyConvertible(TypeMirror from, TypeMirror to) {
    if (isStrictlyConvertible(from, to)) {
      return true;
    }
    if (from.getKind().isPrimitive()) {
      return !to.getKind().isPrimitive() && isStrictlyConvertible(boxed(from), to);
    }
    return to.getKind().isPrimitive() && isStrictlyConvertible(unboxed(from), to);
  }

  /** Whether a raw type is passed for a parameterized one: unchecked conversion (JLS 5.1.9). */
  boolean isUnchecked(TypeMirror from, TypeMirror to) {
    if (!(to instanceof DeclaredType wanted) || wanted.getTypeArguments().isEmpty()) {
      return false;
    }
    DeclaredType same = supertype(from, element(wanted));
    return same != null && isRaw(same);
  }

  /** Subtyping (JLS 4.10), which orders the primitive types too. */
  boolean isSubtype(TypeMirror a, TypeMirror b) {
    if (a.getKind().isPrimitive() || b.getKind().isPrimitive()) {
      return a.getKind().isPrimitive()
          && b.getKind().isPrimitive()
          && Primitives.widens(a.getKind(), b.getKind());
    }
    return types.isSubtype(a, b);
  }

  boolean isSubclass(TypeElement a, TypeElement b) {
    return types.isSubtype(types.erasure(a.asType()), types.erasure(b.asType()));
  }

  /** The supertype of a type that is a parameterization of the given class, or null. */
  DeclaredType supertype(TypeMirror type, TypeElement wanted) {
    if (type.getKind() == TypeKind.DECLARED && element(type).equals(wanted)) {
      return (DeclaredType) type;
    }
    if (type.getKind().isPrimitive()
        || type.getKind() == TypeKind.NULL
        || !types.isSubtype(types.erasure(type), types.erasure(wanted.asType()))) {
      return null;
    }
    for (TypeMirror direct : types.directSupertypes(type)) {
      DeclaredType found = supertype(direct, wanted);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The classes and interfaces whose members a value of a type has (JLS 4.4, 4.9, 10.7). */
  List<DeclaredType> memberTypes(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED -> List.of((DeclaredType) type);
      case TYPEVAR -> memberTypes(((TypeVariable) type).getUpperBound());
      case ARRAY -> List.of(object);
      case INTERSECTION -> {
        List<DeclaredType> all = new ArrayList<>();
        for (TypeMirror bound : ((IntersectionType) type).getBounds()) {
          all.addAll(memberTypes(bound));
        }
        yield all;
      }
      default -> List.of();
    };
  }

  /** A generic class used without type arguments (JLS 4.8). */
  static boolean isRaw(DeclaredType type) {
    return type.getTypeArguments().isEmpty() && !element(type).getTypeParameters().isEmpty();
  }

  /** The type with each wildcard argument replaced by its upper bound: what can be read from it. */
  DeclaredType withoutWildcards(DeclaredType type) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.stream().noneMatch(a -> a.getKind() == TypeKind.WILDCARD)) {
      return type;
    }
    List<? extends TypeParameterElement> parameters = element(type).getTypeParameters();
    TypeMirror[] bounds = new TypeMirror[arguments.size()];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = upperBound(arguments.get(i), parameters.get(i));
    }
    return types.getDeclaredType(element(type), bounds);
  }

  private TypeMirror upperBound(TypeMirror argument, TypeParameterElement parameter) {
    if (argument.getKind() != TypeKind.WILDCARD) {
      return argument;
    }
    TypeMirror bound = ((WildcardType) argument).getExtendsBound();
    return bound != null ? bound : types.erasure(parameter.asType());
  }

  /** The type of a field or method as a member of a type; of a raw type, erased (JLS 4.8). */
  TypeMirror memberType(DeclaredType site, Element member) {
    if (member.getModifiers().contains(Modifier.STATIC)) {
      return member.asType();
    }
    return isRaw(site)
        ? types.erasure(member.asType())
        : types.asMemberOf(withoutWildcards(site), member);
  }

  /** What iterating over a value yields, or null if it cannot be iterated over (JLS 14.14.2). */
  TypeMirror iterated(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return ((ArrayType) type).getComponentType();
    }
    DeclaredType iterable = supertype(type, elements.getTypeElement("java.lang.Iterable"));
    if (iterable == null) {
      return null;
    }
    return isRaw(iterable) ? object : withoutWildcards(iterable).getTypeArguments().get(0);
  }
}
