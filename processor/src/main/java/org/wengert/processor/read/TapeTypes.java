package org.wengert.processor.read;

import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.wengert.processor.tape.Type;

/** Java's types as a tape has them. */
final class TapeTypes {
  private final Types types;

  TapeTypes(Types types) {
    this.types = types;
  }

  /** The type in which a tape computes with values of a Java type; empty where it cannot. */
  Optional<Type> computable(TypeMirror type) {
    return declared(type).map(Type::computed);
  }

  /** A tape's type for variables of a Java type; empty where there is none. */
  private Optional<Type> declared(TypeMirror type) {
    return switch (type.getKind()) {
      case BYTE -> Optional.of(Type.BYTE);
      case SHORT -> Optional.of(Type.SHORT);
      case CHAR -> Optional.of(Type.CHAR);
      case BOOLEAN -> Optional.of(Type.BOOLEAN);
      case INT -> Optional.of(Type.INT);
      case LONG -> Optional.of(Type.LONG);
      case FLOAT -> Optional.of(Type.FLOAT);
      case DOUBLE -> Optional.of(Type.DOUBLE);
      case ARRAY -> declared(((ArrayType) type).getComponentType()).map(Type::arrayOf);
      case DECLARED ->
          ((DeclaredType) type).asElement().getKind() == ElementKind.ENUM
              ? Optional.of(opaque(type))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The same, or an opaque type. */
  Type any(TypeMirror type) {
    return parameter(type).computed();
  }

  /** The type of a tape's parameter. */
  Type parameter(TypeMirror type) {
    return declared(type).orElseGet(() -> opaque(types.erasure(type)));
  }

  private Type opaque(TypeMirror erased) {
    if (erased instanceof ArrayType array) {
      return parameter(array.getComponentType()).arrayOf();
    }
    if (erased instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      return Type.opaque(element.getQualifiedName().toString());
    }
    return Type.opaque(erased.toString());
  }
}
