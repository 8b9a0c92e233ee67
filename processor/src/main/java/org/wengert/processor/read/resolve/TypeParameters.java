package org.wengert.processor.read.resolve;

import java.util.Collection;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Where type parameters occur in types. */
final class TypeParameters {
  private TypeParameters() {}

  /** Whether a type is made of any of these type parameters. */
  static boolean occurIn(TypeMirror type, Collection<? extends Element> parameters) {
    if (type == null || parameters.isEmpty()) {
      return false;
    }
    return switch (type.getKind()) {
      case TYPEVAR -> parameters.contains(((TypeVariable) type).asElement());
      case ARRAY -> occurIn(((ArrayType) type).getComponentType(), parameters);
      case DECLARED -> {
        DeclaredType declared = (DeclaredType) type;
        yield occurIn(declared.getEnclosingType(), parameters)
            || declared.getTypeArguments().stream().anyMatch(a -> occurIn(a, parameters));
      }
      case WILDCARD -> {
        WildcardType wildcard = (WildcardType) type;
        yield occurIn(wildcard.getExtendsBound(), parameters)
            || occurIn(wildcard.getSuperBound(), parameters);
      }
      default -> false;
    };
  }
}
