package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import javax.lang.model.element.Modifier;

/**
 * A private static field that derivatives read: through a method handle, since they stand beside
 * it.
 */
public record HiddenField(ClassName owner, String name, TypeName type) {
  private static final ClassName STATIC_FIELDS = ClassName.get("org.wengert", "StaticFields");

  /** The method that reads it: {@code TABLE_of_Model}. */
  public String accessor() {
    return name + "_of_" + String.join("_", owner.simpleNames());
  }

  FieldSpec getter() {
    return FieldSpec.builder(MethodHandle.class, accessor() + "_GETTER")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$T.getter($T.lookup(), $T.class, $S, $T.class)",
            STATIC_FIELDS,
            MethodHandles.class,
            owner,
            name,
            type)
        .build();
  }

  MethodSpec reader() {
    return MethodSpec.methodBuilder(accessor())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(type)
        .addJavadoc(
            "The private field {@code $L}.\n", String.join(".", owner.simpleNames()) + "." + name)
        .addCode(
            CodeBlock.builder()
                .beginControlFlow("try")
                .addStatement("return ($T) $L.invokeExact()", type, accessor() + "_GETTER")
                .nextControlFlow("catch ($T e)", Throwable.class)
                .addStatement("throw $T.failure(e)", STATIC_FIELDS)
                .endControlFlow()
                .build())
        .build();
  }
}
