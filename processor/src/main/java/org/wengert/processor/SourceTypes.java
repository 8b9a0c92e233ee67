package org.wengert.processor;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.wengert.processor.tape.Type;

/** The tape's type of a declared type; empty for what a tape cannot hold. */
final class SourceTypes extends SimpleTypeVisitor14<Optional<Type>, Void> {
  private SourceTypes() {
    super(Optional.empty());
  }

  static Optional<Type> of(TypeMirror mirror) {
    return mirror.accept(new SourceTypes(), null);
  }

  /** The type as messages name it, without packages. */
  static String spelling(TypeMirror mirror) {
    if (mirror instanceof ArrayType array) {
      return spelling(array.getComponentType()) + "[]";
    }
    return mirror instanceof DeclaredType declared
        ? declared.asElement().getSimpleName().toString()
        : mirror.toString();
  }

  @Override
  public Optional<Type> visitPrimitive(PrimitiveType mirror, Void unused) {
    return switch (mirror.getKind()) {
      case BOOLEAN -> Optional.of(Type.BOOLEAN);
      case BYTE -> Optional.of(Type.BYTE);
      case SHORT -> Optional.of(Type.SHORT);
      case CHAR -> Optional.of(Type.CHAR);
      case INT -> Optional.of(Type.INT);
      case LONG -> Optional.of(Type.LONG);
      case FLOAT -> Optional.of(Type.FLOAT);
      case DOUBLE -> Optional.of(Type.DOUBLE);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Type> visitArray(ArrayType mirror, Void unused) {
    return visit(mirror.getComponentType()).map(Type::arrayOf);
  }

  @Override
  public Optional<Type> visitDeclared(DeclaredType mirror, Void unused) {
    return mirror.asElement() instanceof TypeElement type
        ? Optional.of(Type.opaque(type.getQualifiedName().toString()))
        : Optional.empty();
  }

  @Override
  public Optional<Type> visitTypeVariable(TypeVariable mirror, Void unused) {
    return visit(mirror.getUpperBound());
  }
}
