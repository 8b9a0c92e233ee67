package org.wengert.processor.model;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.NullType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** The compiler's types, and those of generated classes, of which it must not be asked. */
public final class ModelTypes implements Types {
  private final Types types;
  private final TypeMirror object;

  /**
   * @param object {@code java.lang.Object}
   */
  public ModelTypes(Types types, TypeMirror object) {
    this.types = types;
    this.object = object;
  }

  private static boolean isGenerated(TypeMirror type) {
    return type instanceof GeneratedType;
  }

  private static boolean isSame(TypeMirror some, TypeMirror other) {
    return some instanceof GeneratedType one
        && other instanceof GeneratedType two
        && one.asElement().equals(two.asElement());
  }

  /** Null can be any object, and a generated class is nobody's superclass. */
  private boolean isBelow(TypeMirror some, TypeMirror other) {
    return isSame(some, other)
        || (isGenerated(some) && !isGenerated(other) && types.isSameType(other, object))
        || (isGenerated(other) && some.getKind() == TypeKind.NULL);
  }

  @Override
  public Element asElement(TypeMirror type) {
    return type instanceof GeneratedType generated ? generated.asElement() : types.asElement(type);
  }

  @Override
  public boolean isSameType(TypeMirror some, TypeMirror other) {
    return isGenerated(some) || isGenerated(other)
        ? isSame(some, other)
        : types.isSameType(some, other);
  }

  @Override
  public boolean isSubtype(TypeMirror some, TypeMirror other) {
    return isGenerated(some) || isGenerated(other)
        ? isBelow(some, other)
        : types.isSubtype(some, other);
  }

  @Override
  public boolean isAssignable(TypeMirror some, TypeMirror other) {
    return isGenerated(some) || isGenerated(other)
        ? isBelow(some, other)
        : types.isAssignable(some, other);
  }

  @Override
  public boolean contains(TypeMirror some, TypeMirror other) {
    return isGenerated(some) || isGenerated(other)
        ? isSame(some, other)
        : types.contains(some, other);
  }

  /** Generated methods hide none: siblings inherit nothing. */
  @Override
  public boolean isSubsignature(ExecutableType some, ExecutableType other) {
    return !(some instanceof GeneratedMethodType)
        && !(other instanceof GeneratedMethodType)
        && types.isSubsignature(some, other);
  }

  @Override
  public List<? extends TypeMirror> directSupertypes(TypeMirror type) {
    return isGenerated(type) ? List.of(object) : types.directSupertypes(type);
  }

  @Override
  public TypeMirror erasure(TypeMirror type) {
    return isGenerated(type) ? type : types.erasure(type);
  }

  @Override
  public TypeElement boxedClass(PrimitiveType type) {
    return types.boxedClass(type);
  }

  @Override
  public PrimitiveType unboxedType(TypeMirror type) {
    if (isGenerated(type)) {
      throw new IllegalArgumentException(type.toString());
    }
    return types.unboxedType(type);
  }

  @Override
  public TypeMirror capture(TypeMirror type) {
    return isGenerated(type) ? type : types.capture(type);
  }

  @Override
  public PrimitiveType getPrimitiveType(TypeKind kind) {
    return types.getPrimitiveType(kind);
  }

  @Override
  public NullType getNullType() {
    return types.getNullType();
  }

  @Override
  public NoType getNoType(TypeKind kind) {
    return types.getNoType(kind);
  }

  /** Arrays of generated records are not supported: they pass for arrays of objects. */
  @Override
  public ArrayType getArrayType(TypeMirror component) {
    return types.getArrayType(isGenerated(component) ? object : component);
  }

  @Override
  public WildcardType getWildcardType(TypeMirror extendsBound, TypeMirror superBound) {
    return types.getWildcardType(extendsBound, superBound);
  }

  @Override
  public DeclaredType getDeclaredType(TypeElement element, TypeMirror... arguments) {
    return element instanceof GeneratedClass generated
        ? generated.asType()
        : types.getDeclaredType(element, arguments);
  }

  @Override
  public DeclaredType getDeclaredType(
      DeclaredType around, TypeElement element, TypeMirror... arguments) {
    return element instanceof GeneratedClass generated
        ? generated.asType()
        : types.getDeclaredType(around, element, arguments);
  }

  /** What a generated class inherits from {@code Object} is not generic. */
  @Override
  public TypeMirror asMemberOf(DeclaredType site, Element element) {
    return isGenerated(site) ? element.asType() : types.asMemberOf(site, element);
  }
}
