package org.wengert.processor.sibling;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.TypeName;
import org.wengert.processor.tape.Type;

/** The tape's types as JavaPoet's. */
final class JavaTypes {
  private JavaTypes() {}

  static TypeName of(Type type) {
    if (type.isArray()) {
      return ArrayTypeName.of(of(type.component()));
    }
    return switch (type.kind()) {
      case BOOLEAN -> TypeName.BOOLEAN;
      case BYTE -> TypeName.BYTE;
      case SHORT -> TypeName.SHORT;
      case CHAR -> TypeName.CHAR;
      case INT -> TypeName.INT;
      case LONG -> TypeName.LONG;
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
      case REFERENCE -> throw new IllegalArgumentException(type.toString());
    };
  }
}
