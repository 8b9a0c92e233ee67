package org.wengert.processor.sibling;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The records in which sweeps hand out several results. */
final class ResultRecords {
  private ResultRecords() {}

  /** The value, if there is one, and the adjoints of the active scalars. */
  static TypeSpec vjp(Context context) {
    return record(
        context,
        context.names().vjpRecord(),
        context.signature().activeScalars(),
        "The result of {@link #" + context.names().vjp() + "}",
        "the adjoint of the parameter of this name");
  }

  /** The value and the derivatives with respect to all active parameters. */
  static TypeSpec gradient(Context context) {
    return record(
        context,
        context.names().gradientRecord(),
        context.signature().active(),
        "The result of {@link #" + context.names().gradient() + "}",
        "the derivative with respect to the parameter of this name");
  }

  private static TypeSpec record(
      Context context,
      String name,
      List<Parameter> components,
      String description,
      String component) {
    TypeSpec.Builder record = TypeSpec.recordBuilder(name).addJavadoc("$L.\n", description);
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    if (context.isPublic()) {
      record.addModifiers(Modifier.PUBLIC);
    }
    context
        .signature()
        .result()
        .ifPresent(
            result -> {
              constructor.addParameter(JavaTypes.of(result), "value");
              record.addJavadoc("\n@param value the function's own value, bit for bit");
            });
    for (Parameter parameter : components) {
      constructor.addParameter(parameter.javaType(), parameter.name());
      record.addJavadoc("\n@param $L $L", parameter.name(), component);
    }
    return record.recordConstructor(constructor.build()).build();
  }
}
