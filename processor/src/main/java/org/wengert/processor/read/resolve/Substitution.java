package org.wengert.processor.read.resolve;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Puts types in the place of type parameters. */
final class Substitution {
  private final Types types;
  private final Map<? extends Element, TypeMirror> values;

  Substitution(Types types, Map<? extends Element, TypeMirror> values) {
    this.types = types;
    this.values = values;
  }

  TypeMirror apply(TypeMirror type) {
    if (values.isEmpty()) {
      return type;
    }
    return switch (type.getKind()) {
      case TYPEVAR -> {
        TypeMirror value = values.get(((TypeVariable) type).asElement());
        yield value == null ? type : value;
      }
      case ARRAY -> types.getArrayType(apply(((ArrayType) type).getComponentType()));
      case DECLARED -> declared((DeclaredType) type);
      case WILDCARD -> wildcard((WildcardType) type);
      default -> type;
    };
  }

  private TypeMirror declared(DeclaredType type) {
    if (!TypeParameters.occurIn(type, values.keySet())) {
      return type;
    }
    TypeMirror[] arguments =
        type.getTypeArguments().stream().map(this::apply).toArray(TypeMirror[]::new);
    TypeMirror outer = type.getEnclosingType();
    return outer.getKind() == TypeKind.DECLARED
            && !((DeclaredType) outer).getTypeArguments().isEmpty()
        ? types.getDeclaredType((DeclaredType) apply(outer), JavaTypes.element(type), arguments)
        : types.getDeclaredType(JavaTypes.element(type), arguments);
  }

  private TypeMirror wildcard(WildcardType type) {
    return types.getWildcardType(bound(type.getExtendsBound()), bound(type.getSuperBound()));
  }

  private TypeMirror bound(TypeMirror bound) {
    return bound == null ? null : apply(bound);
  }

  List<TypeMirror> applyAll(List<? extends TypeMirror> all) {
    return all.stream().map(this::apply).toList();
  }
}
