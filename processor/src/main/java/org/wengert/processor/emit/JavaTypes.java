package org.wengert.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import org.wengert.processor.tape.Type;

/** Types of the tape as JavaPoet spells them. */
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
      case REFERENCE -> className(type.reference());
    };
  }

  /**
   * The class with this qualified name. By convention the first capitalised part is the top-level
   * class; without one, the last part is.
   */
  static ClassName className(String qualified) {
    String[] parts = qualified.split("\\.");
    int top = 0;
    while (top < parts.length - 1 && !Character.isUpperCase(parts[top].codePointAt(0))) {
      top++;
    }
    String packageName = String.join(".", java.util.Arrays.copyOf(parts, top));
    String[] nested = java.util.Arrays.copyOfRange(parts, top + 1, parts.length);
    return ClassName.get(packageName, parts[top], nested);
  }
}
