package org.wengert.processor.sibling;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
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
        context.names().vjp(),
        context.signature().activeScalars(),
        "the adjoint of the parameter of this name");
  }

  /** The value and the derivatives with respect to all active parameters. */
  static TypeSpec gradient(Context context) {
    return record(
        context,
        context.names().gradientRecord(),
        context.names().gradient(),
        context.signature().active(),
        "the derivative with respect to the parameter of this name");
  }

  /** The value and the product of the Hessian and a vector, by all active parameters. */
  static TypeSpec hvp(Context context) {
    return record(
        context,
        context.names().hvpRecord(),
        context.names().hvp(),
        context.signature().active(),
        "the part of the product that belongs to the parameter of this name");
  }

  private static TypeSpec record(
      Context context, String name, String method, List<Parameter> components, String meaning) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    List<String> descriptions = new ArrayList<>();
    context
        .signature()
        .result()
        .ifPresent(
            result -> {
              constructor.addParameter(JavaTypes.of(result), "value");
              descriptions.add("value what the method itself returns, bit for bit");
            });
    for (Parameter parameter : components) {
      constructor.addParameter(parameter.javaType(), parameter.name());
      descriptions.add(parameter.name() + " " + meaning);
    }
    TypeSpec.Builder record =
        TypeSpec.recordBuilder(name)
            .addJavadoc("$L", Docs.record(method, descriptions))
            .recordConstructor(constructor.build());
    if (context.isPublic()) {
      record.addModifiers(Modifier.PUBLIC);
    }
    return record.build();
  }
}
