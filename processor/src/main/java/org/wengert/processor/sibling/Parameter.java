package org.wengert.processor.sibling;

import com.palantir.javapoet.TypeName;
import org.wengert.processor.tape.Type;

/**
 * A parameter of an annotated method.
 *
 * @param javaType the type as it is spelled in generated code
 * @param active whether the method is differentiated with respect to it
 */
public record Parameter(String name, Type type, TypeName javaType, boolean active) {
  boolean isActiveArray() {
    return active && type.isArray();
  }

  boolean isActiveScalar() {
    return active && !type.isArray();
  }
}
